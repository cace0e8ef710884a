package io.github.openstackjvm.compute;

import java.util.List;

import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/** A host aggregate to create. */
public final class AggregateSpec extends Spec<AggregateSpec> {

    /** A host aggregate of this name. */
    public static AggregateSpec named(String name) {
        return new AggregateSpec().name(name);
    }

    /** Unique in the cloud. */
    public AggregateSpec name(String name) {
        return set("name", name);
    }

    /** Users see its hosts as this zone; null for none. */
    public AggregateSpec availabilityZone(@Nullable String zone) {
        return set("availability_zone", zone);
    }

    @Override
    protected List<String> required() {
        return List.of("name");
    }

    /** What can be changed of a host aggregate. */
    public static final class Update extends Spec<Update> {

        /** Unique in the cloud. */
        public Update name(String name) {
            return set("name", name);
        }

        /** Users see its hosts as this zone; null for none. Refused while one of the hosts has servers. */
        public Update availabilityZone(@Nullable String zone) {
            return set("availability_zone", zone);
        }
    }
}

package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/** Where a shelved server runs again. */
public final class UnshelveSpec extends Spec<UnshelveSpec> {

    /** In this zone. From 2.91 on null frees it from the zone it is pinned to. */
    @Since("2.77")
    public UnshelveSpec availabilityZone(@Nullable String zone) {
        return set("availability_zone", zone, zone == null ? since(2, 91) : since(2, 77));
    }

    /** On this host. For administrators. */
    @Since("2.91")
    public UnshelveSpec host(String host) {
        return set("host", host, since(2, 91));
    }
}

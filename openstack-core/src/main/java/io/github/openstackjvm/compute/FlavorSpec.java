package io.github.openstackjvm.compute;

import java.util.List;

import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/** A flavor to create. */
public final class FlavorSpec extends Spec<FlavorSpec> {

    /** A flavor of this name. */
    public static FlavorSpec named(String name) {
        return new FlavorSpec().name(name);
    }

    /** Unique in the cloud. */
    public FlavorSpec name(String name) {
        return set("name", name);
    }

    /** Letters, digits, blanks, dots, dashes and underscores; left out, a UUID is made. */
    public FlavorSpec id(String id) {
        return set("id", id);
    }

    /** For people; null for none. */
    @Since("2.55")
    public FlavorSpec description(@Nullable String description) {
        return set("description", description, since(2, 55));
    }

    /** Number of virtual CPUs, at least 1. */
    public FlavorSpec vcpus(int vcpus) {
        return set("vcpus", vcpus);
    }

    /** Memory in MiB, at least 1. */
    public FlavorSpec ramMiB(int mebibytes) {
        return set("ram", mebibytes);
    }

    /** Root disk in GiB; 0: as large as the image. */
    public FlavorSpec diskGiB(int gibibytes) {
        return set("disk", gibibytes);
    }

    /** Further disk in GiB. */
    public FlavorSpec ephemeralGiB(int gibibytes) {
        return set("OS-FLV-EXT-DATA:ephemeral", gibibytes);
    }

    /** Swap disk in MiB. */
    public FlavorSpec swapMiB(int mebibytes) {
        return set("swap", mebibytes);
    }

    /** Share of the network's bandwidth, where the hypervisor knows of it. */
    public FlavorSpec rxtxFactor(double factor) {
        return set("rxtx_factor", factor);
    }

    /** Whether every project may use it; otherwise access is granted project by project. */
    public FlavorSpec isPublic(boolean isPublic) {
        return set("os-flavor-access:is_public", isPublic);
    }

    @Override
    protected List<String> required() {
        return List.of("name", "vcpus", "ram", "disk");
    }

    /** What can be changed of a flavor. */
    public static final class Update extends Spec<Update> {

        /** For people; null for none. */
        @Since("2.55")
        public Update description(@Nullable String description) {
            return set("description", description, since(2, 55));
        }

        @Override
        protected List<String> required() {
            return List.of("description");
        }
    }
}

package io.github.openstackjvm.examples;

// region: program
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Flavor;

/** Prints the flavors with at least 4 GiB of memory of the cloud that {@code OS_CLOUD} names. */
public final class ListFlavors {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            print(cloud);
        }
    }

    static void print(Cloud cloud) {
        for (Flavor flavor : cloud.compute().flavors().list().minRamMiB(4096)) {
            System.out.println(flavor.name() + ": " + flavor.vcpus() + " CPUs");
        }
    }

    private ListFlavors() {}
}
// endregion

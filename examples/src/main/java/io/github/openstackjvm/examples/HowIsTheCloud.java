package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.resilience.Health;

/** Tells how the client gets on with the cloud: token, breakers, last errors. Sends nothing. */
public final class HowIsTheCloud {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            cloud.compute().flavors().list().count();
            System.out.println(tell(cloud));
        }
    }

    // region: method
    static String tell(Cloud cloud) {
        Health health = cloud.health();
        return health.well() ? "all is well" : health.services().toString();
    }
    // endregion

    private HowIsTheCloud() {}
}

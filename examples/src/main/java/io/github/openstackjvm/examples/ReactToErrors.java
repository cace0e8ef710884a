package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.error.QuotaExceeded;
import io.github.openstackjvm.network.NetworkSpec;

/** Makes a network once: what went wrong decides what is done about it. */
public final class ReactToErrors {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(make(cloud, "lan"));
        }
    }

    // region: method
    static String make(Cloud cloud, String name) {
        try {
            return cloud.network().networks().create(NetworkSpec.named(name)).id();
        } catch (QuotaExceeded full) {
            return "ask for more networks: " + full.getMessage();
        } catch (OutcomeUnknown lost) {
            return "made or not, look first: " + lost.getMessage();
        } catch (OpenStackException other) {
            return "tell the operator " + other.context().requestId() + ": " + other.getMessage();
        }
    }
    // endregion

    private ReactToErrors() {}
}

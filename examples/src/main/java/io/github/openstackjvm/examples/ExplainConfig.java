package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;

/** Tells which file and line, or variable, gave each setting. Secrets are masked. */
public final class ExplainConfig {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(explain(cloud));
        }
    }

    // region: method
    static String explain(Cloud cloud) {
        return cloud.config().explain();
    }
    // endregion

    private ExplainConfig() {}
}

package io.github.openstackjvm.examples;

import java.time.Duration;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.error.Unavailable;

/** Asks with a deadline of its own, which covers all attempts, pauses and the token. */
public final class Impatient {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(ask(cloud, Duration.ofSeconds(3)));
        }
    }

    // region: method
    static String ask(Cloud cloud, Duration patience) {
        try {
            return cloud.withTimeout(patience).compute().servers().list().count() + " servers";
        } catch (Unavailable late) {
            return "nova is not well: " + late.context().attempts();
        }
    }
    // endregion

    private Impatient() {}
}

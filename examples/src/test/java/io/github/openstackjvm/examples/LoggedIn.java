package io.github.openstackjvm.examples;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;

/** A program of its own, with its own environment and home: tells whom it is logged in as. */
final class LoggedIn {
    private static final Map<String, Supplier<Cloud>> WAYS = Map.of(
            "env", () -> OpenStack.login().env().connect(),
            "files", () -> OpenStack.login().files().connect(),
            "provider", () -> OpenStack.login().provider("my cloud").connect(),
            "anything", () -> OpenStack.login().connect(),
            "cloud", () -> OpenStack.cloud("staging"),
            "environment", () -> OpenStack.connect(CloudConfig.fromEnvironment()));

    private LoggedIn() {}

    /** Takes the way in. */
    public static void main(String[] arguments) {
        try (Cloud cloud = Objects.requireNonNull(WAYS.get(arguments[0])).get()) {
            System.out.println(
                    cloud.session().userName() + " in " + cloud.session().projectName());
        }
    }
}

package io.github.openstackjvm.examples;

import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.testkit.FakeCloud;
import org.jspecify.annotations.Nullable;

/** What {@code repl.jsh} gives a session of jshell. */
public final class Repl {
    private static @Nullable FakeCloud fake;

    /** The cloud that {@code OS_CLOUD} names; a fake one, in the session itself, when it names none. */
    public static Cloud connect() {
        return connect(System.getenv());
    }

    static Cloud connect(Map<String, String> environment) {
        String name = environment.getOrDefault("OS_CLOUD", "");
        return name.isEmpty() ? fake().cloud() : OpenStack.cloud(name);
    }

    /** The fake cloud of the session: its faults, its clock, what it was asked. */
    public static synchronized FakeCloud fake() {
        if (fake == null) {
            fake = FakeCloud.start();
        }
        return fake;
    }

    private Repl() {}
}

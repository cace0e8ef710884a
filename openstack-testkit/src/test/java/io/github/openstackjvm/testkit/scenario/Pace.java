package io.github.openstackjvm.testkit.scenario;

import java.util.function.Consumer;

import io.github.openstackjvm.testkit.Transitions;
import org.jspecify.annotations.Nullable;

/** How fast things go on in the background of the fake cloud; a real one goes its own pace, whatever is said here. */
final class Pace {
    private final @Nullable Transitions transitions;

    Pace(@Nullable Transitions transitions) {
        this.transitions = transitions;
    }

    /** From now on this is the pace of what begins with things of a kind. */
    void of(String kind, Consumer<Transitions.Rule> rule) {
        if (transitions != null) {
            rule.accept(transitions.of(kind));
        }
    }

    /** From now on things happen at once. */
    void atOnce() {
        if (transitions != null) {
            transitions.reset();
        }
    }
}

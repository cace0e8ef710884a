package io.github.openstackjvm.testkit.engine;

import io.github.openstackjvm.testkit.FakeResponse;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {
    /** Does what was asked and answers, or throws a {@link Refusal}. */
    FakeResponse handle(Call call);
}

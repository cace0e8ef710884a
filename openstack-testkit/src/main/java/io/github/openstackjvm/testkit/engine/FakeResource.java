package io.github.openstackjvm.testkit.engine;

/** One kind of thing a service offers: its operations, in one list. */
public interface FakeResource {
    /** Adds the operations. */
    void routes(Routes routes);
}

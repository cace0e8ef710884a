package io.github.openstackjvm.testkit;

/** No failure, but what goes with one: what the fake cloud held when a test failed. */
final class FakeCloudState extends Throwable {
    private static final long serialVersionUID = 1;

    FakeCloudState(FakeCloud fake) {
        super(fake.dump(), null, false, false);
    }
}

package io.github.openstackjvm.internal.session;

import java.util.concurrent.CountDownLatch;

/** Where threads are held, from when they come until the test lets them go on. */
public final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Goes through, once it is open. */
    public void pass() throws InterruptedException {
        reached.countDown();
        open.await();
    }

    /** Waits until somebody is held. */
    public void awaitSomebody() throws InterruptedException {
        reached.await();
    }

    /** Lets all go on. */
    public void open() {
        open.countDown();
    }
}

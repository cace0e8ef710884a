package io.github.openstackjvm.internal.transport;

import java.lang.reflect.Method;

/** Threads of either kind, on any JDK. */
final class Concurrency {
    private Concurrency() {}

    /** Whether this runtime has virtual threads; JDK 17 builds compile without them. */
    static boolean virtualThreads() {
        return Runtime.version().feature() >= 21;
    }

    static Thread start(boolean virtual, Runnable task) throws ReflectiveOperationException {
        if (!virtual) {
            Thread thread = new Thread(task, "caller");
            thread.setDaemon(true);
            thread.start();
            return thread;
        }
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        return (Thread) start.invoke(null, task);
    }
}

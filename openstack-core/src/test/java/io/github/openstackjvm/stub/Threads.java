package io.github.openstackjvm.stub;

import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Kinds of threads that calls run on. By reflection, since the byte code is for Java 17. */
public enum Threads {
    /** One thread of the system each. */
    PLATFORM,
    /** Many on few threads of the system; from Java 21 on. */
    VIRTUAL;

    /** Those that this runtime has. */
    public static List<Threads> available() {
        return Runtime.version().feature() < 21 ? List.of(PLATFORM) : List.of(PLATFORM, VIRTUAL);
    }

    /** Makes daemons of this kind. */
    public ThreadFactory factory() {
        if (this == PLATFORM) {
            return task -> {
                Thread thread = new Thread(task, "caller");
                thread.setDaemon(true);
                return thread;
            };
        }
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

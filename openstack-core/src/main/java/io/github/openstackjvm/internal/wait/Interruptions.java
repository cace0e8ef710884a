package io.github.openstackjvm.internal.wait;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ErrorContext;

/**
 * The waits of one cloud that no exchange of a transport contains: pauses between attempts and looks, waits for a token or
 * for a turn. Closing the cloud ends them, on whichever thread they are, and leaves no interrupt behind there.
 */
public final class Interruptions implements AutoCloseable {
    private final Set<Section> sections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Nothing waits yet. */
    public Interruptions() {}

    /** What waits. */
    @FunctionalInterface
    public interface Wait {
        /** Ends early by an interrupt of its thread. */
        void await() throws InterruptedException;
    }

    /**
     * Waits.
     *
     * @throws Closed when the cloud is closed, before or meanwhile
     * @throws InterruptedException when somebody else interrupts this thread
     */
    public void during(Wait wait) throws InterruptedException {
        Section section = new Section(Thread.currentThread());
        sections.add(section);
        try {
            if (closed) {
                throw closed();
            }
            wait.await();
        } catch (InterruptedException e) {
            if (section.cut) {
                throw closed();
            }
            throw e;
        } finally {
            sections.remove(section);
            section.end();
        }
    }

    private static Closed closed() {
        return new Closed("The connection to the cloud was closed", ErrorContext.NONE, null);
    }

    @Override
    public void close() {
        closed = true;
        sections.forEach(Section::cut);
    }

    /** One wait of one thread. */
    private static final class Section {
        private final Thread thread;
        private boolean over;
        private volatile boolean cut;

        Section(Thread thread) {
            this.thread = thread;
        }

        synchronized void cut() {
            if (!over) {
                cut = true;
                thread.interrupt();
            }
        }

        /** From here on nobody interrupts the thread; if it was done too late to be noticed, it is taken back. */
        synchronized void end() {
            over = true;
            if (cut) {
                Thread.interrupted();
            }
        }
    }
}

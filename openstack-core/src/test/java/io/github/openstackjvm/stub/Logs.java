package io.github.openstackjvm.stub;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that is logged while it is open. */
public final class Logs implements AutoCloseable {
    private static final List<Logs> OPEN = new CopyOnWriteArrayList<>();

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    private Logs() {}

    /** Begins. */
    public static Logs capture() {
        Logs logs = new Logs();
        OPEN.add(logs);
        return logs;
    }

    static boolean wanted() {
        return !OPEN.isEmpty();
    }

    static void record(String line) {
        OPEN.forEach(logs -> logs.lines.add(line));
    }

    /** What was logged so far: level, logger, message, arguments; and stack traces with their causes. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** A failure with its stack, causes and suppressed failures. */
    public static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void close() {
        OPEN.remove(this);
    }
}

package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.List;

/** All calls a fake cloud got, in their order. */
public final class Journal {
    private final List<JournalEntry> entries = new ArrayList<>();

    Journal() {}

    /** All calls so far. */
    public synchronized List<JournalEntry> calls() {
        return List.copyOf(entries);
    }

    /**
     * The calls of this verb and path.
     *
     * @param path such as {@code /servers}, {@code /servers/*}, or the whole path with the service before it
     */
    public List<JournalEntry> calls(HttpMethod method, String path) {
        PathPattern pattern = new PathPattern(path);
        return calls().stream()
                .filter(call -> call.method() == method && pattern.matches(call))
                .toList();
    }

    /** The calls no operation of the fake fits. */
    public List<JournalEntry> unknown() {
        return calls().stream().filter(call -> !call.known()).toList();
    }

    /** Forgets all calls. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized void add(JournalEntry entry) {
        entries.add(entry);
    }

    /** One line a call. */
    @Override
    public String toString() {
        return String.join("\n", calls().stream().map(JournalEntry::toString).toList());
    }
}

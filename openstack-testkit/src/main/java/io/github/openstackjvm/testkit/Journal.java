package io.github.openstackjvm.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The calls a fake cloud got, in their order: all, or the last thousand when the cloud's clock runs by itself. */
public final class Journal {
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final int limit;

    Journal(int limit) {
        this.limit = limit;
    }

    /** All calls so far. */
    public synchronized List<JournalEntry> calls() {
        return List.copyOf(entries);
    }

    /** The calls for which the test holds. */
    public List<JournalEntry> calls(Predicate<JournalEntry> test) {
        return calls().stream().filter(test).toList();
    }

    /**
     * The calls of this verb and path.
     *
     * @param path such as {@code /servers}, {@code /servers/*}, or the whole path with the service before it
     */
    public List<JournalEntry> calls(HttpMethod method, String path) {
        PathPattern pattern = new PathPattern(path);
        return calls(call -> call.method() == method && pattern.matches(call));
    }

    /** The calls that may have changed something, logging in aside. */
    public List<JournalEntry> changes() {
        return calls(call -> !HARMLESS.contains(call.method())
                && !(call.service().equals("identity") && call.operation().equals("/auth/tokens")));
    }

    /** The last call; empty when there was none. */
    public synchronized Optional<JournalEntry> last() {
        return Optional.ofNullable(entries.peekLast());
    }

    /** The last call of this verb and path; empty when there was none. */
    public Optional<JournalEntry> last(HttpMethod method, String path) {
        List<JournalEntry> calls = calls(method, path);
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
    }

    /** The calls no operation of the fake fits. */
    public List<JournalEntry> unknown() {
        return calls(call -> !call.known());
    }

    /** Forgets all calls. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized void add(JournalEntry entry) {
        entries.add(entry);
        if (entries.size() > limit) {
            entries.remove();
        }
    }

    /** One line a call. */
    @Override
    public String toString() {
        return String.join("\n", calls().stream().map(JournalEntry::toString).toList());
    }
}

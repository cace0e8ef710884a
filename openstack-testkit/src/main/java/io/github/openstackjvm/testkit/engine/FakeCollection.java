package io.github.openstackjvm.testkit.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All things of one kind in one region, in the order they were made. */
public final class FakeCollection {
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** Keeps a thing. */
    public Row add(Row row) {
        rows.put(row.id(), row);
        return row;
    }

    /** The thing of that id. */
    public Optional<Row> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** The first thing whose value is this one. */
    public Optional<Row> first(String name, Object value) {
        return where(row -> row.is(name, value)).stream().findFirst();
    }

    /** All things for which the test holds. */
    public List<Row> where(Predicate<Row> test) {
        List<Row> found = new ArrayList<>();
        for (Row row : rows.values()) {
            if (test.test(row)) {
                found.add(row);
            }
        }
        return found;
    }

    /** Whether the test holds for at least one thing. */
    public boolean any(Predicate<Row> test) {
        return rows.values().stream().anyMatch(test);
    }

    /** For how many things the test holds. */
    public int count(Predicate<Row> test) {
        return (int) rows.values().stream().filter(test).count();
    }

    /** All things whose value is this one. */
    public List<Row> where(String name, Object value) {
        return where(row -> row.is(name, value));
    }

    /** All things. */
    public List<Row> all() {
        return new ArrayList<>(rows.values());
    }

    /** Forgets a thing. */
    public void remove(String id) {
        rows.remove(id);
    }

    /** Forgets everything. */
    void clear() {
        rows.clear();
    }

    /** Whether there is a thing of that id. */
    public boolean has(String id) {
        return rows.containsKey(id);
    }
}

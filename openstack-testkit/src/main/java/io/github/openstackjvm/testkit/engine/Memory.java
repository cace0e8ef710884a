package io.github.openstackjvm.testkit.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeBody;
import org.jspecify.annotations.Nullable;

/**
 * What a world remembered at one moment. Nothing that happens later changes it.
 *
 * @param now the time
 * @param rows all things, by region and kind
 * @param quotas the quotas that were set
 * @param ids how many ids and numbers had been drawn
 * @param published what is at addresses outside the cloud
 */
public record Memory(
        Instant now,
        Map<String, List<Row>> rows,
        Map<String, Integer> quotas,
        Ids.Mark ids,
        Map<String, FakeBody> published) {

    /** How many things there were. */
    public int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    static Row copy(Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        row.fields().forEach((name, value) -> Json.put(fields, name, copy(value)));
        return new Row(fields);
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, child) -> Json.put(copy, String.valueOf(name), copy(child)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(child -> copy.add(copy(child)));
            return copy;
        }
        if (value instanceof FakeBody body) {
            return body.share();
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalStateException("Rows hold plain values, not " + value.getClass());
    }

    /** Lets go of the bodies a row holds. */
    static void discard(@Nullable Object value) {
        if (value instanceof FakeBody body) {
            body.discard();
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(Memory::discard);
        } else if (value instanceof List<?> list) {
            list.forEach(Memory::discard);
        }
    }
}

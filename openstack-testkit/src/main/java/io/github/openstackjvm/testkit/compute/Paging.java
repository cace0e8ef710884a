package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Lists in pages: so many items after a marker, and a link to those that follow. */
final class Paging {
    private Paging() {}

    /** What such lists may be asked for. */
    static Map<String, Schema> known() {
        Map<String, Schema> known = new LinkedHashMap<>();
        known.put("limit", Forms.DIGITS);
        known.put("marker", Forms.TEXT);
        return known;
    }

    /** How many items a page has: at most 1000. */
    static int limit(Call call) {
        return call.query("limit")
                .filter(value -> !value.isEmpty())
                .map(value -> (int) Math.min(1000, Python.integer(value)))
                .orElse(1000);
    }

    /** The page that was asked for; the marker must be one of what was found. */
    static List<Row> page(Call call, List<Row> found, Function<Row, String> mark) {
        return page(call, found, mark, marker -> Refusal.badRequest("Marker " + marker + " could not be found."));
    }

    /** The same, with other words about a marker that is not found. */
    static List<Row> page(Call call, List<Row> found, Function<Row, String> mark, Function<String, Refusal> notFound) {
        int from = 0;
        if (call.query("marker").isPresent()) {
            String marker = call.query("marker").get();
            from = found.stream().map(mark).toList().indexOf(marker) + 1;
            if (from == 0) {
                throw notFound.apply(marker);
            }
        }
        return cut(call, found, from);
    }

    /** No more than a page of what was found, from there on. */
    static List<Row> cut(Call call, List<Row> found, int from) {
        return found.subList(from, Math.min(found.size(), from + limit(call)));
    }

    /** The part of a list that older ones are asked for by an offset; a limit of zero is none. */
    static List<Row> slice(Call call, List<Row> all) {
        int from = call.query("offset")
                .map(value -> (int) Math.min(all.size(), Python.integer(value)))
                .orElse(0);
        return limit(call) == 0 ? all.subList(from, all.size()) : cut(call, all, from);
    }

    /** What is said of a marker that is not found, in the other way of Nova. */
    static Refusal lost(String marker) {
        return Refusal.badRequest("marker [" + marker + "] not found");
    }

    /** Adds the link to the next page to a body when this one is full, as Nova does even when nothing follows. */
    static void link(
            Call call, Map<String, Object> body, String name, String path, List<Row> page, Function<Row, String> mark) {
        int limit = limit(call);
        if (limit == 0 || page.size() < limit) {
            return;
        }
        Map<String, List<String>> query = new LinkedHashMap<>(new TreeMap<>(call.query())); // sorted, as Nova does
        query.put("marker", List.of(mark.apply(page.get(page.size() - 1))));
        StringBuilder href = new StringBuilder(call.url(path));
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            List<String> values = parameter.getValue();
            href.append(separator).append(parameter.getKey()).append('=');
            href.append(Text.encode(values.get(values.size() - 1)));
            separator = '&';
        }
        body.put(name, List.of(Json.map("rel", "next", "href", href.toString())));
    }
}

package io.github.openstackjvm.testkit.network;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Lists of Neutron: filters, tags, sorting, pages in both directions, and a choice of fields. */
final class NetworkList {
    /** What is asked of any list, and is no filter. */
    static final Set<String> CONTROLS = Set.of("limit", "marker", "page_reverse", "fields", "sort_key", "sort_dir");

    private static final Set<String> TAGS = Set.of("tags", "tags-any", "not-tags", "not-tags-any");

    private final NetworkResource resource;
    private final List<Attribute> attributes;

    NetworkList(NetworkResource resource, List<Attribute> attributes) {
        this.resource = resource;
        this.attributes = attributes;
    }

    FakeResponse answer(Call call, List<Row> rows, Function<Row, Map<String, Object>> view) {
        String many = resource.many();
        checkFilters(call);
        int limit = limit(call);
        Comparator<Row> order = order(call);
        List<Row> found = new ArrayList<>(rows);
        found.removeIf(row -> !fits(call, row));
        found.sort(order);
        List<Row> page = limit == 0 ? found : page(call, found, limit);
        Map<String, Object> body = Json.map(
                many, page.stream().map(row -> fields(call, view.apply(row))).toList());
        List<Object> links = limit == 0 ? List.of() : links(call, resource.path(), page, limit);
        if (!links.isEmpty()) {
            body.put(many + "_links", links);
        }
        return Json.reply(200, body);
    }

    /** The fields the caller asked for; all when none are named. */
    static Map<String, Object> fields(Call call, Map<String, Object> view) {
        List<String> wanted = call.queries("fields");
        if (!wanted.isEmpty()) {
            view.keySet().removeIf(name -> !wanted.contains(name));
        }
        return view;
    }

    private void checkFilters(Call call) {
        List<String> unknown = call.query().keySet().stream()
                .filter(name -> !CONTROLS.contains(name) && !TAGS.contains(name))
                .filter(name -> !name.equals("tenant_id") && !name.equals("project_id"))
                .filter(name -> attributes.stream().noneMatch(each -> each.filter() && each.name.equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest(Python.repr(unknown) + " is invalid attribute for filtering");
        }
        call.query()
                .forEach((name, values) -> attributes.stream()
                        .filter(each -> each.name.equals(name))
                        .forEach(each -> values.forEach(each::checkFilter)));
    }

    private boolean fits(Call call, Row row) {
        return call.query().entrySet().stream()
                .filter(parameter -> !CONTROLS.contains(parameter.getKey()))
                .allMatch(parameter -> fits(call, row, parameter.getKey(), parameter.getValue()));
    }

    private boolean fits(Call call, Row row, String name, List<String> wanted) {
        if (TAGS.contains(name)) {
            List<String> tags = row.texts("tags");
            List<String> named = List.of(wanted.get(0).split(",", -1));
            boolean met = name.endsWith("any") ? named.stream().anyMatch(tags::contains) : tags.containsAll(named);
            return met != name.startsWith("not");
        }
        Object value = resource.filterValue(call, row, name.equals("tenant_id") ? "project_id" : name);
        return wanted.stream()
                .anyMatch(one -> value instanceof Predicate<?> test
                        ? testOf(test).test(one)
                        : value instanceof Collection<?> some
                                ? some.stream().anyMatch(each -> same(each, one))
                                : same(value, one));
    }

    @SuppressWarnings("unchecked") // what a resource gives in place of a value tests texts
    private static Predicate<String> testOf(Predicate<?> test) {
        return (Predicate<String>) test;
    }

    private static boolean same(@Nullable Object value, String wanted) {
        if (value instanceof Boolean flag) {
            return flag == Checks.flag(wanted);
        }
        // What was never set has no text, not even an empty one.
        return value != null && wanted.equalsIgnoreCase(value.toString());
    }

    private Comparator<Row> order(Call call) {
        List<String> keys = named(call, "sort_key");
        List<String> directions = named(call, "sort_dir");
        if (keys.size() != directions.size()) {
            throw Refusal.badRequest("The number of sort_keys and sort_dirs must be same");
        }
        refuse(
                keys.stream()
                        .filter(key -> !key.equals("tenant_id") && !key.equals("project_id"))
                        .filter(key -> attributes.stream().noneMatch(each -> each.sort() && each.name.equals(key))),
                " is invalid attribute for sort_keys");
        refuse(
                directions.stream().filter(direction -> !Set.of("asc", "desc").contains(direction)),
                " is invalid value for sort_dirs, valid value is 'asc' and 'desc'");
        Comparator<Row> order = Comparator.comparing(row -> 0);
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i).equals("tenant_id") ? "project_id" : keys.get(i);
            Comparator<Row> by = Comparator.<Row>comparingLong(row -> row.number(key))
                    .thenComparing(row -> row.text(key).toLowerCase(Locale.ROOT));
            order = order.thenComparing(directions.get(i).equals("desc") ? by.reversed() : by);
        }
        return order.thenComparing(Row::id); // as Neutron's database does
    }

    private static List<String> named(Call call, String parameter) {
        return call.queries(parameter).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static void refuse(Stream<String> wrong, String complaint) {
        List<String> list = wrong.toList();
        if (!list.isEmpty()) {
            throw Refusal.badRequest(Python.repr(list) + complaint);
        }
    }

    private static int limit(Call call) {
        String value = call.query("limit").orElse("0");
        try {
            long limit = Python.integer(value);
            if (limit >= 0) {
                return (int) Math.min(limit, Integer.MAX_VALUE);
            }
        } catch (NumberFormatException e) {
            // The same complaint as for a negative one.
        }
        throw new Refusal(
                400, "BadRequest", "Bad limit request: Limit must be an integer 0 or greater and not '" + value + "'.");
    }

    private static boolean reverse(Call call) {
        return call.query("page_reverse")
                .map(value -> value.equalsIgnoreCase("true"))
                .orElse(false);
    }

    private List<Row> page(Call call, List<Row> sorted, int limit) {
        String marker = call.query("marker").orElse("");
        int at = -1;
        if (!marker.isEmpty()) {
            if (resource.find(call, marker).isEmpty()) {
                throw resource.missing(marker);
            }
            for (int i = 0; i < sorted.size() && at < 0; i++) {
                at = sorted.get(i).id().equals(marker) ? i : -1;
            }
        }
        if (reverse(call)) {
            int end = at < 0 ? sorted.size() : at;
            return sorted.subList(Math.max(0, end - limit), end);
        }
        return sorted.subList(at + 1, Math.min(sorted.size(), at + 1 + limit));
    }

    private static List<Object> links(Call call, String path, List<Row> page, int limit) {
        List<Object> links = new ArrayList<>();
        boolean empty = page.isEmpty();
        if (page.size() >= limit || reverse(call)) {
            String last = empty ? "" : page.get(page.size() - 1).id();
            links.add(Json.map("rel", "next", "href", href(call, path, last, false)));
        }
        if (page.size() >= limit || !reverse(call)) {
            String first = empty ? "" : page.get(0).id();
            links.add(Json.map("rel", "previous", "href", href(call, path, first, true)));
        }
        return links;
    }

    private static String href(Call call, String path, String marker, boolean reverse) {
        Map<String, List<String>> query = new LinkedHashMap<>(call.query());
        query.remove("marker");
        query.remove("page_reverse");
        if (!marker.isEmpty()) {
            query.put("marker", List.of(marker));
        }
        if (reverse) {
            query.put("page_reverse", List.of("True"));
        }
        return call.url(path)
                + query.entrySet().stream()
                        .flatMap(parameter ->
                                parameter.getValue().stream().map(value -> parameter.getKey() + "=" + encode(value)))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

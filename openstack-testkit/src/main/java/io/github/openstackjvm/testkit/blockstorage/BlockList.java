package io.github.openstackjvm.testkit.blockstorage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** How Cinder lists: filters, order, pages, links to the next one, and how many there are. */
final class BlockList {
    private static final int MAX = 1000;
    private static final Set<String> OPERATORS = Set.of("gt", "gte", "eq", "neq", "lt", "lte");

    private final Call call;
    private final Map<String, String> filters = new LinkedHashMap<>();
    private final int limit;
    private final int offset;
    private final @Nullable String marker;
    private final List<String> sortKeys = new ArrayList<>();
    private final List<String> sortDirs = new ArrayList<>();
    private final boolean counted;

    private Set<String> columns = Set.of();
    private Map<String, String> renamed = Map.of();
    private BiFunction<String, Row, @Nullable Object> values = (name, row) -> row.get(name);
    private String links = "";
    private Function<String, Refusal> missing = id -> Refusal.notFound("Resource could not be found.");

    private BlockList(Call call, Map<String, List<String>> query) {
        this.call = call;
        query.forEach((name, all) -> filters.put(name, all.get(all.size() - 1)));
        limit = limit();
        marker = filters.remove("marker");
        offset = offset();
        readOrder();
        counted = call.since("3.45")
                && filters.containsKey("with_count")
                && BlockText.flag("with_count", String.valueOf(filters.remove("with_count")));
    }

    /** The list that this call asks for. */
    static BlockList of(Call call) {
        return new BlockList(call, call.query());
    }

    /** Everything, whatever the call asks for. */
    static BlockList whole(Call call) {
        return new BlockList(call, Map.of());
    }

    /** What can be filtered and sorted by: the columns of the table. */
    BlockList columns(String... names) {
        columns = Set.of(names);
        return this;
    }

    /** Columns that go by another name here. */
    BlockList renamed(Map<String, String> names) {
        renamed = names;
        return this;
    }

    /** Where the value of a column comes from, if not from the row. */
    BlockList values(BiFunction<String, Row, @Nullable Object> source) {
        values = source;
        return this;
    }

    /** What is said of a marker that is not there. */
    BlockList missing(Function<String, Refusal> refusal) {
        missing = refusal;
        return this;
    }

    /** The key of the links to the next page, if it is not that of the list with {@code _links} behind it. */
    BlockList links(String key) {
        links = key;
        return this;
    }

    /** The filters that are left. */
    Map<String, String> filters() {
        return filters;
    }

    /** Takes a filter out. */
    @Nullable
    String take(String name) {
        return filters.remove(name);
    }

    /**
     * Lets pass what users may filter by. Since 3.31 other filters are refused; before, they are ignored. Administrators may
     * filter by any column.
     */
    BlockList allow(String... names) {
        if (call.caller().admin()) {
            return this;
        }
        Set<String> allowed = Set.of(names);
        if (!call.since("3.31")) {
            filters.keySet().retainAll(allowed);
            return this;
        }
        List<String> unknown = filters.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .toList();
        List<String> told =
                unknown.stream().filter(name -> !name.equals("all_tenants")).toList();
        if (!told.isEmpty()) {
            throw Refusal.badRequest("Invalid filters " + String.join(",", told) + " are found in query options.");
        }
        filters.keySet().removeAll(unknown);
        return this;
    }

    /**
     * The same for lists that were made when filters were still anything: before 3.31 what is no column fits nothing, and
     * {@code all_tenants} of a user is none.
     */
    BlockList allowSince331(String... names) {
        return call.since("3.31") ? allow(names) : this;
    }

    /** Whether an administrator names the things of all projects, whatever the value says. */
    boolean allProjectsIfNamed() {
        return call.caller().admin() && filters.remove("all_tenants") != null;
    }

    /** Whether an administrator asks for the things of all projects. */
    boolean allProjects() {
        String value = filters.remove("all_tenants");
        return value != null
                && BlockText.flag("all_tenants", value)
                && call.caller().admin();
    }

    /**
     * The answer: this page of these rows, each as the view shows it, under the key and with a link to the next page by this
     * path; without one when the path is empty.
     */
    FakeResponse reply(String key, String path, List<Row> rows, Function<Row, Map<String, Object>> view) {
        List<Row> found = new ArrayList<>(rows.stream().filter(this::fits).toList());
        // What was made in the same second stays in the order it was made in: Cinder goes by their ids then, which tell
        // nothing.
        if (sortDirs.get(0).equals("desc")) {
            Collections.reverse(found);
        }
        found.sort(order());
        int total = found.size();
        List<Row> page = page(found);
        Map<String, Object> body = Json.map(key, page.stream().map(view).toList());
        int count = counted && total > 0 ? total : page.size();
        if (!page.isEmpty() && limit <= count && !path.isEmpty()) {
            body.put(
                    links.isEmpty() ? key + "_links" : links,
                    List.of(Json.map("rel", "next", "href", next(path, page))));
        }
        if (counted) {
            body.put("count", total);
        }
        return Json.reply(200, body);
    }

    private List<Row> page(List<Row> found) {
        int from = 0;
        if (marker != null) {
            from = found.stream().map(Row::id).toList().indexOf(marker) + 1;
            if (from == 0) {
                throw missing.apply(marker);
            }
        }
        from = Math.min(found.size(), from + offset);
        return found.subList(from, Math.min(found.size(), from + limit));
    }

    private String next(String path, List<Row> page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        call.query().forEach((name, all) -> parameters.put(name, all.get(all.size() - 1)));
        parameters.put("marker", page.get(page.size() - 1).id());
        StringBuilder href = new StringBuilder(FakeBlockStorage.url(call, path));
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            href.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return href.toString();
    }

    private int limit() {
        String text = filters.remove("limit");
        if (text == null) {
            return MAX;
        }
        try {
            long number = Python.integer(text);
            if (number < 0) {
                throw Refusal.badRequest("limit param must be positive");
            }
            return (int) Math.min(number, MAX);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("limit param must be an integer");
        }
    }

    private int offset() {
        String text = filters.remove("offset");
        if (text == null) {
            return 0;
        }
        try {
            long number = Python.integer(text);
            if (number < 0) {
                throw Refusal.badRequest("offset must be >= 0");
            } else if (number > Integer.MAX_VALUE) {
                throw Refusal.badRequest("offset must be <= " + Integer.MAX_VALUE);
            }
            return (int) number;
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("offset must be an integer");
        }
    }

    private void readOrder() {
        String sort = filters.remove("sort");
        String key = filters.remove("sort_key");
        String dir = filters.remove("sort_dir");
        if (sort != null && (key != null || dir != null)) {
            throw Refusal.badRequest("The 'sort_key' and 'sort_dir' parameters are deprecated and "
                    + "cannot be used with the 'sort' parameter.");
        }
        if (sort == null) {
            sortKeys.add(Objects.requireNonNullElse(key, "created_at").strip());
            sortDirs.add(Objects.requireNonNullElse(dir, "desc").strip());
            return;
        }
        for (String each : sort.strip().split(",", -1)) {
            int colon = each.indexOf(':');
            sortKeys.add((colon < 0 ? each : each.substring(0, colon)).strip());
            sortDirs.add(
                    colon < 0 || colon + 1 == each.length()
                            ? "desc"
                            : each.substring(colon + 1).strip());
        }
    }

    private Comparator<Row> order() {
        if (!Set.of("asc", "desc").containsAll(sortDirs)) {
            throw Refusal.badRequest("Invalid input received: Unknown sort direction, must be 'desc' or 'asc'.");
        }
        List<String> keys = new ArrayList<>(sortKeys);
        List<String> dirs = new ArrayList<>(sortDirs);
        if (!keys.contains("created_at")) {
            keys.add("created_at");
            dirs.add(sortDirs.get(0));
        }
        Comparator<Row> order = by(keys.get(0), dirs.get(0));
        for (int i = 1; i < keys.size(); i++) {
            order = order.thenComparing(by(keys.get(i), dirs.get(i)));
        }
        return order;
    }

    private Comparator<Row> by(String key, String direction) {
        if (!columns.contains(key) && !key.equals("created_at") && !key.equals("id")) {
            throw Refusal.badRequest("Invalid input received: Invalid sort key");
        }
        Comparator<Row> by = Comparator.comparing(row -> sortable(value(key, row)));
        return direction.equals("desc") ? by.reversed() : by;
    }

    // As the database orders: nothing first, numbers as numbers, texts whatever their case.
    private static String sortable(@Nullable Object value) {
        return value == null
                ? ""
                : value instanceof Number number
                        ? "1%020d".formatted(number.longValue())
                        : "1" + value.toString().toLowerCase(Locale.ROOT);
    }

    private @Nullable Object value(String name, Row row) {
        return values.apply(renamed.getOrDefault(name, name), row);
    }

    private boolean fits(Row row) {
        return filters.entrySet().stream().allMatch(filter -> fits(filter.getKey(), filter.getValue(), row));
    }

    private boolean fits(String name, String wanted, Row row) {
        if (name.endsWith("~")) {
            String plain = name.substring(0, name.length() - 1);
            return columns.contains(plain)
                    && String.valueOf(value(plain, row))
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted.toLowerCase(Locale.ROOT));
        }
        if (name.equals("created_at") || name.equals("updated_at")) {
            return inTime(wanted, String.valueOf(value(name, row)));
        }
        if (!columns.contains(name)) {
            return false;
        }
        Object actual = value(name, row);
        Object parsed = name.equals("name") ? wanted : BlockText.literal(wanted);
        if (actual instanceof Map || parsed instanceof Map) {
            return parsed instanceof Map<?, ?> pairs
                    && Json.object(actual)
                            .entrySet()
                            .containsAll(Json.object(pairs).entrySet());
        }
        if (actual instanceof Boolean) {
            return Objects.equals(actual, BlockText.flag(wanted));
        }
        return parsed instanceof List<?> several
                ? several.stream().anyMatch(each -> same(actual, each))
                : same(actual, parsed);
    }

    private static boolean same(@Nullable Object actual, Object wanted) {
        return actual != null && actual.toString().equalsIgnoreCase(wanted.toString());
    }

    private static boolean inTime(String conditions, String actual) {
        return Arrays.stream(conditions.split(",", -1)).allMatch(condition -> {
            String[] parts = condition.split(":", 2);
            if (!OPERATORS.contains(parts[0])) {
                throw Refusal.badRequest("Invalid " + parts[0] + " operator");
            }
            Instant wanted = instant(parts.length == 1 ? "" : parts[1]);
            if (actual.equals("null")) {
                return false;
            }
            int compared = instant(actual).compareTo(wanted);
            return switch (parts[0]) {
                case "gt" -> compared > 0;
                case "gte" -> compared >= 0;
                case "eq" -> compared == 0;
                case "neq" -> compared != 0;
                case "lt" -> compared < 0;
                default -> compared <= 0;
            };
        });
    }

    private static Instant instant(String text) {
        try {
            return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text.contains("T") ? text : text + "T00:00:00")
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("Invalid " + text + " value");
        }
    }
}

package io.github.openstackjvm.testkit.image;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What a list of images is asked for: filters, order, page. */
final class ImageQuery {
    static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 1000;
    private static final List<String> SORT_KEYS =
            List.of("name", "status", "container_format", "disk_format", "size", "id", "created_at", "updated_at");
    private static final Set<String> TEXTS = Set.of("name", "id", "status", "container_format", "disk_format");
    private static final Set<String> NUMBERS = Set.of("size", "virtual_size", "min_ram", "min_disk");
    private static final Set<String> COLUMNS =
            Set.of("size", "virtual_size", "min_ram", "min_disk", "owner", "checksum", "os_hash_value", "os_hash_algo");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*(?:\\\\.[^\"\\\\]*)*)\",?|([^,]+),?|,");

    private final Call call;
    private final Map<String, String> filters = new LinkedHashMap<>();
    private final List<String> tags = new ArrayList<>();
    private final int limit;
    private final @Nullable String marker;
    private final String memberStatus;
    private final List<String> keys = new ArrayList<>();
    private final List<String> directions = new ArrayList<>();

    private ImageQuery(Call call) {
        this.call = call;
        limit = call.query("limit").map(ImageQuery::limit).orElse(DEFAULT_LIMIT);
        marker = call.query("marker").orElse(null);
        memberStatus = call.query("member_status").orElse("accepted");
        if (!List.of("pending", "accepted", "rejected", "all").contains(memberStatus)) {
            throw Refusal.badRequest("Invalid status: " + memberStatus);
        }
        call.query().forEach((name, values) -> {
            switch (name) {
                case "tag" -> values.forEach(tag -> tags.add(tag.strip()));
                case "limit", "marker", "member_status", "sort", "sort_key", "sort_dir" -> {}
                default -> filters.put(name, values.get(values.size() - 1));
            }
        });
        order();
        checkFilters();
    }

    static ImageQuery of(Call call) {
        return new ImageQuery(call);
    }

    /** The size of a page. */
    static int limit(String text) {
        long limit;
        try {
            limit = Python.integer(text);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("limit param must be an integer");
        }
        if (limit < 0) {
            throw Refusal.badRequest("limit param must be positive");
        }
        return (int) Math.min(limit, LARGEST_LIMIT);
    }

    private void order() {
        if (call.query("sort").isPresent()) {
            if (call.query("sort_key").isPresent() || call.query("sort_dir").isPresent()) {
                throw Refusal.badRequest("Old and new sorting syntax cannot be combined");
            }
            for (String part : call.query("sort").get().strip().split(",", -1)) {
                String[] by = part.split(":", 2);
                keys.add(key(by[0].strip()));
                directions.add(by.length < 2 || by[1].isEmpty() ? "desc" : direction(by[1].strip()));
            }
            return;
        }
        // Glance takes them from behind.
        for (int i = call.queries("sort_key").size() - 1; i >= 0; i--) {
            keys.add(key(call.queries("sort_key").get(i).strip()));
        }
        for (int i = call.queries("sort_dir").size() - 1; i >= 0; i--) {
            directions.add(direction(call.queries("sort_dir").get(i).strip()));
        }
        if (directions.size() > 1 && directions.size() != keys.size()) {
            throw Refusal.badRequest("Number of sort dirs does not match the number of sort keys");
        }
        if (keys.isEmpty()) {
            keys.add("created_at");
        }
        String only = directions.isEmpty() ? "desc" : directions.get(0);
        while (directions.size() < keys.size()) {
            directions.add(only);
        }
    }

    private static String key(String key) {
        if (!SORT_KEYS.contains(key)) {
            throw Refusal.badRequest("Invalid sort key: " + key + ". It must be one of the following: "
                    + String.join(", ", SORT_KEYS) + ".");
        }
        return key;
    }

    private static String direction(String direction) {
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw Refusal.badRequest("Invalid sort direction: " + direction);
        }
        return direction;
    }

    private void checkFilters() {
        String visibility = filters.getOrDefault("visibility", "");
        if (!visibility.isEmpty()
                && !List.of("community", "public", "private", "shared", "all").contains(visibility)) {
            throw Refusal.badRequest("Invalid visibility value: " + visibility);
        }
        if (!filters.getOrDefault("changes-since", "").isEmpty()) {
            throw Refusal.badRequest("The \"changes-since\" filter is no longer available on v2.");
        }
        String hidden = filters.getOrDefault("os_hidden", "false");
        if (!hidden.toLowerCase(Locale.ROOT).matches("true|false")) {
            throw Refusal.badRequest(
                    "Invalid value '" + hidden + "' for 'os_hidden' filter. Valid values are 'true' or 'false'.");
        }
        String guarded = filters.get("protected");
        if (guarded != null && !guarded.matches("true|false")) {
            throw Refusal.badRequest(
                    "Invalid value '" + guarded + "' for 'protected' filter. Valid values are 'true' or 'false'.");
        }
    }

    /** The images of the page. */
    List<Row> page(FakeImage glance) {
        Predicate<Row> test = visible(glance).and(matching());
        List<Row> rows = new ArrayList<>(glance.images().where(test));
        Comparator<Row> order = comparator();
        rows.sort(order);
        if (marker != null) {
            Row last = glance.images()
                    .find(marker)
                    .filter(row -> glance.visible(call.caller(), row))
                    .orElseThrow(() -> Refusal.badRequest("No image found with ID " + marker));
            rows.removeIf(row -> order.compare(row, last) <= 0);
        }
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    /** First and next. */
    Map<String, Object> links(String path, List<Row> page) {
        return links(call, path, page, limit);
    }

    /** First and next, as Glance writes them: of a parameter given twice, one is lost. */
    static Map<String, Object> links(Call call, String path, List<Row> page, int limit) {
        Map<String, String> parameters = new LinkedHashMap<>();
        call.query().forEach((name, values) -> parameters.put(name, values.get(values.size() - 1)));
        parameters.remove("marker");
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("first", path + (parameters.isEmpty() ? "" : "?" + encoded(parameters)));
        if (!page.isEmpty() && page.size() == limit) {
            parameters.put("marker", page.get(page.size() - 1).id());
            links.put("next", path + "?" + encoded(parameters));
        }
        return links;
    }

    private static String encoded(Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        return String.join("&", pairs);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private Comparator<Row> comparator() {
        List<String> allKeys = new ArrayList<>(keys);
        List<String> allDirections = new ArrayList<>(directions);
        for (String key : List.of("created_at", "id")) {
            if (!keys.contains(key)) {
                allKeys.add(key);
                allDirections.add(directions.size() == 1 ? directions.get(0) : "desc");
            }
        }
        Comparator<Row> order = by(allKeys.get(0), allDirections.get(0));
        for (int i = 1; i < allKeys.size(); i++) {
            order = order.thenComparing(by(allKeys.get(i), allDirections.get(i)));
        }
        return order;
    }

    private static Comparator<Row> by(String key, String direction) {
        Comparator<Row> ascending = key.equals("size")
                ? Comparator.comparingLong(row -> row.number("size"))
                : Comparator.comparing(row -> row.text(key).toLowerCase(Locale.ROOT));
        return direction.equals("asc") ? ascending : ascending.reversed();
    }

    private Predicate<Row> visible(FakeImage glance) {
        Caller caller = call.caller();
        String visibility = filters.get("visibility");
        return row -> {
            boolean own = row.is("owner", caller.projectId());
            boolean listed = caller.admin()
                    || own
                    || row.is("visibility", "public")
                    || row.is("visibility", "community")
                    || (row.is("visibility", "shared")
                            && glance.member(row, caller.projectId())
                                    .filter(member -> memberStatus.equals("all") || member.is("status", memberStatus))
                                    .isPresent());
            if (visibility == null) {
                // Those of the community are listed only when they are asked for.
                return listed && (own || !row.is("visibility", "community"));
            }
            return listed && (visibility.equals("all") || row.is("visibility", visibility));
        };
    }

    private Predicate<Row> matching() {
        boolean hidden = filters.getOrDefault("os_hidden", "false").equalsIgnoreCase("true");
        Predicate<Row> test =
                row -> row.is("os_hidden") == hidden && row.texts("tags").containsAll(tags);
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            Predicate<Row> more = filter(filter.getKey(), filter.getValue());
            test = test.and(more);
        }
        return test;
    }

    private static Predicate<Row> filter(String name, String value) {
        if (name.equals("visibility") || name.equals("os_hidden") || name.equals("deleted")) {
            return row -> true; // looked at elsewhere, or not at all
        } else if (name.equals("protected")) {
            return row -> row.is("protected") == value.equals("true");
        } else if (name.endsWith("_min") || name.endsWith("_max")) {
            return range(name, value);
        } else if (name.equals("created_at") || name.equals("updated_at")) {
            return time(name, value);
        } else if (TEXTS.contains(name)) {
            return text(name, value);
        } else if (NUMBERS.contains(name)) {
            // What is no number is zero to the database.
            return row -> row.get(name) != null && same(row.text(name), value.matches("\\d+") ? value : "0");
        } else if (COLUMNS.contains(name)) {
            return row -> same(row.text(name), value);
        }
        return row -> same(String.valueOf(row.object("properties").get(name)), value)
                && row.object("properties").containsKey(name);
    }

    /** Databases compare texts without regard to case, unless they are set up otherwise. */
    private static boolean same(String kept, String asked) {
        return kept.equalsIgnoreCase(asked);
    }

    private static Predicate<Row> range(String name, String value) {
        long bound;
        try {
            bound = Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("Unable to filter on a range with a non-numeric value.");
        }
        String field = name.substring(0, name.length() - 4);
        if (!NUMBERS.contains(field)) {
            throw new Refusal(500, Webob.explanation(500));
        }
        return row -> row.get(field) != null
                && (name.endsWith("_min") ? row.number(field) >= bound : row.number(field) <= bound);
    }

    private static Predicate<Row> text(String name, String value) {
        String[] parts = operator(value);
        return switch (parts[0]) {
            case "eq" -> row -> row.get(name) != null && same(row.text(name), parts[1]);
            case "in" -> {
                List<String> values = values(parts[1]);
                yield row -> row.get(name) != null && values.stream().anyMatch(each -> same(row.text(name), each));
            }
            default -> throw Refusal.badRequest("Unable to filter by unknown operator '" + parts[0] + "'.");
        };
    }

    private static Predicate<Row> time(String name, String value) {
        String[] parts = operator(value);
        Instant bound = instant(parts[1]);
        if (bound == null) {
            throw Refusal.badRequest("Bad \"" + name + "\" query filter format. Use ISO 8601 DateTime notation.");
        }
        Predicate<Integer> test = switch (parts[0]) {
            case "gt" -> order -> order > 0;
            case "gte" -> order -> order >= 0;
            case "lt" -> order -> order < 0;
            case "lte" -> order -> order <= 0;
            case "neq" -> order -> order != 0;
            case "eq" -> order -> order == 0;
            default -> throw Refusal.badRequest("Unable to filter on a unknown operator.");
        };
        return row -> test.test(Instant.parse(row.text(name)).compareTo(bound));
    }

    /** What stands before the first colon; a time has colons of its own. */
    private static String[] operator(String value) {
        int colon = value.indexOf(':');
        return colon < 0 || instant(value) != null
                ? new String[] {"eq", value}
                : new String[] {value.substring(0, colon), value.substring(colon + 1)};
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            try {
                return java.time.LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException plain) {
                return null;
            }
        }
    }

    private static List<String> values(String text) {
        checkQuotes(text);
        List<String> values = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            values.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2) != null ? matcher.group(2) : "");
        }
        return values;
    }

    private static void checkQuotes(String text) {
        boolean closed = true;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '"' || (i > 0 && text.charAt(i - 1) == '\\')) {
                continue;
            }
            if (closed && i > 0 && text.charAt(i - 1) != ',') {
                throw invalid(text, "There is no comma before opening quotation mark.");
            } else if (!closed && i + 1 != text.length() && text.charAt(i + 1) != ',') {
                throw invalid(text, "There is no comma after closing quotation mark.");
            }
            closed = !closed;
        }
        if (!closed) {
            throw invalid(text, "The quote is not closed.");
        }
    }

    private static Refusal invalid(String text, String why) {
        return Refusal.badRequest("Invalid filter value " + text + ". " + why);
    }
}

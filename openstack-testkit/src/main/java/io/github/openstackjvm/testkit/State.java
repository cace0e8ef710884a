package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.compute.FakeCompute;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;
import org.jspecify.annotations.Nullable;

/** What a cloud holds, told to people: names stand for ids, secrets are masked, what says nothing is left out. */
final class State {
    private static final String MOTION = "engine/motion";
    /** What is a secret itself, or of no use to anybody. */
    private static final Set<String> HIDDEN = Set.of("identity/tokens", MOTION, "object-store/clock");
    /** Shown apart, or of use to nobody. */
    private static final Set<String> APART = Set.of(
            "id",
            "name",
            "project_id",
            "status",
            "created_at",
            "updated_at",
            "number",
            "revision_number",
            "standard_attr_id");

    private static final int LAST_CALLS = 20;
    private static final int LONGEST = 160;

    private final FakeCloud fake;
    private final Map<String, String> names = new HashMap<>();

    /**
     * One thing.
     *
     * @param name empty when it has none
     * @param id what it is found by
     * @param project whose it is; empty when nobody's
     * @param status how it is; empty when that is not said
     * @param facts whatever else is known of it
     * @param fresh whether it was not there from the beginning, or otherwise
     */
    record Thing(String name, String id, String project, String status, Map<String, String> facts, boolean fresh) {}

    State(FakeCloud fake) {
        this.fake = fake;
        each((region, kind) -> {
            for (Row row : fake.world().collection(region, kind).all()) {
                // Short ones may be anything: flavors have them.
                if (row.id().length() >= 32 && !row.text("name").isEmpty()) {
                    names.put(row.id(), row.text("name"));
                }
            }
        });
    }

    private interface Visitor {
        void visit(String region, String kind);
    }

    private void each(Visitor visitor) {
        World world = fake.world();
        for (String region : world.regions()) {
            for (String kind : world.kinds(region, "")) {
                if (!HIDDEN.contains(kind)) {
                    visitor.visit(region, kind);
                }
            }
        }
    }

    /** All things, by region and kind, those that all regions share last; kinds of which there is nothing are left out. */
    Map<String, Map<String, List<Thing>>> things() {
        Map<String, Map<String, List<Thing>>> regions =
                new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
        each((region, kind) -> {
            List<Thing> things = new ArrayList<>();
            for (Row row : fake.world().collection(region, kind).all()) {
                things.add(thing(region, kind, row));
            }
            if (!things.isEmpty()) {
                regions.computeIfAbsent(region, any -> new TreeMap<>()).put(kind, things);
            }
        });
        return regions;
    }

    private Thing thing(String region, String kind, Row row) {
        String owner = row.text(row.fields().containsKey("owner") ? "owner" : "project_id");
        boolean fresh = !fake.world().original(region, kind, row);
        boolean server = kind.equals("compute/servers");
        Map<String, String> facts = new LinkedHashMap<>();
        // What a flavor was when the server was made is long; its name says enough.
        if (server) {
            facts.put("flavor_name", String.valueOf(row.object("flavor").get("name")));
        }
        row.fields().forEach((name, value) -> {
            if (!APART.contains(name) && !empty(value)) {
                facts.put(name, Redaction.secret(name) ? Redaction.MASK : shown(value));
            }
        });
        String address = row.text("floating_ip_address");
        return new Thing(
                address.isEmpty() ? row.text("name") : address,
                kind.contains("token") ? Redaction.MASK : row.id(),
                named(owner),
                server ? FakeCompute.statusOf(row) : row.text("status"),
                facts,
                fresh);
    }

    private static boolean empty(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty();
        }
        return value instanceof List<?> list ? list.isEmpty() : value == null || value.equals("");
    }

    private String named(String id) {
        return names.getOrDefault(id, id);
    }

    private String shown(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(entry -> !empty(entry.getValue()))
                    .map(entry -> entry.getKey() + "="
                            + (Redaction.secret(String.valueOf(entry.getKey()))
                                    ? Redaction.MASK
                                    : shown(entry.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return named(String.valueOf(value));
    }

    /** The kind with the name of a project in the place of its account. */
    String readable(String kind) {
        return Pattern.compile("AUTH_([0-9a-f]{32})")
                .matcher(kind)
                .replaceAll(account -> Matcher.quoteReplacement(named(account.group(1))));
    }

    /** What is under way in the background. */
    List<String> moving() {
        return fake.world().collection("", MOTION).all().stream()
                .map(row -> row.text("place").replaceFirst(".*/", "") + " " + named(row.text("target")) + ": "
                        + row.text("what")
                        + (row.get("due") == null
                                ? ", never ends"
                                : row.number("reads") > 0
                                        ? ", " + row.number("reads") + " more reads"
                                        : ", until " + row.text("due")))
                .toList();
    }

    String text() {
        StringBuilder out =
                new StringBuilder("The fake cloud at " + fake.clock().now() + " holds:\n");
        Map<String, Integer> unchanged = new TreeMap<>();
        things().forEach((region, kinds) -> kinds.forEach((kind, things) -> {
            String shown = readable(kind);
            String where = region.isEmpty() || region.equals(fake.region()) ? shown : shown + " in " + region;
            List<Thing> fresh = things.stream().filter(Thing::fresh).toList();
            if (things.size() > fresh.size()) {
                unchanged.put(where, things.size() - fresh.size());
            }
            if (!fresh.isEmpty()) {
                out.append(where).append('\n');
                fresh.forEach(thing -> out.append("  ").append(line(thing)).append('\n'));
            }
        }));
        out.append("As at the beginning: ").append(counted(unchanged)).append('\n');
        part(out, "Under way", moving());
        part(out, "Goes wrong", fake.faults().rules());
        part(out, "Transitions", fake.transitions().rules());
        List<JournalEntry> calls = fake.journal().calls();
        part(
                out,
                "Last calls",
                calls.subList(Math.max(0, calls.size() - LAST_CALLS), calls.size()).stream()
                        .map(JournalEntry::toString)
                        .toList());
        return out.toString();
    }

    private static String counted(Map<String, Integer> kinds) {
        return kinds.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void part(StringBuilder out, String title, List<?> lines) {
        if (!lines.isEmpty()) {
            out.append(title).append('\n');
            lines.forEach(line -> out.append("  ").append(line).append('\n'));
        }
    }

    private static String line(Thing thing) {
        StringBuilder line = new StringBuilder(thing.name().isEmpty() ? thing.id() : thing.name());
        if (!thing.name().isEmpty() && !thing.id().equals(thing.name())) {
            line.append(" (").append(thing.id()).append(')');
        }
        line.append(thing.status().isEmpty() ? "" : " " + thing.status().toUpperCase(Locale.ROOT));
        line.append(thing.project().isEmpty() ? "" : " of " + thing.project());
        String separator = ": ";
        for (Map.Entry<String, String> fact : thing.facts().entrySet()) {
            String value = fact.getValue();
            // What is not so is not worth a line that people read.
            if (!value.equals("false")) {
                line.append(separator).append(fact.getKey()).append('=');
                line.append(value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value);
                separator = ", ";
            }
        }
        return line.toString();
    }
}

package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Which servers a list shows, and in which order. */
final class ServerList {
    static final List<String> TAG_FILTERS = List.of("tags", "tags-any", "not-tags", "not-tags-any");

    private static final Set<String> PAGING = Set.of("sort_key", "sort_dir", "limit", "marker");

    /** Filters and sort keys in Nova's words, and what they are called here. */
    private static final Map<String, String> FIELDS = Map.of(
            "display_name", "name",
            "display_description", "description",
            "uuid", "id",
            "image", "image_ref",
            "tenant_id", "project_id");

    /** Filters whose value must be the whole value; all others are regular expressions. */
    private static final Set<String> EXACT = Set.of("project_id", "user_id", "image_ref", "id", "host");

    /** The fields a regular expression may be held against. */
    private static final Set<String> COLUMNS = Set.of(
            "name",
            "description",
            "hostname",
            "key_name",
            "power_state",
            "node",
            "reservation_id",
            "launch_index",
            "launched_at",
            "terminated_at",
            "created_at",
            "updated_at",
            "availability_zone",
            "locked_by",
            "root_device_name",
            "config_drive",
            "access_ip_v4",
            "access_ip_v6",
            "auto_disk_config",
            "progress",
            "kernel_id",
            "ramdisk_id",
            "user_data");

    private final Call call;
    private final Instances instances;
    private final FakeFlavors flavors;
    private final Neutron neutron;
    private final boolean detailed;
    private final Map<String, String> filters = new HashMap<>();

    ServerList(Call call, Instances instances, FakeFlavors flavors, Neutron neutron, boolean detailed) {
        this.call = call;
        this.instances = instances;
        this.flavors = flavors;
        this.neutron = neutron;
        this.detailed = detailed;
    }

    /** The servers of the page that was asked for. */
    List<Row> page() {
        checkQuery();
        call.query().forEach((name, values) -> {
            if (allowed().test(name) && !PAGING.contains(name)) {
                filters.put(name, values.get(values.size() - 1));
            }
        });
        refuseJoined();
        Optional<ServerStatus.Search> search = statuses();
        if (search.isPresent() && search.get().hopeless()) {
            return List.of();
        }
        List<Row> found = matching(search);
        found.sort(order());
        return cut(found);
    }

    private void checkQuery() {
        Map<String, Schema> known = ServerSchemas.query(call);
        FakeCompute.known(call, known, "^_");
    }

    /** What the caller may filter by. Whatever else is asked for is dropped, unless the microversion refuses it. */
    private Predicate<String> allowed() {
        if (call.caller().admin()) {
            return name -> true;
        }
        Set<String> names = new HashSet<>(
                Set.of("reservation_id", "name", "status", "image", "flavor", "ip", "changes-since", "all_tenants"));
        since("2.5", names, "ip6");
        since("2.26", names, TAG_FILTERS.toArray(String[]::new));
        since("2.66", names, "changes-before");
        since("2.73", names, "locked");
        since(
                "2.83",
                names,
                "availability_zone",
                "config_drive",
                "key_name",
                "created_at",
                "launched_at",
                "terminated_at",
                "power_state",
                "task_state",
                "vm_state",
                "progress",
                "user_id");
        since("2.90", names, "hostname");
        return names::contains;
    }

    private void since(String version, Set<String> names, String... more) {
        if (call.since(version)) {
            names.addAll(List.of(more));
        }
    }

    private void refuseJoined() {
        for (String name : filters.keySet()) {
            if (ServerSchemas.JOINED.contains(name) || name.startsWith("_")) {
                throw Refusal.badRequest("Invalid filter field: " + name + ".");
            }
        }
    }

    private Optional<ServerStatus.Search> statuses() {
        filters.remove("status");
        List<String> wanted = call.queries("status");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        ServerStatus.Search search = ServerStatus.search(wanted);
        if (search.hopeless() && call.since("2.38")) {
            throw Refusal.badRequest("Invalid status value");
        }
        return Optional.of(search);
    }

    private List<Row> matching(Optional<ServerStatus.Search> search) {
        List<Predicate<Row>> tests = new ArrayList<>();
        tests.add(changed());
        boolean onlyDeleted = search.isPresent() && search.get().vmStates().equals(Set.of("deleted"));
        if (onlyDeleted && !call.caller().admin()) {
            throw Refusal.forbidden("Only administrators may list deleted instances");
        }
        tests.add(deleted(onlyDeleted));
        tests.add(whose());
        search.ifPresent(states -> tests.add(states(states)));
        tests.add(locked());
        tests.add(tags());
        tests.add(flavor());
        tests.add(addresses());
        filters.forEach((name, value) -> tests.add(field(FIELDS.getOrDefault(name, name), value)));
        return instances.all().where(server -> tests.stream().allMatch(test -> test.test(server)));
    }

    private Predicate<Row> changed() {
        Changes changes = Changes.asked(call);
        if (changes.asked()) {
            filters.putIfAbsent("deleted", "any");
        }
        return server -> changes.cover(server.text("updated_at"));
    }

    // What has changed includes what was deleted; everything else only when an administrator asks for it.
    private Predicate<Row> deleted(boolean forced) {
        String asked = filters.remove("deleted");
        String soft = filters.remove("soft_deleted");
        if (!forced && "any".equals(asked)) {
            return server -> true;
        }
        if (forced || Text.flag(asked == null ? "" : asked).orElse(false)) {
            return server -> server.is("deleted") || (soft == null && server.is("vm_state", "soft-delete"));
        }
        return server -> !server.is("deleted") && (soft != null || !server.is("vm_state", "soft-delete"));
    }

    private Predicate<Row> whose() {
        String asked = filters.remove("all_tenants");
        boolean all = asked != null && (asked.isEmpty() || flag(asked));
        String tenant = filters.remove("tenant_id");
        String named = filters.remove("project_id");
        if (all) {
            FakeCompute.adminOnly(call, "servers:" + (detailed ? "detail" : "index") + ":get_all_tenants");
            String project = tenant == null ? named : tenant;
            return server -> project == null || server.is("project_id", project);
        }
        String project = call.caller().projectId();
        return server -> server.is("project_id", project);
    }

    private static boolean flag(String text) {
        return Text.flag(text).orElseThrow(() -> Refusal.badRequest(Text.noFlag(text)));
    }

    private static Predicate<Row> states(ServerStatus.Search search) {
        return server -> search.vmStates().contains(server.text("vm_state"))
                && (!search.byTask() || search.taskStates().contains(server.text("task_state")));
    }

    private Predicate<Row> locked() {
        String asked = filters.remove("locked");
        if (asked == null || !call.since("2.73")) {
            return server -> true;
        }
        boolean wanted = flag(asked);
        return server -> (server.get("locked_by") != null) == wanted;
    }

    private Predicate<Row> tags() {
        Predicate<Row> test = server -> true;
        for (String filter : TAG_FILTERS) {
            String asked = filters.remove(filter);
            if (asked != null && call.since("2.26")) {
                List<String> wanted = List.of(asked.split(",", -1));
                boolean any = filter.endsWith("-any");
                boolean not = filter.startsWith("not-");
                test = test.and(server -> {
                    List<String> has = server.texts("tags");
                    return not != (any ? wanted.stream().anyMatch(has::contains) : has.containsAll(wanted));
                });
            }
        }
        return test;
    }

    private Predicate<Row> flavor() {
        String asked = filters.remove("flavor");
        if (asked == null) {
            return server -> true;
        }
        Optional<Row> flavor = flavors.find(asked);
        return server -> flavor.isPresent() && number(server) == flavor.get().number("number");
    }

    /** Nova's own number of a server's flavor. */
    private static long number(Row server) {
        return Instances.flavor(server).number("number");
    }

    private Predicate<Row> addresses() {
        String v4 = filters.remove("ip");
        String v6 = filters.remove("ip6");
        if (v4 == null && v6 == null) {
            return server -> true;
        }
        Set<String> ids = new HashSet<>();
        for (String part : new String[] {v4, v6}) {
            if (part != null && !part.isEmpty()) {
                ids.addAll(neutron.serversWith(call.caller(), part));
            }
        }
        return server -> ids.contains(server.id());
    }

    private static Predicate<Row> field(String name, String value) {
        if (EXACT.contains(name)) {
            return server -> server.text(name).equalsIgnoreCase(value);
        }
        if (name.equals("vm_state") || name.equals("task_state")) {
            return server -> server.text(name).equals(value);
        }
        if (!COLUMNS.contains(name)) {
            return server -> true;
        }
        // The database compares without case, and a bar stands for itself.
        Pattern pattern = Pattern.compile(value.replace("|", "\\|"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        boolean time = name.endsWith("_at");
        return server -> server.get(name) != null
                && pattern.matcher(time ? sqlTime(server.text(name)) : server.text(name))
                        .find();
    }

    private static String sqlTime(String kept) {
        return kept.replace('T', ' ').replace("Z", "");
    }

    private Comparator<Row> order() {
        List<String> keys = new ArrayList<>(call.queries("sort_key"));
        List<String> directions = new ArrayList<>(call.queries("sort_dir"));
        if (keys.isEmpty()) {
            keys.add("created_at");
        }
        if (directions.isEmpty()) {
            directions.add("desc");
        }
        drop(keys, directions);
        if (directions.size() > keys.size()) {
            throw Refusal.badRequest("Invalid input received: Sort direction size exceeds sort key size");
        }
        Comparator<Row> order = null;
        for (int i = 0; i < keys.size(); i++) {
            String direction = i < directions.size() ? directions.get(i) : directions.get(0);
            if (!direction.equals("asc") && !direction.equals("desc")) {
                throw Refusal.badRequest("Invalid input received: Unknown sort direction, must be 'desc' or 'asc'");
            }
            Comparator<Row> next = by(keys.get(i));
            next = direction.equals("asc") ? next : next.reversed();
            order = order == null ? next : order.thenComparing(next);
        }
        Comparator<Row> last = Comparator.comparing(Row::id);
        return order == null ? last : order.thenComparing(last);
    }

    // Columns that were once sorted by are taken and ignored, and those of the hosts are the administrator's.
    private void drop(List<String> keys, List<String> directions) {
        for (int i = keys.size() - 1; i >= 0; i--) {
            String key = keys.get(i);
            boolean ignored =
                    ServerSchemas.IGNORED_SORT_KEYS.contains(key) && !(key.equals("locked") && call.since("2.73"));
            if (ignored) {
                keys.remove(i);
                if (directions.size() > i) {
                    directions.remove(i);
                }
            } else if ((key.equals("host") || key.equals("node"))
                    && !call.caller().admin()) {
                throw Refusal.forbidden("Only administrators can sort servers by " + key);
            }
        }
    }

    private static Comparator<Row> by(String key) {
        String field = FIELDS.getOrDefault(key, key);
        return switch (field) {
            case "launch_index", "power_state", "progress" -> Comparator.comparingLong(row -> row.number(field));
            case "instance_type_id" -> Comparator.comparingLong(ServerList::number);
            case "locked" -> Comparator.comparing(row -> row.get("locked_by") != null);
            default -> Comparator.comparing(row -> row.text(field).toLowerCase(Locale.ROOT));
        };
    }

    private List<Row> cut(List<Row> found) {
        int from = call.query("marker")
                .filter(marker -> !marker.isEmpty())
                .map(marker -> after(found, marker))
                .orElse(0);
        return Paging.cut(call, found, from);
    }

    /** Where what comes after the marker begins; the marker itself need not be shown. */
    private int after(List<Row> found, String marker) {
        Row row = instances.all().find(marker).orElseThrow(() -> Paging.lost(marker));
        Comparator<Row> order = order();
        int from = 0;
        while (from < found.size() && order.compare(found.get(from), row) <= 0) {
            from++;
        }
        return from;
    }
}

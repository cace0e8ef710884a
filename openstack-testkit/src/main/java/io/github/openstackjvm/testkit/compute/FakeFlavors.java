package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Flavors. Public ones are everybody's; others are seen by administrators and by the projects that have access. */
public final class FakeFlavors implements FakeResource {
    // What a single-precision number of a database holds.
    private static final double MOST_RXTX = 3.40282e+38;

    private static final int MAX = Integer.MAX_VALUE;
    private static final String PUBLIC = "os-flavor-access:is_public";
    private static final String EPHEMERAL = "OS-FLV-EXT-DATA:ephemeral";

    /** What to sort by, in Nova's words, and what it is called here. */
    private static final Map<String, String> SORT_KEYS = Map.of(
            "flavorid", "id", "memory_mb", "ram", "root_gb", "disk", "ephemeral_gb", EPHEMERAL, "is_public", PUBLIC);

    private static final Schema SORT_KEY = Schema.oneOf(
            "created_at",
            "description",
            "disabled",
            "ephemeral_gb",
            "flavorid",
            "id",
            "is_public",
            "memory_mb",
            "name",
            "root_gb",
            "rxtx_factor",
            "swap",
            "updated_at",
            "vcpu_weight",
            "vcpus");
    private static final Schema ANY = Schema.text(0, MAX);
    private static final Map<String, Schema> QUERY = Map.of(
            "limit", Forms.DIGITS,
            "marker", ANY,
            "is_public", ANY,
            "minRam", ANY,
            "minDisk", ANY,
            "sort_key", SORT_KEY,
            "sort_dir", Schema.oneOf("asc", "desc"));

    private final FakeCompute nova;

    FakeFlavors(FakeCompute nova) {
        this.nova = nova;
        if (flavors().all().isEmpty()) {
            usual("1", "m1.nano", 64, 1, 1);
            usual("2", "m1.micro", 128, 1, 1);
            usual("3", "m1.tiny", 512, 1, 1);
            usual("4", "m1.small", 2048, 20, 1);
            usual("5", "m1.medium", 4096, 40, 2);
            usual("6", "m1.large", 8192, 80, 4);
        }
    }

    private void usual(String id, String name, int ram, int disk, int vcpus) {
        flavors().add(row(Json.map("id", id, "name", name, "ram", ram, "disk", disk, "vcpus", vcpus)));
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/flavors", call -> list(call, "/flavors"));
        routes.get("/flavors/detail", call -> list(call, "/flavors/detail"));
        routes.post("/flavors", this::create);
        routes.get("/flavors/{flavor}", call -> Json.reply(200, Json.map("flavor", view(call, visible(call)))));
        routes.put("/flavors/{flavor}", this::update).since("2.55");
        routes.delete("/flavors/{flavor}", this::delete);
    }

    FakeCompute nova() {
        return nova;
    }

    private FakeCollection flavors() {
        return nova.collection("flavors");
    }

    /** The flavor the path names, whoever asks. */
    Row any(Call call) {
        return flavors().find(call.param("flavor")).orElseThrow(() -> missing(call));
    }

    /** The flavor the path names, when the caller may see it. */
    Row visible(Call call) {
        return flavors()
                .find(call.param("flavor"))
                .filter(flavor -> sees(call, flavor))
                .orElseThrow(() -> missing(call));
    }

    /** The flavor of that id, whoever asks. */
    Optional<Row> find(String id) {
        return flavors().find(id);
    }

    /** The flavor of that id, when the caller may see it. */
    Optional<Row> visible(Call call, String id) {
        return find(id).filter(flavor -> sees(call, flavor));
    }

    private static Refusal missing(Call call) {
        return Refusal.notFound("Flavor " + call.param("flavor") + " could not be found.");
    }

    private static boolean sees(Call call, Row flavor) {
        return call.caller().admin()
                || flavor.is(PUBLIC)
                || flavor.texts("access").contains(call.caller().projectId());
    }

    private FakeResponse list(Call call, String path) {
        FakeCompute.query(call, QUERY);
        List<Row> found = filtered(call);
        found.sort(order(call));
        List<Row> page = Paging.page(call, found, Row::id, Paging::lost);
        List<Object> views = new ArrayList<>();
        page.forEach(flavor -> views.add(path.endsWith("detail") ? view(call, flavor) : brief(call, flavor)));
        Map<String, Object> body = Json.map("flavors", views);
        Paging.link(call, body, "flavors_links", path, page, Row::id);
        return Json.reply(200, body);
    }

    private List<Row> filtered(Call call) {
        Optional<Boolean> wanted = publicFilter(call);
        long minRam = atLeast(call, "minRam");
        long minDisk = atLeast(call, "minDisk");
        boolean admin = call.caller().admin();
        return flavors()
                .where(flavor -> flavor.number("ram") >= minRam
                        && flavor.number("disk") >= minDisk
                        && (admin ? wanted.isEmpty() || wanted.get() == flavor.is(PUBLIC) : sees(call, flavor)));
    }

    /** Whether administrators want public flavors, others, or (empty) both; for anybody else it is ignored. */
    private static Optional<Boolean> publicFilter(Call call) {
        String value = call.query("is_public").orElse("true").toLowerCase(Locale.ROOT);
        if (value.equals("none") || !call.caller().admin()) {
            return Optional.empty();
        }
        if (Set.of("t", "true", "on", "y", "yes", "1").contains(value)) {
            return Optional.of(true);
        }
        if (Set.of("f", "false", "off", "n", "no", "0").contains(value)) {
            return Optional.of(false);
        }
        throw Refusal.badRequest(
                "Invalid is_public filter [" + call.query("is_public").orElse("") + "]");
    }

    private static long atLeast(Call call, String name) {
        String value = call.query(name).orElse("0");
        try {
            return Python.integer(value);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("Invalid " + name + " filter [" + value + "]");
        }
    }

    private static Comparator<Row> order(Call call) {
        String key = call.query("sort_key").orElse("flavorid");
        String field = SORT_KEYS.getOrDefault(key, key);
        Comparator<Row> order = Comparator.<Row>comparingLong(flavor -> field.equals("id") ? 0 : flavor.number(field))
                .thenComparing(flavor -> flavor.text(field).toLowerCase(Locale.ROOT));
        return call.query("sort_dir").orElse("asc").equals("desc") ? order.reversed() : order;
    }

    private FakeResponse create(Call call) {
        FakeCompute.adminOnly(call, "os-flavor-manage:create");
        Map<String, Object> wanted = FakeCompute.body(call, "flavor", schema(call));
        Object id = wanted.get("id");
        wanted.put("id", id == null || id.equals("auto") ? nova.world().ids().uuid() : String.valueOf(id));
        Row row = row(wanted);
        if (flavors().has(row.id())) {
            throw Refusal.conflict("Flavor with ID " + row.id() + " already exists.");
        }
        if (flavors().first("name", row.text("name")).isPresent()) {
            throw Refusal.conflict("Flavor with name " + row.text("name") + " already exists.");
        }
        flavors().add(row);
        return Json.reply(200, Json.map("flavor", view(call, row)));
    }

    private static Schema schema(Call call) {
        Schema id = Schema.text(1, 255).matching("^(?! )[a-zA-Z0-9. _-]+(?<! )$");
        Schema.ObjectSchema schema = Schema.object()
                .required("name", Schema.text(1, 255).and(Text::printableName))
                .optional(
                        "id", (path, value) -> value == null || value instanceof Number ? null : id.check(path, value))
                .required("ram", Schema.integer(1, MAX))
                .required("vcpus", Schema.integer(1, MAX))
                .required("disk", Schema.integer(0, MAX))
                .optional(EPHEMERAL, Schema.integer(0, MAX))
                .optional("swap", Schema.integer(0, MAX))
                .optional("rxtx_factor", Schema.positive(MOST_RXTX))
                .optional(PUBLIC, Schema.flag());
        return call.since("2.55") ? schema.optional("description", Schema.textOrNull(65535)) : schema;
    }

    private Row row(Map<String, Object> wanted) {
        String isPublic = String.valueOf(wanted.getOrDefault(PUBLIC, true)).toLowerCase(Locale.ROOT);
        return Row.of(
                "id",
                wanted.get("id"),
                "name",
                wanted.get("name"),
                "ram",
                number(wanted, "ram"),
                "disk",
                number(wanted, "disk"),
                "swap",
                number(wanted, "swap"),
                EPHEMERAL,
                number(wanted, EPHEMERAL),
                "vcpus",
                number(wanted, "vcpus"),
                PUBLIC,
                Set.of("true", "1", "on", "yes").contains(isPublic),
                "rxtx_factor",
                Double.valueOf(String.valueOf(wanted.getOrDefault("rxtx_factor", 1.0))),
                "description",
                wanted.get("description"),
                "extra_specs",
                Json.map(),
                "access",
                new ArrayList<String>(),
                "number",
                flavors().all().size() + 1L);
    }

    private static Long number(Map<String, Object> wanted, String name) {
        return Long.valueOf(String.valueOf(wanted.getOrDefault(name, 0)));
    }

    private FakeResponse update(Call call) {
        FakeCompute.adminOnly(call, "os-flavor-manage:update");
        Map<String, Object> wanted =
                FakeCompute.body(call, "flavor", Schema.object().required("description", Schema.textOrNull(65535)));
        Row flavor = any(call).set("description", wanted.get("description"));
        return Json.reply(200, Json.map("flavor", view(call, flavor)));
    }

    private FakeResponse delete(Call call) {
        FakeCompute.adminOnly(call, "os-flavor-manage:delete");
        flavors().remove(any(call).id());
        return FakeResponse.of(202).with("Content-Type", "application/json");
    }

    private static Map<String, Object> brief(Call call, Row flavor) {
        Map<String, Object> view = flavor.pick("id", "name");
        view.put("links", links(call, flavor));
        if (call.since("2.55")) {
            Json.put(view, "description", flavor.get("description"));
        }
        return view;
    }

    private static Map<String, Object> view(Call call, Row flavor) {
        Map<String, Object> view = flavor.pick("id", "name", "ram", "disk");
        // The empty text stood for "no swap" until the wire learned zero.
        view.put("swap", flavor.number("swap") == 0 && !call.since("2.75") ? "" : flavor.number("swap"));
        view.put(EPHEMERAL, flavor.number(EPHEMERAL));
        view.put("OS-FLV-DISABLED:disabled", false);
        view.putAll(flavor.pick("vcpus", PUBLIC, "rxtx_factor"));
        view.put("links", links(call, flavor));
        if (call.since("2.55")) {
            Json.put(view, "description", flavor.get("description"));
        }
        if (call.since("2.61")) {
            view.put("extra_specs", flavor.object("extra_specs"));
        }
        return view;
    }

    private static List<Object> links(Call call, Row flavor) {
        return Stream.<Object>of(
                        Json.map("rel", "self", "href", call.url("/flavors/" + flavor.id())),
                        Json.map("rel", "bookmark", "href", call.base() + "/flavors/" + flavor.id()))
                .toList();
    }
}

package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

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
import org.jspecify.annotations.Nullable;

/** Host aggregates: those with a zone among their metadata move their hosts into it. */
final class FakeAggregates implements FakeResource {
    private static final String PATH = "/os-aggregates";
    private static final String ZONE = "availability_zone";
    private static final Schema ZONE_NAME =
            Forms.either(Schema.text(1, 255).matching("^[^:]*$").and(Text::printableName), Forms.NOTHING);
    private static final Schema HOST = Schema.object().required("host", Forms.HOST);
    private static final Schema METADATA = Schema.object()
            .required("metadata", Schema.object().others("^[a-zA-Z0-9-_:. ]{1,255}$", Schema.textOrNull(255)));

    private final FakeServers servers;
    private final Hosts hosts;

    FakeAggregates(FakeServers servers) {
        this.servers = servers;
        hosts = servers.hosts();
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/{id}", call -> {
            allow(call, "show");
            return answer(call, find(call));
        });
        routes.put(PATH + "/{id}", this::update);
        routes.delete(PATH + "/{id}", this::delete);
        routes.post(PATH + "/{id}/action", this::act);
        routes.post(PATH + "/{id}/images", this::cache).since("2.81");
    }

    private static void allow(Call call, String rule) {
        FakeCompute.adminOnly(call, "os-aggregates:" + rule);
    }

    private FakeCollection all() {
        return hosts.aggregates();
    }

    private FakeResponse list(Call call) {
        allow(call, "index");
        return Json.reply(
                200,
                Json.map(
                        "aggregates",
                        all().all().stream().map(row -> view(call, row)).toList()));
    }

    private Row find(Call call) {
        String id = id(call);
        return all().find(id).orElseThrow(() -> Refusal.notFound("Aggregate " + id + " could not be found."));
    }

    private static String id(Call call) {
        String id = call.param("id");
        if (!id.matches("-?\\d{1,18}")) {
            throw Refusal.badRequest("Invalid input received: id must be an integer");
        }
        return id;
    }

    private FakeResponse answer(Call call, Row row) {
        return Json.reply(200, Json.map("aggregate", view(call, row)));
    }

    private static Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = Json.map("id", row.number("number"));
        if (call.since("2.41")) {
            view.putAll(row.pick("uuid"));
        }
        view.putAll(row.pick("name", "hosts", "metadata"));
        Json.put(view, "created_at", Text.micros(row.get("created_at")));
        Json.put(view, "updated_at", Text.micros(row.get("updated_at")));
        Json.put(view, "deleted_at", null);
        view.put("deleted", false);
        Json.put(view, ZONE, row.object("metadata").get(ZONE));
        return view;
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = FakeCompute.body(
                call, "aggregate", Schema.object().required("name", Forms.NAME).optional(ZONE, ZONE_NAME));
        allow(call, "create");
        String name = Forms.str(wanted.get("name"));
        checkFree(name);
        Object zone = wanted.get(ZONE);
        Map<String, Object> metadata = zone == null ? Json.map() : Json.map(ZONE, zone);
        long number = servers.nextNumber();
        Row row = all().add(Row.of(
                "id",
                String.valueOf(number),
                "number",
                number,
                "uuid",
                servers.nova().world().ids().uuid(),
                "name",
                name,
                "hosts",
                new ArrayList<String>(),
                "metadata",
                metadata,
                "created_at",
                servers.instances().now(),
                "updated_at",
                null));
        Map<String, Object> view = view(call, row);
        view.remove("hosts");
        view.remove("metadata");
        return Json.reply(200, Json.map("aggregate", view));
    }

    private void checkFree(String name) {
        if (all().first("name", name).isPresent()) {
            throw Refusal.conflict("Aggregate " + name + " already exists.");
        }
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = FakeCompute.body(
                call,
                "aggregate",
                Schema.object()
                        .optional("name", Schema.text(1, 255))
                        .optional(ZONE, ZONE_NAME)
                        .and(FakeAggregates::any));
        allow(call, "update");
        Row row = find(call);
        if (wanted.containsKey("name")) {
            String name = Forms.str(wanted.get("name")).strip();
            if (!row.is("name", name)) {
                checkFree(name);
            }
            row.set("name", name).set("updated_at", servers.instances().now());
        }
        if (wanted.containsKey(ZONE)) {
            checkZone(row, wanted.get(ZONE), row.texts("hosts"), "update aggregate", true);
            row.object("metadata").put(ZONE, Forms.str(wanted.get(ZONE)));
        }
        // Nova says when a change of metadata was made, and forgets it.
        return Json.reply(200, Json.map("aggregate", touched(view(call, row))));
    }

    private static String any(Object value) {
        Map<String, Object> wanted = Json.object(value);
        return wanted.containsKey("name") || wanted.containsKey(ZONE)
                ? ""
                : Python.repr(value) + " is not valid under any of the given schemas";
    }

    private Map<String, Object> touched(Map<String, Object> view) {
        view.put("updated_at", Text.micros(servers.nova().world().now()));
        return view;
    }

    /** Refuses a zone that would tear hosts apart or move servers. */
    private void checkZone(Row row, @Nullable Object zone, List<String> members, String action, boolean checkServers) {
        String reason = "";
        if (Forms.str(zone).isEmpty()) {
            reason = "Aggregate " + row.text("name") + " does not support empty named availability zone";
        } else {
            List<String> others = new ArrayList<>();
            for (Row other : all().all()) {
                String theirs = Hosts.zoneOfAggregate(other);
                boolean shares = other.texts("hosts").stream().anyMatch(members::contains);
                if (shares
                        && !theirs.isEmpty()
                        && !theirs.equals(zone)
                        && !other.id().equals(row.id())) {
                    others.add(theirs);
                }
            }
            if (!others.isEmpty()) {
                reason = "One or more hosts already in availability zone(s) " + Python.repr(others);
            } else if (checkServers
                    && !Hosts.zoneOfAggregate(row).equals(zone)
                    && members.stream()
                            .anyMatch(host ->
                                    !new HostUse(servers, host).servers().isEmpty())) {
                reason = "One or more hosts contain instances in this zone";
            }
        }
        if (!reason.isEmpty()) {
            String words = "Cannot " + action + " " + row.id() + ". Reason: " + reason + ".";
            throw action.startsWith("add") ? Refusal.conflict(words) : Refusal.badRequest(words);
        }
    }

    private FakeResponse delete(Call call) {
        allow(call, "delete");
        Row row = find(call);
        if (!row.texts("hosts").isEmpty()) {
            throw Refusal.badRequest(
                    "Cannot remove host from aggregate " + row.id() + ". Reason: Host aggregate is not empty.");
        }
        all().remove(row.id());
        return FakeResponse.of(200).with("Content-Type", "application/json");
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = FakeCompute.body(call, Forms.ANY);
        if (body.isEmpty()) {
            throw Refusal.badRequest("Malformed request body");
        }
        String action = body.keySet().iterator().next();
        return switch (action) {
            case "add_host" -> add(call);
            case "remove_host" -> remove(call);
            case "set_metadata" -> setMetadata(call);
            default -> throw Refusal.badRequest("There is no such action: " + action);
        };
    }

    private FakeResponse add(Call call) {
        String host = Forms.str(FakeCompute.body(call, "add_host", HOST).get("host"));
        allow(call, "add_host");
        String id = id(call);
        if (!hosts.exists(host)) {
            throw Refusal.notFound("Compute host " + host + " could not be found.");
        }
        Row row = find(call);
        if (!Hosts.zoneOfAggregate(row).isEmpty()) {
            checkZone(row, Hosts.zoneOfAggregate(row), List.of(host), "add host to aggregate", false);
        }
        List<String> members = row.texts("hosts");
        if (members.contains(host)) {
            throw Refusal.conflict("Aggregate " + id + " already has host " + host + ".");
        }
        members.add(host);
        row.set("hosts", members);
        return answer(call, row);
    }

    private FakeResponse remove(Call call) {
        String host = Forms.str(FakeCompute.body(call, "remove_host", HOST).get("host"));
        allow(call, "remove_host");
        String id = id(call);
        boolean there = hosts.exists(host)
                && all().find(id)
                        .filter(row -> row.texts("hosts").contains(host))
                        .isPresent();
        if (!there) {
            throw Refusal.notFound("Cannot remove host " + host + " in aggregate " + id);
        }
        Row row = find(call);
        removeHost(row, host);
        return answer(call, row);
    }

    /** A host is no longer in an aggregate. */
    static void removeHost(Row aggregate, String host) {
        List<String> members = aggregate.texts("hosts");
        members.remove(host);
        aggregate.set("hosts", members);
    }

    private FakeResponse setMetadata(Call call) {
        Map<String, Object> wanted =
                Json.object(FakeCompute.body(call, "set_metadata", METADATA).get("metadata"));
        allow(call, "set_metadata");
        Row row = find(call);
        if (wanted.containsKey(ZONE)) {
            checkZone(row, wanted.get(ZONE), row.texts("hosts"), "update metadata of aggregate", true);
        }
        Map<String, Object> metadata = row.object("metadata");
        wanted.forEach((key, value) -> {
            if (value == null) {
                metadata.remove(key);
            } else {
                metadata.put(key, value);
            }
        });
        return Json.reply(200, Json.map("aggregate", touched(view(call, row))));
    }

    /** What becomes of it nobody is told, not even whether there are such images. */
    private FakeResponse cache(Call call) {
        Map<String, Object> wanted = FakeCompute.body(
                call,
                Schema.object()
                        .required("cache", Forms.list(Schema.object().required("id", Forms.UUID), 1, Forms.MAX)));
        if (!call.caller().admin()) {
            throw Refusal.forbidden("Policy doesn't allow compute:aggregates:images to be performed.");
        }
        List<?> images = (List<?>) wanted.getOrDefault("cache", List.of());
        id(call);
        if (new HashSet<>(images).size() < images.size()) {
            throw Refusal.badRequest("Duplicate images in request");
        }
        find(call);
        return FakeResponse.of(202).with("Content-Type", "application/json");
    }
}

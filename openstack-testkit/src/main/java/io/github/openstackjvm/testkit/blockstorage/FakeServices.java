package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** The processes of Cinder: a scheduler, one for backups, and one for each of the two backends. */
public final class FakeServices implements FakeResource {
    static final String HOST = "fake";
    static final List<String> BACKENDS = List.of("files1", "files2");

    private final FakeBlockStorage cinder;

    FakeServices(FakeBlockStorage cinder) {
        this.cinder = cinder;
        if (services().all().isEmpty()) {
            add("cinder-backup", HOST);
            add("cinder-scheduler", HOST);
            BACKENDS.forEach(backend -> add("cinder-volume", HOST + "@" + backend));
        }
    }

    private void add(String binary, String host) {
        services()
                .add(Row.of(
                        "id",
                        binary + " " + host,
                        "uuid",
                        cinder.world().ids().uuid(),
                        "binary",
                        binary,
                        "host",
                        host,
                        "disabled",
                        false,
                        "disabled_reason",
                        null,
                        "frozen",
                        false));
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/os-services", this::list);
    }

    FakeCollection services() {
        return cinder.collection("services");
    }

    /** The host that a body names, or the cluster where there may be one: exactly one of both. */
    static String hostOrCluster(Map<String, Object> wanted, boolean clusters) {
        String host = Objects.toString(wanted.get("host"), "");
        String cluster = clusters ? Objects.toString(wanted.get("cluster"), "") : "";
        if (host.isEmpty() == cluster.isEmpty()) {
            throw Refusal.badRequest("Invalid input received: "
                    + (clusters ? "One and only one of cluster and host must be set." : "Host field is missing."));
        }
        return host.isEmpty() ? cluster : host;
    }

    /** The pool of a backend, as volumes name their host. */
    static String pool(String backend) {
        return HOST + "@" + backend + "#" + backend;
    }

    /** The process that manages the pool. */
    Optional<Row> of(String pool) {
        return services().find("cinder-volume " + pool.replaceFirst("#.*", ""));
    }

    /** The id of the process that manages the pool. */
    String uuidOf(String pool) {
        return of(pool).map(service -> service.text("uuid")).orElse("");
    }

    /** Whether a type says which backend it wants. */
    boolean namesBackend(String type) {
        return wantedBackend(type).isPresent();
    }

    /** The pool that the scheduler chooses for a type; empty when no backend that is enabled fits. */
    Optional<String> backendFor(String type) {
        String wanted = wantedBackend(type).orElse("");
        return BACKENDS.stream()
                .filter(backend -> wanted.isEmpty() || backend.equals(wanted))
                .map(FakeServices::pool)
                .filter(pool ->
                        of(pool).filter(service -> !service.is("disabled")).isPresent())
                .findFirst();
    }

    private Optional<String> wantedBackend(String type) {
        return cinder.types()
                .types()
                .find(type)
                .map(row -> row.object("extra_specs").get("volume_backend_name"))
                .map(Object::toString);
    }

    private FakeResponse list(Call call) {
        FakeBlockStorage.adminOnly(call, "volume_extension:services:index");
        String host = call.query("host").orElse("");
        String binary = call.query("binary").orElse("");
        List<Object> views = new ArrayList<>();
        for (Row service : services().all()) {
            // A host stands for all backends behind it.
            boolean here = host.isEmpty()
                    || service.is("host", host)
                    || service.text("host").startsWith(host + "@");
            if (here && (binary.isEmpty() || service.is("binary", binary))) {
                views.add(view(call, service));
            }
        }
        return Json.reply(200, Json.map("services", views));
    }

    private Map<String, Object> view(Call call, Row service) {
        boolean volume = service.is("binary", "cinder-volume");
        Map<String, Object> view = service.pick("binary", "host");
        view.put("zone", FakeBlockStorage.ZONE);
        view.put("status", service.is("disabled") ? "disabled" : "enabled");
        view.put("state", "up");
        view.put("updated_at", cinder.now());
        if (volume && call.since("3.49")) {
            view.put("backend_state", "up");
        }
        if (call.since("3.7")) {
            Json.put(view, "cluster", null);
        }
        view.putAll(service.pick("disabled_reason"));
        if (volume) {
            view.put("replication_status", "disabled");
            Json.put(view, "active_backend_id", null);
            view.putAll(service.pick("frozen"));
        }
        return view;
    }
}

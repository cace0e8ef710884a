package io.github.openstackjvm.testkit.network;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/**
 * What all resources of Neutron share: list, show, create (one or many), update, delete, revisions. A resource adds its
 * attributes, its rules and its view.
 */
abstract class NetworkResource implements FakeResource {
    private final FakeNetwork neutron;
    private final String one;
    private final String path;
    private final List<Attribute> attributes;

    /** A resource by its name on the wire, such as {@code security_group}. */
    NetworkResource(FakeNetwork neutron, String one, List<Attribute> attributes) {
        this.neutron = neutron;
        this.one = one;
        this.path = "/" + one.replace('_', '-') + "s";
        this.attributes = attributes;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(path, this::list);
        routes.post(path, this::create);
        routes.get(path + "/{id}", this::show);
        routes.put(path + "/{id}", this::update);
        routes.delete(path + "/{id}", this::delete);
    }

    FakeNetwork neutron() {
        return neutron;
    }

    String path() {
        return path;
    }

    FakeCollection all() {
        return neutron.collection(one + "s");
    }

    /** What the wire shows of a thing. */
    abstract Map<String, Object> view(Row row);

    /** What is said when there is no such thing, or none the caller may see. */
    abstract Refusal missing(String id);

    /** Runs before anything else: what the project has from the beginning is made here. */
    void prepare(Call call) {}

    /** Refuses things that may not be made; all of one request together. */
    abstract void checkCreate(Call call, List<Row> rows);

    /** Runs when the things of one request have been made. */
    void created(List<Row> rows) {}

    /** Refuses changes that may not be made. */
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {}

    /** Refuses to delete. */
    void checkDelete(Call call, Row row) {}

    /** Runs when a thing is gone. */
    void deleted(Row row) {}

    boolean visible(Call call, Row row) {
        return call.caller().admin() || row.is("project_id", call.caller().projectId());
    }

    /** The thing of that id, when the caller may see it. */
    Optional<Row> find(Call call, String id) {
        return all().find(id).filter(row -> visible(call, row));
    }

    Row get(Call call) {
        prepare(call);
        String id = call.param("id");
        return find(call, id).orElseThrow(() -> missing(id));
    }

    private FakeResponse list(Call call) {
        prepare(call);
        return new NetworkList(attributes)
                .answer(call, path, one + "s", all().where(row -> visible(call, row)), this::view);
    }

    private FakeResponse show(Call call) {
        return Json.reply(200, Json.map(one, NetworkList.fields(call, view(get(call)))));
    }

    private FakeResponse create(Call call) {
        prepare(call);
        NetworkBody body = new NetworkBody(one, attributes);
        List<Row> rows = new ArrayList<>();
        body.forCreate(call).forEach(item -> rows.add(new Row(item)));
        checkCreate(call, rows);
        rows.forEach(this::add);
        created(rows);
        return Json.reply(
                201,
                body.many(call)
                        ? Json.map(one + "s", rows.stream().map(this::view).toList())
                        : Json.map(one, view(rows.get(0))));
    }

    /** Keeps a new thing, giving it what the service gives. */
    Row add(Row row) {
        row.set("id", neutron.world().ids().uuid())
                .set("revision_number", 0)
                .set("standard_attr_id", neutron.world().ids().number())
                .set("created_at", now())
                .set("updated_at", now());
        return all().add(row);
    }

    private String now() {
        return neutron.world().now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A thing has changed: its revision grows. */
    void touch(Row row) {
        row.count("revision_number");
        row.set("updated_at", now());
    }

    private FakeResponse update(Call call) {
        Map<String, Object> changes = new NetworkBody(one, attributes).forUpdate(call);
        Row row = get(call);
        checkRevision(call, row);
        checkUpdate(call, row, changes);
        if (!changes.isEmpty()) {
            changes.forEach(row::set);
            touch(row);
        }
        return Json.reply(200, Json.map(one, view(row)));
    }

    private FakeResponse delete(Call call) {
        Row row = get(call);
        checkRevision(call, row);
        checkDelete(call, row);
        all().remove(row.id());
        deleted(row);
        return FakeResponse.of(204);
    }

    /** {@code If-Match: revision_number=3} guards against lost updates; other values are ignored. */
    static void checkRevision(Call call, Row row) {
        String match = call.header("If-Match").orElse("");
        if (match.matches("revision_number=\\d+")) {
            long wanted = Long.parseLong(match.substring(match.indexOf('=') + 1));
            if (wanted != row.number("revision_number")) {
                throw new Refusal(
                        412,
                        "RevisionNumberConstraintFailed",
                        "Constrained to " + wanted + ", but current revision is " + row.number("revision_number"));
            }
        }
    }
}

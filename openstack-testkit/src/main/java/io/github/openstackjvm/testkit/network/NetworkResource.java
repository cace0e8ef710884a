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
import org.jspecify.annotations.Nullable;

/**
 * What all resources of Neutron share: list, show, create (one or many), update, delete, policy, quotas, revisions. A resource
 * adds its attributes, its rules and its view.
 */
abstract class NetworkResource implements FakeResource {
    /** What every resource has that Neutron keeps standard attributes of. */
    static final List<Attribute> STANDARD = List.of(
            Attribute.given("description").text(255).initially("").updatable().filters(),
            Attribute.readOnly("tags"),
            Attribute.readOnly("created_at"),
            Attribute.readOnly("updated_at"),
            Attribute.readOnly("revision_number").sorts());

    /** The same in a view. */
    static final String[] STANDARD_VIEW = {
        "description", "tags", "created_at", "updated_at", "revision_number", "project_id"
    };

    private final FakeNetwork neutron;
    private final String one;
    private final String many;
    private final String path;
    private final List<Attribute> attributes;

    /** A resource by its name on the wire, such as {@code security_group}. */
    NetworkResource(FakeNetwork neutron, String one, List<Attribute> attributes) {
        this.neutron = neutron;
        this.one = one;
        this.many = one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        this.path = "/" + many.replace('_', '-');
        this.attributes = attributes;
    }

    /** Attributes of a resource, and the standard ones behind them. */
    static List<Attribute> standard(Attribute... own) {
        List<Attribute> all = new ArrayList<>(List.of(own));
        all.addAll(STANDARD);
        return List.copyOf(all);
    }

    @Override
    public void routes(Routes routes) {
        routes.get(path(), this::list);
        routes.post(path(), this::create);
        routes.get(path() + "/{id}", this::show);
        routes.put(path() + "/{id}", this::update);
        routes.delete(path() + "/{id}", this::delete);
    }

    FakeNetwork neutron() {
        return neutron;
    }

    String path() {
        return path;
    }

    String many() {
        return many;
    }

    /** What the rules of policy call it. */
    String policyName() {
        return one;
    }

    /** What is said when there is no such thing where the call looks. */
    Refusal missing(Call call, String id) {
        return missing(id);
    }

    FakeCollection all() {
        return neutron.collection(many);
    }

    /** What the wire shows of a thing, policy aside. */
    abstract Map<String, Object> view(Call call, Row row);

    /** What is said when there is no such thing, or none the caller may see. */
    abstract Refusal missing(String id);

    /** Runs before anything else: what the project has from the beginning is made here. */
    void prepare(Call call) {}

    /** Refuses things that may not be made; all of one request together. */
    void checkCreate(Call call, List<Row> rows) {}

    /** A thing of a request is made: it has an id, and what it needs of others is taken. A refusal undoes all of them. */
    void make(Call call, Row row) {}

    /** Gives back what a thing has taken: it is gone, or was not made after all. */
    void release(Row row) {}

    /** Runs when the things of one request have been made. */
    void created(List<Row> rows) {}

    /** Refuses changes that may not be made. */
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {}

    /** Makes the changes. */
    void change(Call call, Row row, Map<String, Object> changes) {
        changes.forEach(row::set);
    }

    /** Refuses to delete. */
    void checkDelete(Call call, Row row) {}

    /** Runs when a thing is gone. */
    void deleted(Row row) {}

    boolean visible(Call call, Row row) {
        return call.caller().admin() || row.is("project_id", call.caller().projectId());
    }

    /** The value that a filter is compared with. */
    @Nullable
    Object filterValue(Call call, Row row, String name) {
        return row.get(name);
    }

    /** The thing of that id, when the caller may see it. */
    Optional<Row> find(Call call, String id) {
        return all().find(id).filter(row -> visible(call, row));
    }

    Row get(Call call) {
        prepare(call);
        String id = call.param("id");
        return find(call, id).orElseThrow(() -> missing(call, id));
    }

    /** What the caller may see of a thing. */
    Map<String, Object> shown(Call call, Row row) {
        Map<String, Object> view = view(call, row);
        for (Attribute attribute : attributes) {
            String rule = "get_" + policyName() + ":" + attribute.name;
            boolean secret = Policies.has(rule) && !neutron.policies().allows(call, rule, row.fields());
            if (secret || attribute.isHidden()) {
                view.remove(attribute.name);
            }
        }
        return view;
    }

    private FakeResponse list(Call call) {
        prepare(call);
        return new NetworkList(this, attributes)
                .answer(call, all().where(row -> visible(call, row)), row -> shown(call, row));
    }

    private FakeResponse show(Call call) {
        return Json.reply(200, Json.map(one, NetworkList.fields(call, shown(call, get(call)))));
    }

    private FakeResponse create(Call call) {
        prepare(call);
        NetworkBody body = new NetworkBody(one, many, attributes);
        List<Row> rows = new ArrayList<>();
        body.forCreate(call).forEach(item -> rows.add(new Row(item)));
        rows.forEach(row -> checkPlace(call, row));
        rows.forEach(row -> neutron.checkQuota(row.text("project_id"), one, many, rows.size()));
        rows.forEach(row ->
                neutron.policies().enforce(call, "create_" + policyName(), attributes, row.fields(), null, true));
        makeAll(call, rows);
        return Json.reply(
                201,
                body.many(call)
                        ? Json.map(
                                many, rows.stream().map(row -> shown(call, row)).toList())
                        : Json.map(one, shown(call, rows.get(0))));
    }

    /** Whether the caller may make such a thing where it is to be. */
    void checkPlace(Call call, Row row) {}

    private void makeAll(Call call, List<Row> rows) {
        checkCreate(call, rows);
        List<Row> made = new ArrayList<>();
        try {
            for (Row row : rows) {
                made.add(add(row));
                make(call, row);
            }
        } catch (Refusal refusal) {
            for (Row row : made) {
                all().remove(row.id());
                release(row);
            }
            throw refusal;
        }
        created(rows);
    }

    /** Keeps a new thing, giving it what the service gives. */
    Row add(Row row) {
        row.set("id", neutron.world().ids().uuid())
                .set("revision_number", 0)
                .set("standard_attr_id", neutron.world().ids().number())
                .set("created_at", now())
                .set("updated_at", now());
        if (row.get("tags") == null) {
            row.set("tags", new ArrayList<String>());
        }
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
        Map<String, Object> changes = new NetworkBody(one, many, attributes).forUpdate(call);
        Row row = get(call);
        Row target = new Row(row.fields());
        changes.forEach(target::set);
        neutron.policies()
                .enforce(
                        call,
                        "update_" + policyName(),
                        attributes,
                        target.fields(),
                        changes.keySet(),
                        neutron.policies().allows(call, "get_" + policyName(), policyView(call, row)));
        checkRevision(call, row);
        boolean late = tellsLate(row, changes);
        checkUpdate(call, row, changes);
        if (changes.isEmpty() && !countsAlways()) {
            return Json.reply(200, Json.map(one, shown(call, row)));
        }
        change(call, row, changes);
        Map<String, Object> before = late ? shown(call, row) : Map.of();
        touch(row);
        return Json.reply(200, Json.map(one, late ? before : shown(call, row)));
    }

    /** Whether the revision grows even by an update that changes nothing. */
    boolean countsAlways() {
        return false;
    }

    /** Whether the answer to an update still has the revision before it. */
    boolean tellsLate(Row row, Map<String, Object> changes) {
        return false;
    }

    /** What the policy engine looks at. */
    Map<String, Object> policyView(Call call, Row row) {
        return row.fields();
    }

    private FakeResponse delete(Call call) {
        Row row = get(call);
        neutron.policies()
                .enforce(
                        call,
                        "delete_" + policyName(),
                        List.of(),
                        row.fields(),
                        null,
                        neutron.policies().allows(call, "get_" + policyName(), policyView(call, row)));
        checkRevision(call, row);
        checkDelete(call, row);
        drop(row);
        return FakeResponse.of(204);
    }

    /** A thing is gone. */
    void drop(Row row) {
        all().remove(row.id());
        release(row);
        deleted(row);
    }

    /** {@code If-Match: revision_number=3} guards against lost updates; what speaks of no revision is ignored. */
    static void checkRevision(Call call, Row row) {
        String match = call.header("If-Match").orElse("").replace("\"", "").trim();
        if (!match.startsWith("revision_number=")) {
            return;
        }
        String revision = match.substring(match.indexOf('=') + 1);
        if (!revision.matches("\\d{1,9}")) {
            throw new Refusal(
                    400,
                    "BadRequest",
                    "Bad if-match request: Revision number etag must be in the format of revision_number=<int>.");
        }
        long wanted = Long.parseLong(revision);
        if (wanted != row.number("revision_number")) {
            throw new Refusal(
                    412,
                    "RevisionNumberConstraintFailed",
                    "Constrained to " + wanted + ", but current revision is " + row.number("revision_number"));
        }
    }
}

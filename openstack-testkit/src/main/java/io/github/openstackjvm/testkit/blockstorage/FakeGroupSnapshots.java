package io.github.openstackjvm.testkit.blockstorage;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Motion;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Snapshots of all volumes of a group at once. */
public final class FakeGroupSnapshots implements FakeResource, Motion.Arrival {
    private static final String KIND = "group_snapshot";
    private static final List<String> STATUSES =
            List.of("error", "available", "creating", "deleting", "deleted", "updating", "error_deleting");

    private final FakeBlockStorage cinder;

    FakeGroupSnapshots(FakeBlockStorage cinder) {
        this.cinder = cinder;
        cinder.world().motion().tell(cinder.region(), KIND, this);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/group_snapshots", call -> list(call, false)).since("3.14");
        routes.get("/group_snapshots/detail", call -> list(call, true)).since("3.14");
        routes.post("/group_snapshots", this::create).since("3.14");
        routes.get("/group_snapshots/{snapshot}", this::show).since("3.14");
        routes.delete("/group_snapshots/{snapshot}", this::delete).since("3.14");
        routes.post("/group_snapshots/{snapshot}/action", this::act).since("3.19");
    }

    private FakeCollection all() {
        return cinder.collection("group_snapshots");
    }

    /** The snapshot of this id, when the caller may see it. */
    Row find(Call call, String id) {
        return all().find(id).filter(one -> FakeBlockStorage.sees(call, one)).orElseThrow(() -> missing(id));
    }

    private Row find(Call call) {
        return find(call, call.param("snapshot"));
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("GroupSnapshot " + id + " could not be found.");
    }

    /** The snapshots of the volumes of a group that this one is made of. */
    List<Row> snapshots(Row groupSnapshot) {
        return cinder.collection("snapshots").where("group_snapshot_id", groupSnapshot.id());
    }

    private FakeResponse list(Call call, boolean detailed) {
        BlockList list = (call.since("3.29") ? BlockList.of(call) : BlockList.whole(call))
                .columns(
                        "id",
                        "name",
                        "description",
                        "status",
                        "group_id",
                        "group_type_id",
                        "project_id",
                        "user_id",
                        "created_at")
                // Cinder's own link leads to the list without details, whichever was asked for.
                .links("group_snapshot_links")
                .missing(FakeGroupSnapshots::missing);
        boolean everybody = list.allProjectsIfNamed();
        list.allowSince331("name", "status", "group_id");
        all().all().forEach(this::read);
        List<Row> rows = all().where(
                        one -> everybody || one.is("project_id", call.caller().projectId()));
        return list.reply(
                "group_snapshots",
                "/group_snapshots",
                rows,
                one -> detailed ? view(call, one) : one.pick("id", "name"));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "group_snapshot",
                Schema.object()
                        .required("group_id", BlockBody.UUID)
                        .optional("name", BlockBody.SHORT_OR_NULL)
                        .optional("description", BlockBody.DESCRIPTION));
        Row group = cinder.groups().find(call, String.valueOf(wanted.get("group_id")));
        if (cinder.groups().volumes(group).isEmpty()
                || List.of("creating", "updating").contains(group.text("status"))) {
            throw FakeGroups.invalid("Source group cannot be empty or in 'creating' or 'updating' state. "
                    + "No group snapshot will be created.");
        }
        Row made = Row.of(
                "id",
                cinder.world().ids().uuid(),
                "project_id",
                call.caller().projectId(),
                "group_id",
                group.id(),
                "group_type_id",
                group.text("group_type"),
                "name",
                wanted.get("name"),
                "description",
                wanted.get("description"),
                "status",
                "creating",
                "created_at",
                cinder.now());
        try {
            cinder.groups()
                    .volumes(group)
                    .forEach(volume -> cinder.snapshots().add(call.caller(), volume, wanted, made.id()));
        } catch (Refusal refusal) {
            snapshots(made).forEach(one -> cinder.collection("snapshots").remove(one.id()));
            throw refusal;
        }
        all().add(made);
        begin(made, "create");
        return Json.reply(202, Json.map("group_snapshot", made.pick("id", "name", "group_type_id")));
    }

    private FakeResponse show(Call call) {
        read(find(call));
        return Json.reply(200, Json.map("group_snapshot", view(call, find(call))));
    }

    private FakeResponse delete(Call call) {
        Row made = find(call);
        boolean source = cinder.collection("groups")
                .any(group -> group.is("group_snapshot_id", made.id()) && group.is("status", "creating"));
        if (source || !List.of("available", "error").contains(made.text("status"))) {
            throw Refusal.badRequest("Invalid GroupSnapshot: GroupSnapshot status must be available or error, and no "
                    + "Group can be currently using it as source for its creation.");
        }
        snapshots(made).forEach(one -> one.set("status", "deleting"));
        begin(made.set("status", "deleting"), "delete");
        return FakeResponse.of(202);
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = BlockBody.action(call);
        if (!body.containsKey("reset_status")) {
            throw BlockBody.noAction(body);
        }
        Schema status = (path, value) -> {
            Schema.Violation violation = Schema.text(0, 255).check(path, value);
            if (violation == null && !STATUSES.contains(String.valueOf(value).toLowerCase(Locale.ROOT))) {
                String named = Python.repr(STATUSES);
                throw Refusal.badRequest("Invalid GroupSnapshot Status: Group snapshot status: " + value
                        + " is invalid, valid statuses are: (" + named.substring(1, named.length() - 1) + ").");
            }
            return violation;
        };
        Map<String, Object> wanted = BlockBody.argument(body, Schema.object().required("status", status));
        Row made = find(call);
        FakeBlockStorage.adminOnly(call, "group:reset_group_snapshot_status");
        cinder.world().motion().forget(cinder.region(), KIND, made.id());
        made.set("status", String.valueOf(wanted.get("status")).toLowerCase(Locale.ROOT));
        return FakeResponse.of(202);
    }

    private void begin(Row made, String what) {
        cinder.world().motion().begin(cinder.region(), KIND, made.id(), what);
    }

    private void read(Row made) {
        cinder.world().motion().read(cinder.region(), KIND, made.id());
    }

    @Override
    public void done(String id, String what) {
        all().find(id).ifPresent(made -> {
            snapshots(made).forEach(one -> cinder.snapshots().done(one.id(), what));
            if (what.equals("create")) {
                made.set("status", "available");
            } else {
                all().remove(id);
            }
        });
    }

    @Override
    public void failed(String id, String what, String words) {
        all().find(id).ifPresent(made -> {
            made.set("status", "error");
            snapshots(made).forEach(one -> cinder.snapshots().failed(one.id(), what, words));
        });
    }

    private static Map<String, Object> view(Call call, Row made) {
        Map<String, Object> view =
                made.pick("id", "group_id", "group_type_id", "status", "created_at", "name", "description");
        if (call.since("3.58") && call.caller().admin()) {
            view.putAll(made.pick("project_id"));
        }
        return view;
    }
}

package io.github.openstackjvm.testkit.blockstorage;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Which server or host has a volume: reserved first, then attaching, then attached. */
public final class FakeAttachments implements FakeResource {
    /** The state of an attachment, the strongest first, and that of its volume. */
    private static final List<Map.Entry<String, String>> STATES = List.of(
            Map.entry("attached", "in-use"), Map.entry("attaching", "attaching"), Map.entry("reserved", "reserved"));

    private static final Schema CONNECTOR = (path, value) -> !(value instanceof Map<?, ?> map)
            ? BlockBody.wrong(path, value, "object")
            : map.isEmpty() ? new Schema.Violation(path, value, "{} does not have enough properties") : null;

    private final FakeBlockStorage cinder;

    FakeAttachments(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/attachments", call -> list(call, false)).since("3.27");
        routes.get("/attachments/detail", call -> list(call, true)).since("3.27");
        routes.post("/attachments", this::create).since("3.27");
        routes.get("/attachments/{id}", call -> Json.reply(200, Json.map("attachment", view(find(call)))))
                .since("3.27");
        routes.put("/attachments/{id}", this::update).since("3.27");
        routes.delete("/attachments/{id}", this::delete).since("3.27");
        routes.post("/attachments/{id}/action", this::act).since("3.27");
    }

    private FakeCollection all() {
        return cinder.collection("attachments");
    }

    /** Those of a volume. */
    List<Row> of(Row volume) {
        return all().where("volume_id", volume.id());
    }

    private FakeResponse list(Call call, boolean detail) {
        BlockList list = BlockList.of(call)
                .columns("id", "volume_id", "status", "attach_status", "instance", "instance_id", "instance_uuid")
                .renamed(Map.of("status", "attach_status", "instance_id", "instance", "instance_uuid", "instance"))
                .missing(FakeAttachments::missing)
                .allow("volume_id", "status", "instance_id", "attach_status");
        boolean everything = list.take("all_tenants") != null && call.caller().admin();
        List<Row> rows = everything
                ? all().all()
                : all().where("project_id", call.caller().projectId());
        // The one list of Cinder without a link to the next page.
        return list.reply("attachments", "", rows, one -> detail ? view(one) : brief(one));
    }

    private FakeResponse create(Call call) {
        Schema.ObjectSchema schema = Schema.object()
                .optional("instance_uuid", BlockBody.UUID)
                .optional(
                        "connector",
                        (path, value) -> value == null || value instanceof Map
                                ? null
                                : BlockBody.wrong(path, value, "object", "null"))
                .required("volume_uuid", BlockBody.UUID);
        if (call.since("3.54")) {
            schema.optional("mode", BlockBody.words("rw", "ro"));
        }
        Map<String, Object> wanted = BlockBody.of(call, "attachment", schema);
        Row volume = cinder.volumes().find(call, String.valueOf(wanted.get("volume_uuid")));
        if (volume.text("status").contains("error")) {
            throw Refusal.badRequest(
                    "Invalid volume: Volume attachments can not be created if the volume is in an error "
                            + "state. The Volume " + volume.id() + " currently has a status of: "
                            + volume.text("status")
                            + " ");
        }
        Row made = reserve(volume, text(wanted.get("instance_uuid")));
        Object connector = wanted.get("connector");
        if (connector != null) {
            connect(made, Json.object(connector));
        }
        made.set("attach_mode", Objects.requireNonNullElse(wanted.get("mode"), "null"));
        Map<String, Object> view = view(made);
        // Told is what the row was before the driver answered.
        view.put("status", "reserved");
        return Json.reply(200, Json.map("attachment", view));
    }

    /** Keeps a volume for a server, or for nobody in particular; refuses when it is not free. */
    Row reserve(Row volume, @Nullable String server) {
        List<String> states = volume.is("multiattach")
                ? List.of("available", "in-use", "downloading")
                : List.of("available", "downloading");
        // A server that moves to another host has its volume twice for a while.
        boolean moves = server != null
                && List.of("in-use", "reserved").contains(volume.text("status"))
                && of(volume).stream().anyMatch(one -> one.is("instance", server));
        if (!states.contains(volume.text("status")) && !moves) {
            throw Refusal.badRequest(
                    "Invalid volume: Volume " + volume.id() + " status must be " + String.join(" or ", states)
                            + " to reserve, but the current status is " + volume.text("status") + ".");
        }
        if (!moves) {
            volume.set("status", "reserved");
        }
        return add(volume, server);
    }

    private Row add(Row volume, @Nullable Object server) {
        return all().add(Row.of(
                "id",
                cinder.world().ids().uuid(),
                "volume_id",
                volume.id(),
                "project_id",
                volume.text("project_id"),
                "attach_status",
                "reserved",
                "instance",
                server,
                "attached_host",
                null,
                "mountpoint",
                null,
                "attached_at",
                "",
                "detached_at",
                "",
                "attach_mode",
                "null",
                "connector",
                Json.map(),
                "connection_info",
                Json.map()));
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted =
                BlockBody.of(call, "attachment", Schema.object().required("connector", CONNECTOR));
        Row attachment = find(call);
        Row volume = cinder.volumes().find(call, attachment.text("volume_id"));
        if (volume.text("status").contains("error")) {
            throw new Refusal(
                    500,
                    "Unable to update attachment.(Invalid volume: Volume attachments can not be updated if the volume is "
                            + "in an error state. The Volume " + volume.id() + " currently has a status of: "
                            + volume.text("status") + " ).");
        }
        boolean connected = of(volume).stream()
                .anyMatch(one -> !one.object("connection_info").isEmpty());
        if (of(volume).size() > 1 && !volume.is("multiattach") && connected) {
            throw new Refusal(
                    500,
                    "Unable to update attachment.(Invalid volume: duplicate connectors detected on volume "
                            + volume.id() + ").");
        }
        Object before = attachment.get("attach_status");
        connect(attachment, Json.object(wanted.get("connector")));
        Map<String, Object> view = view(attachment);
        // Told is the row as it was before the backend connected it, with what the backend said.
        Json.put(view, "status", before);
        view.put("attached_at", "");
        view.put("attach_mode", "null");
        return Json.reply(200, Json.map("attachment", view));
    }

    /** The backend lets this host in; the volume is attaching. */
    void connect(Row attachment, Map<String, Object> connector) {
        Row volume = volumeOf(attachment);
        String mode = attachment.is("attach_mode", "null")
                ? Objects.toString(connector.get("mode"), "rw")
                : attachment.text("attach_mode");
        Map<String, Object> info = connection(volume, mode);
        info.put("driver_volume_type", "local");
        info.put("attachment_id", attachment.id());
        attachment
                .set("connector", connector)
                .set("connection_info", info)
                .set("attach_mode", mode)
                .set("attached_host", Objects.toString(connector.get("host"), ""))
                .set("mountpoint", Objects.toString(connector.get("mountpoint"), "na"))
                .set("attached_at", cinder.now())
                .set("attach_status", "attaching");
        volume.set("status", "attaching").set("attach_status", "attaching");
    }

    /** A server or a host has the volume, without the steps between. */
    void attach(Row volume, @Nullable Object server, @Nullable Object host, String device, String mode) {
        Row made = add(volume, server).set("attached_host", host).set("mountpoint", device);
        complete(made.set("attach_mode", mode).set("attached_at", cinder.now()));
    }

    /** How a host reaches a volume. */
    Map<String, Object> connection(Row volume, String mode) {
        return Json.map(
                "device_path",
                "/var/lib/cinder/volumes/volume-" + volume.id(),
                "qos_specs",
                null,
                "access_mode",
                mode,
                "encrypted",
                volume.get("encryption_key_id") != null,
                "cacheable",
                false);
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = BlockBody.action(call);
        if (!body.containsKey("os-complete")) {
            throw BlockBody.noAction(body);
        }
        if (!call.since("3.44")) {
            throw Refusal.notFound("The resource could not be found.");
        }
        complete(find(call));
        return FakeResponse.of(204);
    }

    /** The server has the volume. */
    void complete(Row attachment) {
        attachment.set("attach_status", "attached");
        volumeOf(attachment).set("status", "in-use").set("attach_status", "attached");
    }

    private FakeResponse delete(Call call) {
        Row attachment = find(call);
        cinder.guard().mayDetach(attachment);
        Row volume = volumeOf(attachment);
        remove(attachment);
        return Json.reply(
                200,
                Json.map(
                        "attachments",
                        of(volume).stream().map(FakeAttachments::brief).toList()));
    }

    /** The server has the volume no more; what the volume is then follows from the attachments that are left. */
    void remove(Row attachment) {
        Row volume = volumeOf(attachment);
        all().remove(attachment.id());
        settle(volume);
    }

    /** Brings a volume's states in step with its attachments. */
    void settle(Row volume) {
        List<Row> left = of(volume);
        volume.object("admin_metadata").remove("attached_mode");
        for (Map.Entry<String, String> state : STATES) {
            if (left.stream().anyMatch(one -> one.is("attach_status", state.getKey()))) {
                volume.set("attach_status", state.getKey()).set("status", state.getValue());
                return;
            }
        }
        volume.set("attach_status", "detached");
        if (VolumeDeletion.settled(volume) && !volume.is("status", "uploading")) {
            volume.set("status", "available");
        }
    }

    /** The attachment of this id, whoever asks. */
    Row any(String id) {
        return all().find(id).orElseThrow(() -> missing(id));
    }

    private Row find(Call call) {
        String id = call.param("id");
        return all().find(id).filter(one -> FakeBlockStorage.sees(call, one)).orElseThrow(() -> missing(id));
    }

    static Refusal missing(String id) {
        return Refusal.notFound("Volume attachment could not be found with filter: attachment_id = " + id + ".");
    }

    private Row volumeOf(Row attachment) {
        return cinder.collection("volumes")
                .find(attachment.text("volume_id"))
                .orElseThrow(() -> FakeVolumes.missing(attachment.text("volume_id")));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Map<String, Object> brief(Row attachment) {
        Map<String, Object> view = attachment.pick("id");
        view.put("status", attachment.text("attach_status"));
        view.putAll(attachment.pick("instance", "volume_id"));
        return view;
    }

    private static Map<String, Object> view(Row attachment) {
        Map<String, Object> view = brief(attachment);
        view.putAll(attachment.pick("attached_at", "detached_at", "attach_mode", "connection_info"));
        return view;
    }
}

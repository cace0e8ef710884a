package io.github.openstackjvm.testkit.blockstorage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** How a volume goes to a server and comes back, as Nova once did it. */
final class VolumeHandover {
    private static final String ADMIN = "volume_extension:volume_admin_actions:";
    private static final Schema CONNECTOR = (path, value) ->
            value instanceof Map || value instanceof String ? null : BlockBody.wrong(path, value, "object", "string");

    private final FakeBlockStorage cinder;

    VolumeHandover(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    void actions(FakeVolumeActions all) {
        all.on("os-attach", this::attach);
        all.on("os-detach", this::detach);
        all.on("os-force_detach", this::forceDetach);
        all.bare("os-reserve", this::reserve);
        all.bare("os-unreserve", this::unreserve);
        all.bare("os-begin_detaching", this::beginDetaching);
        all.bare("os-roll_detaching", this::rollDetaching);
        all.on("os-initialize_connection", this::initializeConnection);
        all.on("os-terminate_connection", this::terminateConnection);
    }

    private FakeResponse attach(Call call, Map<String, Object> body) {
        Schema.ObjectSchema schema = Schema.object()
                .required("mountpoint", Schema.text(1, 255))
                .optional("instance_uuid", BlockBody.UUID)
                .optional("host_name", Schema.text(0, 255))
                .optional("mode", BlockBody.words("rw", "ro"));
        Map<String, Object> wanted = BlockBody.argument(body, (path, value) -> {
            Schema.Violation violation = schema.check(path, value);
            Map<String, Object> given = Json.object(value);
            return violation != null || given.containsKey("instance_uuid") || given.containsKey("host_name")
                    ? violation
                    : new Schema.Violation(
                            path, value, Python.repr(value) + " is not valid under any of the given schemas");
        });
        Row volume = cinder.volumes().find(call);
        if (volume.is("status", "maintenance")) {
            throw VolumeStates.invalid("The volume cannot be attached in maintenance mode.");
        }
        String mode = Objects.toString(wanted.get("mode"), "rw");
        if (volume.object("admin_metadata").getOrDefault("readonly", "False").equals("True") && mode.equals("rw")) {
            throw Refusal.badRequest("Invalid attaching mode '" + mode + "' for volume " + volume.id() + ".");
        }
        if (!volume.object("admin_metadata").containsKey("readonly")) {
            VolumeStates.mark(volume, "readonly", "False");
        }
        Object server = wanted.get("instance_uuid");
        Object host = wanted.get("host_name");
        boolean there = cinder.attachments().of(volume).stream()
                .anyMatch(one -> server != null ? one.is("instance", server) : one.is("attached_host", host));
        if (there) {
            volume.set("status", "in-use");
            return FakeResponse.of(202);
        }
        if (volume.is("status", "in-use") && !volume.is("multiattach")) {
            throw VolumeStates.invalid("volume is already attached and multiple attachments are not enabled");
        }
        cinder.attachments().attach(volume, server, host, String.valueOf(wanted.get("mountpoint")), mode);
        VolumeStates.mark(volume, "attached_mode", mode);
        return FakeResponse.of(202);
    }

    private FakeResponse detach(Call call, Map<String, Object> body) {
        Map<String, Object> wanted =
                BlockBody.argument(body, Schema.object().optional("attachment_id", BlockBody.UUID_OR_NULL));
        Row volume = cinder.volumes().find(call);
        Object id = wanted.get("attachment_id");
        if (id == null) {
            guard(volume);
        } else {
            attachment(id).ifPresent(one -> {
                if (!one.is("volume_id", volume.id())) {
                    throw VolumeStates.input("Mismatched volume and attachment");
                }
                cinder.guard().mayDetach(one);
            });
        }
        if (volume.is("status", "maintenance")) {
            throw VolumeStates.invalid("The volume cannot be detached in maintenance mode.");
        }
        detach(volume, id, "Error detaching volume - ");
        return FakeResponse.of(202);
    }

    private void detach(Row volume, @Nullable Object id, String failure) {
        List<Row> all = cinder.attachments().of(volume);
        if (id == null && all.size() > 1) {
            throw Refusal.badRequest(failure + "InvalidVolume: Invalid volume: Detach volume failed: More than one "
                    + "attachment, but no attachment_id provided.");
        }
        Optional<Row> one = id == null ? all.stream().findFirst() : attachment(id);
        one.ifPresentOrElse(
                cinder.attachments()::remove, () -> cinder.attachments().settle(volume));
    }

    private FakeResponse forceDetach(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(
                body, Schema.object().optional("connector", BlockBody.ANY).optional("attachment_id", BlockBody.ANY));
        Row volume = cinder.volumes().find(call);
        FakeBlockStorage.adminOnly(call, ADMIN + "force_detach");
        guard(volume);
        VolumeStates.unreserve(volume, !cinder.attachments().of(volume).isEmpty());
        detach(volume, wanted.get("attachment_id"), "Error force detaching volume - ");
        return FakeResponse.of(202);
    }

    private void guard(Row volume) {
        List<Row> all = cinder.attachments().of(volume);
        if (all.size() == 1) {
            cinder.guard().mayDetach(all.get(0));
        } else if (all.size() > 1) {
            throw Refusal.conflict("ConflictNovaUsingAttachment: Detach volume from instance  using the Compute API");
        }
    }

    private Optional<Row> attachment(Object id) {
        return cinder.collection("attachments").find(id.toString());
    }

    private FakeResponse reserve(Call call) {
        VolumeStates.reserve(cinder.volumes().find(call));
        return FakeResponse.of(202);
    }

    private FakeResponse unreserve(Call call) {
        Row volume = cinder.volumes().find(call);
        VolumeStates.unreserve(volume, !cinder.attachments().of(volume).isEmpty());
        return FakeResponse.of(202);
    }

    private FakeResponse beginDetaching(Call call) {
        VolumeStates.beginDetaching(cinder.volumes().find(call));
        return FakeResponse.of(202);
    }

    private FakeResponse rollDetaching(Call call) {
        VolumeStates.rollDetaching(cinder.volumes().find(call));
        return FakeResponse.of(202);
    }

    private FakeResponse initializeConnection(Call call, Map<String, Object> body) {
        BlockBody.argument(body, Schema.object().required("connector", CONNECTOR));
        Row volume = cinder.volumes().find(call);
        if (volume.is("status", "maintenance")) {
            throw VolumeStates.invalid("The volume connection cannot be initialized in maintenance mode.");
        }
        boolean readOnly = "True".equals(volume.object("admin_metadata").get("readonly"));
        Map<String, Object> data = cinder.attachments().connection(volume, readOnly ? "ro" : "rw");
        return Json.reply(200, Json.map("connection_info", Json.map("driver_volume_type", "local", "data", data)));
    }

    private FakeResponse terminateConnection(Call call, Map<String, Object> body) {
        BlockBody.argument(body, Schema.object().required("connector", BlockBody.ANY));
        Row volume = cinder.volumes().find(call);
        guard(volume);
        VolumeStates.unreserve(volume, !cinder.attachments().of(volume).isEmpty());
        return FakeResponse.of(202);
    }
}

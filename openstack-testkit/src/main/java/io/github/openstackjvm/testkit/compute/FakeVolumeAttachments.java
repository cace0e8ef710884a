package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** The volumes of a server: attached and detached while it is there, or swapped for others. */
final class FakeVolumeAttachments implements FakeResource {
    private static final String PATH = "/servers/{server}/os-volume_attachments";
    private static final String DEVICE = "(^/dev/x{0,1}[a-z]{0,1}d{0,1})([a-z]+)[0-9]*$";
    private static final Pattern LETTERS = Pattern.compile(DEVICE);
    private static final String[] STATES = {
        "active", "paused", "stopped", "resized", "soft-delete", "shelved", "shelved_offloaded"
    };

    private final FakeServers servers;
    private final BlockDevices devices;
    private final Cinder cinder;

    FakeVolumeAttachments(FakeServers servers) {
        this.servers = servers;
        devices = servers.devices();
        cinder = servers.cinder();
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::attach);
        routes.get(PATH + "/{volume}", call -> {
            Row device = device(call, servers.instances().get(call));
            return Json.reply(200, Json.map("volumeAttachment", view(call, device)));
        });
        routes.put(PATH + "/{volume}", this::update);
        routes.delete(PATH + "/{volume}", this::detach);
    }

    private Row device(Call call, Row server) {
        String volume = call.param("volume");
        return devices.find(server.id(), volume)
                .orElseThrow(
                        () -> Refusal.notFound("Instance " + server.id() + " is not attached to volume " + volume));
    }

    private FakeResponse list(Call call) {
        FakeCompute.query(call, Map.of("limit", Forms.DIGITS, "offset", Forms.DIGITS));
        Row server = servers.instances().get(call);
        // Local disks count where the page is cut, and are left out of it afterwards.
        List<Row> page = Paging.slice(call, devices.of(server.id()));
        return Json.reply(
                200,
                Json.map(
                        "volumeAttachments",
                        page.stream()
                                .filter(device -> device.get("volume_id") != null)
                                .map(device -> view(call, device))
                                .toList()));
    }

    private static Map<String, Object> view(Call call, Row device) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (!call.since("2.89")) {
            view.put("id", device.text("volume_id"));
        }
        view.put("volumeId", device.text("volume_id"));
        view.put("serverId", device.text("server"));
        if (!device.text("device_name").isEmpty()) {
            view.put("device", device.text("device_name"));
        }
        if (call.since("2.70")) {
            Json.put(view, "tag", device.get("tag"));
        }
        if (call.since("2.79")) {
            view.put("delete_on_termination", device.is("delete_on_termination"));
        }
        if (call.since("2.89")) {
            Json.put(view, "attachment_id", device.get("attachment_id"));
            view.put("bdm_uuid", device.id());
        }
        return view;
    }

    private static Schema form(Call call) {
        Schema.ObjectSchema form = Schema.object()
                .required("volumeId", Forms.UUID)
                .optional("device", Forms.orNull("string", Forms.TEXT.matching(DEVICE)));
        if (call.since("2.49")) {
            form.optional("tag", Forms.TAG);
        }
        if (call.since("2.79")) {
            form.optional("delete_on_termination", Schema.flag());
        }
        return form;
    }

    private static void checkShelved(Call call, Row server, String action) {
        if (server.text("vm_state").startsWith("shelved") && !call.since("2.20")) {
            throw Guard.state(server, action, "vm_state");
        }
    }

    private FakeResponse attach(Call call) {
        Map<String, Object> wanted = FakeCompute.body(call, "volumeAttachment", form(call));
        Row server = servers.instances().get(call);
        checkShelved(call, server, "attach_volume");
        Guard.unlocked(call, server);
        Guard.idle(server, "attach_volume", STATES);
        String id = Forms.str(wanted.get("volumeId"));
        Row volume = cinder.volume(call.caller(), id)
                .orElseThrow(() -> Refusal.notFound("Volume " + id + " could not be found."));
        checkFree(server, volume);
        boolean offloaded = server.is("vm_state", "shelved_offloaded");
        if (offloaded && wanted.get("tag") != null) {
            throw Refusal.badRequest("Tagged volume attachment is not supported for shelved-offloaded instances.");
        }
        if (offloaded && volume.is("multiattach")) {
            throw Refusal.badRequest("Attaching multiattach volumes is not supported for shelved-offloaded instances.");
        }
        String device = name(server, Forms.str(wanted.get("device")));
        if (volume.is("multiattach") && !call.since("2.60")) {
            throw Refusal.badRequest("Multiattach volumes are only supported starting with compute API version 2.60.");
        }
        boolean delete = Forms.flag(wanted.get("delete_on_termination"), false);
        connect(
                call,
                server,
                id,
                Json.map(
                        "source_type",
                        "volume",
                        "destination_type",
                        "volume",
                        "volume_id",
                        id,
                        "boot_index",
                        null,
                        "device_name",
                        device,
                        "delete_on_termination",
                        delete,
                        "tag",
                        wanted.get("tag"),
                        "volume_size",
                        volume.number("size")));
        // A server that is on no host is told its device when it is back on one.
        Map<String, Object> view =
                Json.map("id", id, "serverId", server.id(), "volumeId", id, "device", offloaded ? null : device);
        if (call.since("2.70")) {
            Json.put(view, "tag", wanted.get("tag"));
        }
        if (call.since("2.79")) {
            view.put("delete_on_termination", delete);
        }
        return Json.reply(200, Json.map("volumeAttachment", view));
    }

    private void connect(Call call, Row server, String volume, Map<String, Object> fields) {
        String attachment;
        try {
            attachment = cinder.reserve(volume, server.id());
        } catch (Refusal refused) {
            throw Refusal.badRequest(Text.passedOn(call, refused));
        }
        fields.put("attachment_id", attachment);
        Row device = devices.add(server, fields);
        cinder.attach(attachment, server.text("host"), device.text("device_name"));
        servers.log().note(call, server, "attach_volume", "compute_attach_volume");
    }

    private void checkFree(Row server, Row volume) {
        List<Row> taken = devices.with(volume.id());
        if (taken.isEmpty()) {
            return;
        }
        if (!volume.is("multiattach")) {
            throw Refusal.badRequest("Invalid volume: volume " + volume.id() + " is already attached to instances: "
                    + taken.stream().map(device -> device.text("server")).collect(Collectors.joining(" ")));
        }
        if (taken.stream().anyMatch(device -> device.is("server", server.id()))) {
            throw Refusal.badRequest("Invalid volume: volume " + volume.id() + " already attached");
        }
    }

    /** The name a disk gets: the letter asked for, behind what all disks of the host begin with. */
    private String name(Row server, String asked) {
        if (asked.isEmpty()) {
            return devices.free(server);
        }
        Matcher matcher = LETTERS.matcher(asked);
        if (!matcher.matches()) {
            throw Refusal.badRequest("The supplied device path (" + asked + ") is invalid.");
        }
        String name = BlockDevices.PREFIX + matcher.group(2);
        if (devices.taken(server, name)) {
            throw Refusal.conflict("The supplied device path (" + asked + ") is in use.");
        }
        return name;
    }

    private FakeResponse update(Call call) {
        boolean onlySwap = !call.since("2.85");
        Map<String, Object> wanted = FakeCompute.body(call, "volumeAttachment", updateForm(call));
        Row server = servers.instances().get(call);
        String id = call.param("volume");
        String next = Forms.str(wanted.get("volumeId"));
        boolean swap = onlySwap || !id.equals(next);
        if (swap) {
            FakeCompute.adminOnly(call, "os-volumes-attachments:swap");
        }
        if (!onlySwap) {
            change(server, id, wanted);
        }
        if (swap) {
            swap(call, server, id, next);
        }
        return ServerActions.accepted();
    }

    private static Schema updateForm(Call call) {
        if (!call.since("2.85")) {
            return Schema.object().required("volumeId", Forms.UUID);
        }
        return Schema.object()
                .required("volumeId", Forms.UUID)
                .optional("device", Forms.orNull("string", Forms.TEXT.matching(DEVICE)))
                .optional("tag", Forms.TAG)
                .optional("delete_on_termination", Schema.flag())
                .optional("serverId", Forms.UUID)
                .optional("id", Forms.UUID);
    }

    private void change(Row server, String id, Map<String, Object> wanted) {
        Row device = devices.find(server.id(), id)
                .orElseThrow(() -> Refusal.notFound("No volume Block Device Mapping with id " + id + "."));
        Map<String, Object> fixed = Json.map(
                "id", id, "serverId", server.id(), "device", device.text("device_name"), "tag", device.get("tag"));
        fixed.forEach((name, value) -> {
            if (wanted.containsKey(name) && !Forms.str(wanted.get(name)).equals(Forms.str(value))) {
                throw Refusal.badRequest("The " + name + " property is not mutable");
            }
        });
        if (wanted.containsKey("delete_on_termination")) {
            device.set("delete_on_termination", Forms.flag(wanted.get("delete_on_termination"), false));
        }
    }

    private void swap(Call call, Row server, String oldId, String newId) {
        Row before = cinder.volume(call.caller(), oldId)
                .orElseThrow(() -> Refusal.notFound("Volume " + oldId + " could not be found."));
        Row after = cinder.volume(call.caller(), newId)
                .orElseThrow(() -> Refusal.badRequest("Volume " + newId + " could not be found."));
        Guard.unlocked(call, server);
        Guard.idle(server, "swap_volume", "active", "paused", "resized");
        Row device = devices.find(server.id(), oldId)
                .orElseThrow(
                        () -> Refusal.badRequest("Invalid volume: Old volume is attached to a different instance."));
        if (after.is("attach_status", "attached")) {
            throw Refusal.badRequest("Invalid volume: New volume must be detached in order to swap.");
        }
        if (after.number("size") < before.number("size")) {
            throw Refusal.badRequest("Invalid volume: New volume must be the same size or larger.");
        }
        if (devices.with(oldId).size() > 1) {
            throw Refusal.badRequest(
                    "Swapping multi-attach volumes with more than one read/write attachment is not supported.");
        }
        String attachment;
        try {
            attachment = cinder.reserve(newId, server.id());
        } catch (Refusal refused) {
            throw Refusal.badRequest("Invalid volume: " + Text.passedOn(call, refused));
        }
        cinder.detach(device.text("attachment_id"));
        device.set("volume_id", newId).set("attachment_id", attachment).set("volume_size", after.number("size"));
        cinder.attach(attachment, server.text("host"), device.text("device_name"));
        servers.log().note(call, server, "swap_volume", "compute_swap_volume");
    }

    private FakeResponse detach(Call call) {
        Row server = servers.instances().get(call);
        String id = call.param("volume");
        checkShelved(call, server, "detach_volume");
        if (cinder.volume(call.caller(), id).isEmpty()) {
            throw Refusal.notFound("Volume " + id + " could not be found.");
        }
        Row device = device(call, server);
        if (BlockDevices.isRoot(device)) {
            throw Refusal.badRequest("Cannot detach a root device volume");
        }
        Guard.unlocked(call, server);
        Guard.idle(server, "detach_volume", STATES);
        try {
            cinder.beginDetaching(id);
        } catch (Refusal refused) {
            throw Refusal.badRequest("Invalid volume: " + Text.passedOn(call, refused));
        }
        servers.log().note(call, server, "detach_volume", "compute_detach_volume");
        cinder.detach(device.text("attachment_id"));
        devices.remove(device);
        // On a host it stays whatever was said; what no host has is cleaned up as if the server was deleted.
        if (device.is("delete_on_termination") && server.is("vm_state", "shelved_offloaded")) {
            cinder.delete(id);
        }
        return ServerActions.accepted();
    }
}

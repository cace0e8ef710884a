package io.github.openstackjvm.testkit.compute;

import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/**
 * Builds servers: a host, ports, volumes, and at last the start. Volumes that are made for a server may take their time; it
 * waits for them, and looks at them whenever it is looked at itself.
 */
final class ServerBuild {
    static final String CREATE = "create";

    private final Instances instances;
    private final Scheduler scheduler;
    private final Plugging plugging;
    private final BlockDevices devices;
    private final Cinder cinder;
    private final ServerWork work;

    ServerBuild(
            Instances instances,
            Scheduler scheduler,
            Plugging plugging,
            BlockDevices devices,
            Cinder cinder,
            ServerWork work) {
        this.instances = instances;
        this.scheduler = scheduler;
        this.plugging = plugging;
        this.devices = devices;
        this.cinder = cinder;
        this.work = work;
        work.on(CREATE, this::started, this::abandon);
    }

    /** Finds a host and begins. */
    void begin(Caller caller, Row server) {
        Optional<String> host = scheduler.first(server);
        if (host.isEmpty()) {
            work.fail(server, CREATE, Scheduler.NO_HOST);
            return;
        }
        server.set("host", host.get()).set("node", host.get());
        work.step(server, "compute__do_build_and_run_instance");
        try {
            plugging.plug(caller, server);
            makeVolumes(caller, server);
            goOn(caller, server);
        } catch (Refusal refused) {
            abort(server, reason(refused));
        }
    }

    private static String reason(Refusal refused) {
        if (refused.message().startsWith("No more IP addresses available on network ")) {
            return "Failed to allocate the network(s) with error No fixed IP addresses available for network: "
                    + refused.message().replaceFirst("^No more IP addresses available on network (.*)\\.$", "$1")
                    + ", not rescheduling.";
        }
        return switch (refused.status()) {
            case 403 -> "Failed to allocate the network(s), not rescheduling.";
            case 400 -> "Invalid input received: " + refused.message();
            default -> refused.message();
        };
    }

    private void abort(Row server, String reason) {
        work.fail(server, CREATE, "Build of instance " + server.id() + " aborted: " + reason);
    }

    private void makeVolumes(Caller caller, Row server) {
        for (Row device : devices.of(server.id())) {
            if (BlockDevices.isVolume(device) && device.get("volume_id") == null) {
                Map<String, Object> wanted = Json.map("size", device.get("volume_size"), "name", "");
                if (device.get("volume_type") != null) {
                    wanted.put("volume_type", device.get("volume_type"));
                }
                switch (device.text("source_type")) {
                    case "image" -> wanted.put("imageRef", device.get("image_id"));
                    case "snapshot" -> wanted.put("snapshot_id", device.get("snapshot_id"));
                    default -> wanted.put("name", server.id() + "-blank-vol");
                }
                device.set("volume_id", cinder.create(caller, wanted).id());
            }
        }
    }

    /** A server is looked at which may be waiting for its volumes. */
    void look(Caller caller, Row server) {
        if (server.is("task_state", "block_device_mapping") && server.is("vm_state", "building")) {
            try {
                goOn(caller, server);
            } catch (Refusal refused) {
                abort(server, refused.message());
            }
        }
    }

    private void goOn(Caller caller, Row server) {
        instances.task(server, "block_device_mapping");
        for (Row device : devices.volumesOf(server.id())) {
            String id = device.text("volume_id");
            String status = cinder.volume(caller, id)
                    .map(volume -> volume.text("status"))
                    .orElse("deleted");
            if (status.startsWith("error") || status.equals("deleted")) {
                abort(
                        server,
                        "Volume " + id + " did not finish being created even after we waited 0 seconds or 1 attempts. "
                                + "And its status is " + status + ".");
                return;
            }
            if (status.equals("creating") || status.equals("downloading")) {
                return;
            }
        }
        attachVolumes(server);
        instances.task(server, "spawning");
        work.start(server, CREATE);
    }

    private void attachVolumes(Row server) {
        for (Row device : devices.volumesOf(server.id())) {
            if (device.get("attachment_id") == null) {
                device.set("attachment_id", cinder.reserve(device.text("volume_id"), server.id()));
            }
            cinder.attach(device.text("attachment_id"), server.text("host"), device.text("device_name"));
        }
    }

    private void started(Row server) {
        server.set("launched_at", instances.now()).set("power_state", 1);
        instances.become(server, "active", null);
    }

    /** A server that could not be built keeps nothing. */
    private void abandon(Row server) {
        plugging.unplug(server);
        freeVolumes(server);
        server.set("host", null).set("node", null);
        instances.become(server, "error", null);
    }

    /** Takes the volumes from a server that goes; those which were to go with it do. */
    void freeVolumes(Row server) {
        for (Row device : devices.of(server.id())) {
            if (device.get("volume_id") != null) {
                free(device);
            }
            devices.remove(device);
        }
    }

    private void free(Row device) {
        if (device.get("attachment_id") != null) {
            cinder.detach(device.text("attachment_id"));
        }
        if (device.is("delete_on_termination")) {
            try {
                cinder.delete(device.text("volume_id"));
            } catch (Refusal refused) {
                // A volume that may not be deleted, as it has snapshots, stays: Nova goes on without a word.
                return;
            }
        }
    }
}

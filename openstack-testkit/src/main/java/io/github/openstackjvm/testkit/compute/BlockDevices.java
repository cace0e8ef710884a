package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** The disks of servers: those on the host, and volumes. */
final class BlockDevices {
    static final String ROOT = "/dev/sda";

    static final String PREFIX = "/dev/sd";

    private final FakeCompute nova;

    BlockDevices(FakeCompute nova) {
        this.nova = nova;
    }

    private FakeCollection all() {
        return nova.collection("block_devices");
    }

    /** The disks of several servers, looked up once. */
    static final class Index {
        private final Map<String, List<Row>> byServer = new LinkedHashMap<>();

        private Index(List<Row> devices) {
            for (Row device : devices) {
                byServer.computeIfAbsent(device.text("server"), any -> new ArrayList<>())
                        .add(device);
            }
        }

        /** The volumes of a server, as servers show them. */
        List<Object> attached(Row server, boolean withDeletion) {
            List<Object> attached = new ArrayList<>();
            for (Row device : byServer.getOrDefault(server.id(), List.of())) {
                if (device.get("volume_id") != null) {
                    Map<String, Object> view = Json.map("id", device.get("volume_id"));
                    if (withDeletion) {
                        view.put("delete_on_termination", device.is("delete_on_termination"));
                    }
                    attached.add(view);
                }
            }
            return attached;
        }
    }

    Index index() {
        return new Index(all().all());
    }

    Index index(Row server) {
        return new Index(of(server.id()));
    }

    List<Row> of(String server) {
        return all().where("server", server);
    }

    /** Those that are volumes. */
    List<Row> volumesOf(String server) {
        return all().where(device -> device.is("server", server) && device.get("volume_id") != null);
    }

    /** The disk of a server that is this volume. */
    Optional<Row> find(String server, String volume) {
        return all().where(device -> device.is("server", server) && device.is("volume_id", volume)).stream()
                .findFirst();
    }

    /** The disks that are this volume, of whatever server. */
    List<Row> with(String volume) {
        return all().where("volume_id", volume);
    }

    Optional<Row> root(String server) {
        return of(server).stream().filter(BlockDevices::isRoot).findFirst();
    }

    static boolean isRoot(Row device) {
        return device.get("boot_index") != null && device.number("boot_index") == 0;
    }

    static boolean isVolume(Row device) {
        return device.is("destination_type", "volume");
    }

    /** Whether a server's root disk is a volume. */
    boolean volumeBacked(Row server) {
        return root(server.id())
                .map(BlockDevices::isVolume)
                .orElse(server.text("image_ref").isEmpty());
    }

    /** Gives a server a disk, with a name when it has none. */
    Row add(Row server, Map<String, Object> fields) {
        Row device = new Row(fields);
        device.set("id", nova.world().ids().uuid()).set("server", server.id());
        if (device.text("device_name").isEmpty()) {
            device.set("device_name", free(server));
        }
        return all().add(device);
    }

    /** The first name that no disk of a server has. */
    String free(Row server) {
        Set<String> taken = new TreeSet<>();
        of(server.id()).forEach(device -> taken.add(device.text("device_name")));
        char letter = 'a';
        while (taken.contains(PREFIX + letter)) {
            letter++;
        }
        return PREFIX + letter;
    }

    boolean taken(Row server, String name) {
        return of(server.id()).stream().anyMatch(device -> device.is("device_name", name));
    }

    void remove(Row device) {
        all().remove(device.id());
    }

    /** {@code /dev/vdb}, also when only {@code vdb} was said; null when nothing was. */
    static @Nullable String path(@Nullable Object name) {
        return name == null ? null : name.toString().startsWith("/dev/") ? name.toString() : "/dev/" + name;
    }
}

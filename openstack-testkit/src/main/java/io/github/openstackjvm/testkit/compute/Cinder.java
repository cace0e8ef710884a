package io.github.openstackjvm.testkit.compute;

import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.blockstorage.FakeBlockStorage;
import io.github.openstackjvm.testkit.blockstorage.ServerVolumes;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Row;

/** What Nova asks of Cinder. What is refused is a refusal in Cinder's words; what Nova makes of it is Nova's business. */
final class Cinder {
    private final FakeCompute nova;

    Cinder(FakeCompute nova) {
        this.nova = nova;
    }

    private FakeBlockStorage service() {
        return nova.world().service(nova.region(), "block-storage", FakeBlockStorage.class);
    }

    private ServerVolumes volumes() {
        return service().forServers();
    }

    /** The volume, when the caller may see it. */
    Optional<Row> volume(Caller caller, String id) {
        return volumes().find(caller, id);
    }

    /** The snapshot, when the caller may see it. */
    Optional<Row> snapshot(Caller caller, String id) {
        return volumes().findSnapshot(caller, id);
    }

    /** The volume type of that id or name. */
    Optional<Row> type(String nameOrId) {
        return volumes().findType(nameOrId);
    }

    /** Makes a volume of fields as on the wire. */
    Row create(Caller caller, Map<String, Object> wanted) {
        return volumes().create(caller, wanted);
    }

    /** Makes a snapshot of a volume in use. */
    Row createSnapshot(Caller caller, String volume, String name) {
        return volumes().createSnapshot(caller, volume, name);
    }

    /** How many more snapshots the project may have. */
    long freeSnapshots(String project) {
        return volumes().freeSnapshots(project);
    }

    /** Keeps a volume for a server; gives the id of the attachment. */
    String reserve(String volume, String server) {
        return volumes().reserve(volume, server);
    }

    /** The server has the volume. */
    void attach(String attachment, String host, String device) {
        volumes().attach(attachment, host, device);
    }

    /** The volume is about to be taken away. */
    void beginDetaching(String volume) {
        volumes().beginDetaching(volume);
    }

    /** The server has the volume no more. */
    void detach(String attachment) {
        volumes().detach(attachment);
    }

    /** Deletes a volume. */
    void delete(String volume) {
        volumes().delete(volume);
    }
}

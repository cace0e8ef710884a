package io.github.openstackjvm;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import io.github.openstackjvm.blockstorage.VolumeAttachment;
import io.github.openstackjvm.blockstorage.VolumeGroup;
import io.github.openstackjvm.blockstorage.VolumeGroups;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes a thing, and takes away what keeps it from being deleted and is no thing of its own. */
final class Untangling {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.cleanup");
    private static final int SOME = 1000;

    private final Cloud cloud;

    Untangling(Cloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Does it for this one.
     *
     * @param going ids of what is being deleted as well, and lets go by that
     */
    void loosen(Ledger.Made made, Collection<String> going) {
        switch (made.item().kind()) {
            case "router" -> leaveRouters(cloud.network().ports().list().deviceId(made.id()));
            case "subnet" -> leaveRouters(cloud.network().ports().list().subnetId(made.id()));
            case "network" -> leaveRouters(cloud.network().ports().list().with("network_id", made.id()));
            case "volume" -> detach(made.id(), going);
            case "container" -> empty(cloud.objectstore().objects(made.id()));
            default -> {}
        }
    }

    /** Deletes it, or gives the order to. */
    void delete(Ledger.Made made) {
        if (made.item().kind().equals("group")) {
            // Cinder answers a DELETE of a group with 500: it takes an action. What is in a copy came with it.
            VolumeGroups groups = cloud.blockstorage().groups();
            VolumeGroup group = groups.get(made.id());
            if (group.groupSnapshotId() != null || group.sourceGroupId() != null) {
                groups.deleteWithVolumes(group);
            } else {
                groups.delete(group);
            }
        } else {
            made.requests().api().delete(made.id(), made.requests().call());
        }
    }

    private void leaveRouters(Iterable<Port> ports) {
        each(ports, port -> {
            // Of a distributed or highly available router it begins otherwise.
            if (String.valueOf(port.deviceOwner()).matches("network:(ha_)?router_(replicated_)?interface.*")) {
                cloud.network().routers().removePort(String.valueOf(port.deviceId()), port);
            }
        });
    }

    private void detach(String volumeId, Collection<String> going) {
        List<VolumeAttachment> attachments =
                cloud.blockstorage().volumes().get(volumeId).attachments();
        each(attachments, attachment -> {
            // Nova waits minutes for a guest to give back a disk, and none when the guest ends.
            if (attachment.serverId() != null && !going.contains(attachment.serverId())) {
                cloud.compute().servers().attachments(attachment.serverId()).delete(volumeId);
            }
        });
    }

    private static void empty(StoredObjects objects) {
        List<StoredObject> some = objects.list().toList(SOME);
        while (!some.isEmpty()) {
            each(some, objects::delete);
            some = objects.list().toList(SOME);
        }
    }

    /** What is gone in the meantime is gone. */
    private static <T> void each(Iterable<T> all, Consumer<T> action) {
        for (T one : all) {
            try {
                action.accept(one);
            } catch (NotFound e) {
                LOG.debug("Gone already: {}", e.getMessage());
            }
        }
    }
}

package io.github.openstackjvm.testkit.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.Backup;
import io.github.openstackjvm.blockstorage.BlockStorageService;
import io.github.openstackjvm.blockstorage.GroupSnapshot;
import io.github.openstackjvm.blockstorage.GroupType;
import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeGroup;
import io.github.openstackjvm.blockstorage.VolumeTransfer;
import io.github.openstackjvm.blockstorage.VolumeType;
import io.github.openstackjvm.compute.Aggregate;
import io.github.openstackjvm.compute.Flavor;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerGroup;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.network.AddressGroup;
import io.github.openstackjvm.network.AddressScope;
import io.github.openstackjvm.network.FloatingIp;
import io.github.openstackjvm.network.MeteringLabel;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkService;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.SubnetPool;
import io.github.openstackjvm.network.Trunk;
import io.github.openstackjvm.network.qos.QosPolicy;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Resource;
import org.jspecify.annotations.Nullable;

/** Names that nobody else has, and what must be undone when a scenario ends, the latest first. */
final class Scratch {
    private final String prefix =
            "scenario-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + "-";
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Deque<Cloud> clouds = new ArrayDeque<>();

    String name(String what) {
        return prefix + what;
    }

    /** Whether a thing of this name is the scenario's own. */
    boolean owns(String name) {
        return name != null && name.startsWith(prefix);
    }

    /** Undoes this at the end; that it is gone already is fine. */
    void undo(Runnable action) {
        undo.push(action);
    }

    /** What was ordered, and is deleted at the end, whatever has become of it. */
    <T extends Resource<T>> Pending<T> ordered(Pending<T> order, Deletes<T, Pending<Deleted>> its) {
        undo(() -> its.delete(order.id()).join());
        return order;
    }

    Cloud closing(Cloud cloud) {
        clouds.push(cloud);
        return cloud;
    }

    void cleanUp() {
        try {
            while (!undo.isEmpty()) {
                unlessGone(undo.pop());
            }
            for (Cloud cloud : clouds) {
                left(cloud);
            }
        } finally {
            clouds.forEach(Cloud::close);
        }
    }

    @SuppressWarnings("EmptyCatch") // gone already is what is wanted
    private static void unlessGone(Runnable action) {
        try {
            action.run();
        } catch (NotFound expected) {
            // The scenario deleted it itself.
        }
    }

    private void left(Cloud cloud) {
        check("keypair", cloud.compute().keypairs(), Keypair::name);
        check("flavor", cloud.compute().flavors(), Flavor::name);
        check("server", cloud.compute().servers(), Server::name);
        check("server group", cloud.compute().serverGroups(), ServerGroup::name);
        ifAllowed(() -> check("aggregate", cloud.compute().aggregates(), Aggregate::name));
        check("image", cloud.image().images(), Image::name);
        leftOfNetwork(cloud.network());
        leftOfStorage(cloud.blockstorage());
        cloud.objectstore().containers().list().prefix(prefix).stream()
                .findFirst()
                .ifPresent(one -> {
                    throw new AssertionError("The scenario left a container behind: " + one.name());
                });
    }

    @SuppressWarnings("EmptyCatch") // what one may not see one cannot have made
    private static void ifAllowed(Runnable look) {
        try {
            look.run();
        } catch (Forbidden expected) {
            // Only administrators have aggregates.
        }
    }

    private void leftOfNetwork(NetworkService network) {
        check("security group", network.securityGroups(), SecurityGroup::name);
        check("network", network.networks(), Network::name);
        check("subnet", network.subnets(), Subnet::name);
        check("subnet pool", network.subnetPools(), SubnetPool::name);
        check("address scope", network.addressScopes(), AddressScope::name);
        check("address group", network.addressGroups(), AddressGroup::name);
        check("port", network.ports(), Port::name);
        check("trunk", network.trunks(), Trunk::name);
        check("router", network.routers(), Router::name);
        check("floating IP", network.floatingIps(), FloatingIp::description);
        check("QoS policy", network.qosPolicies(), QosPolicy::name);
        check("metering label", network.meteringLabels(), MeteringLabel::name);
    }

    private void leftOfStorage(BlockStorageService storage) {
        check("volume", storage.volumes(), Volume::name);
        check("snapshot", storage.snapshots(), Snapshot::name);
        check("backup", storage.backups(), Backup::name);
        check("volume transfer", storage.transfers(), VolumeTransfer::name);
        check("volume type", storage.types(), VolumeType::name);
        check("group", storage.groups(), VolumeGroup::name);
        check("group snapshot", storage.groupSnapshots(), GroupSnapshot::name);
        check("group type", storage.groupTypes(), GroupType::name);
    }

    private <T> void check(String kind, Lists<T, ?> all, Function<T, @Nullable String> name) {
        all.list().stream().map(name).filter(this::owns).forEach(each -> {
            throw new AssertionError("The scenario left a " + kind + " behind: " + each);
        });
    }
}

package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A segment to create. */
public final class SegmentSpec extends Spec<SegmentSpec> {

    /** A segment of the network with this name or id, running on this. */
    public static SegmentSpec of(String network, NetworkType type) {
        return new SegmentSpec().network(network).networkType(type);
    }

    /** A segment of this network, running on this. */
    public static SegmentSpec of(Ref<Network> network, NetworkType type) {
        return new SegmentSpec().network(network).networkType(type);
    }

    /** Need not be unique. */
    public SegmentSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public SegmentSpec description(String description) {
        return set("description", description);
    }

    /** The network, by name or id. */
    public SegmentSpec network(String nameOrId) {
        return ref("network_id", Network.class, nameOrId);
    }

    /** The network. */
    public SegmentSpec network(Ref<Network> network) {
        return ref("network_id", Network.class, network);
    }

    /** What it runs on. */
    public SegmentSpec networkType(NetworkType type) {
        return set("network_type", type);
    }

    /** The physical network it runs on. */
    public SegmentSpec physicalNetwork(String name) {
        return set("physical_network", name);
    }

    /** Number of its VLAN or tunnel; one that is free unless said otherwise. */
    public SegmentSpec segmentationId(int number) {
        return set("segmentation_id", number);
    }

    @Override
    protected List<String> required() {
        return List.of("network_id", "network_type");
    }

    /** What can be changed of a segment. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}

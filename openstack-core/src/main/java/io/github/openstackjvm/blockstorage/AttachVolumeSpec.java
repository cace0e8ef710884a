package io.github.openstackjvm.blockstorage;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** Who has a volume: a server or a host. */
public final class AttachVolumeSpec extends Spec<AttachVolumeSpec> {

    /** The server with this id. */
    public AttachVolumeSpec serverId(String id) {
        return set("instance_uuid", id);
    }

    /** A host instead of a server. */
    public AttachVolumeSpec hostName(String name) {
        return set("host_name", name);
    }

    /** Where it is seen there, such as {@code /dev/vdb}. */
    public AttachVolumeSpec device(String device) {
        return set("mountpoint", device);
    }

    /** Whether it may be written to; it may unless said otherwise. */
    public AttachVolumeSpec mode(AttachMode mode) {
        return set("mode", mode);
    }

    @Override
    protected List<String> required() {
        return List.of("mountpoint");
    }
}

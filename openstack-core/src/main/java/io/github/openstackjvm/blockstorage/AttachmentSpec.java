package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** An attachment to make. Without a connector it keeps the volume for somebody who will tell one. */
public final class AttachmentSpec extends Spec<AttachmentSpec> {

    /** Of the volume with this name or id. */
    public static AttachmentSpec of(String volume) {
        return new AttachmentSpec().volume(volume);
    }

    /** Of this volume. */
    public static AttachmentSpec of(Ref<Volume> volume) {
        return new AttachmentSpec().volume(volume);
    }

    /** Of the volume with this name or id. */
    public AttachmentSpec volume(String nameOrId) {
        return ref("volume_uuid", Volume.class, nameOrId);
    }

    /** Of this volume. */
    public AttachmentSpec volume(Ref<Volume> volume) {
        return ref("volume_uuid", Volume.class, volume);
    }

    /** For the server with this id. */
    public AttachmentSpec serverId(String id) {
        return set("instance_uuid", id);
    }

    /** For this host: {@code host}, {@code ip}, {@code initiator} and so on. */
    public AttachmentSpec connector(Map<String, Object> connector) {
        return set("connector", new LinkedHashMap<>(connector));
    }

    /** Whether it may be written to. */
    @Since("3.54")
    public AttachmentSpec mode(AttachMode mode) {
        return set("mode", mode, since(3, 54));
    }

    @Override
    protected List<String> required() {
        return List.of("volume_uuid");
    }

    /** What can be changed of an attachment. */
    public static final class Update extends Spec<Update> {

        /** For this host: {@code host}, {@code ip}, {@code initiator}, {@code mountpoint} and so on. */
        public Update connector(Map<String, Object> connector) {
            return set("connector", new LinkedHashMap<>(connector));
        }

        @Override
        protected List<String> required() {
            return List.of("connector");
        }
    }
}

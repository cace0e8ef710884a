package io.github.openstackjvm.blockstorage;

import java.util.Map;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.resource.Ref;

/** What is said of volumes: status, flags, and what is known of their image. */
public abstract sealed class VolumeMarks extends VolumeActions permits VolumeHandover {
    VolumeMarks(Binding<Api> binding, Faults faults) {
        super(binding, faults);
    }

    /** Declares its status to be another one; nothing happens to the volume itself. For administrators. {@code os-reset_status}. */
    public void resetStatus(Ref<Volume> ref, VolumeStatus status) {
        resetStatus(ref, new ResetVolumeSpec().status(status));
    }

    /** The same for the one with this id. */
    public void resetStatus(String id, VolumeStatus status) {
        resetStatus(Ref.id(id), status);
    }

    /** Declares its states to be others; nothing happens to the volume itself. For administrators. {@code os-reset_status}. */
    public void resetStatus(Ref<Volume> ref, ResetVolumeSpec spec) {
        act(ref, bodyOf(spec).asAction("os-reset_status"));
    }

    /** The same for the one with this id. */
    public void resetStatus(String id, ResetVolumeSpec spec) {
        resetStatus(Ref.id(id), spec);
    }

    /** Says whether a server can boot from it. {@code os-set_bootable}. */
    public void setBootable(Ref<Volume> ref, boolean bootable) {
        act(ref, Body.action("os-set_bootable", Map.of("bootable", bootable)));
    }

    /** The same for the one with this id. */
    public void setBootable(String id, boolean bootable) {
        setBootable(Ref.id(id), bootable);
    }

    /** Says whether it may only be read from when it is attached. {@code os-update_readonly_flag}. */
    public void setReadOnly(Ref<Volume> ref, boolean readOnly) {
        act(ref, Body.action("os-update_readonly_flag", Map.of("readonly", readOnly)));
    }

    /** The same for the one with this id. */
    public void setReadOnly(String id, boolean readOnly) {
        setReadOnly(Ref.id(id), readOnly);
    }

    /** What is known of the image on it. {@code os-show_image_metadata}. */
    public Map<String, String> imageMetadata(Ref<Volume> ref) {
        return binding.api().imageMetadata(idOf(ref), Body.action("os-show_image_metadata", Map.of()), binding.call());
    }

    /** The same for the one with this id. */
    public Map<String, String> imageMetadata(String id) {
        return imageMetadata(Ref.id(id));
    }

    /** Adds to what is known of the image on it; returns all of that. {@code os-set_image_metadata}. */
    public Map<String, String> setImageMetadata(Ref<Volume> ref, Map<String, String> pairs) {
        Body body = Body.action("os-set_image_metadata", Map.of("metadata", Map.copyOf(pairs)));
        return binding.api().imageMetadata(idOf(ref), body, binding.call());
    }

    /** The same for the one with this id. */
    public Map<String, String> setImageMetadata(String id, Map<String, String> pairs) {
        return setImageMetadata(Ref.id(id), pairs);
    }

    /**
     * Removes one pair of what is known of the image on it. {@code os-unset_image_metadata}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it is not there
     */
    public void removeImageMetadata(Ref<Volume> ref, String key) {
        act(ref, Body.action("os-unset_image_metadata", Map.of("key", key)));
    }

    /** The same for the one with this id. */
    public void removeImageMetadata(String id, String key) {
        removeImageMetadata(Ref.id(id), key);
    }
}

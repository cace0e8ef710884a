package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.resource.Ref;
import org.jspecify.annotations.Nullable;

/** How volumes go to servers and hosts, and come back. */
public abstract sealed class VolumeHandover extends VolumeMarks permits Volumes {
    VolumeHandover(Binding<Api> binding, Faults faults) {
        super(binding, faults);
    }

    /** Keeps it for somebody who is about to attach it: nobody else can then. {@code os-reserve}. */
    public void reserve(Ref<Volume> ref) {
        act(ref, Body.action("os-reserve", Map.of()));
    }

    /** The same for the one with this id. */
    public void reserve(String id) {
        reserve(Ref.id(id));
    }

    /** Lets others have it after all. {@code os-unreserve}. */
    public void unreserve(Ref<Volume> ref) {
        act(ref, Body.action("os-unreserve", Map.of()));
    }

    /** The same for the one with this id. */
    public void unreserve(String id) {
        unreserve(Ref.id(id));
    }

    /**
     * Notes that a server or host has it; to attach a volume to a server, ask Nova. {@code os-attach}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is in use
     */
    public void attach(Ref<Volume> ref, AttachVolumeSpec spec) {
        act(ref, bodyOf(spec).asAction("os-attach"));
    }

    /** The same for the one with this id. */
    public void attach(String id, AttachVolumeSpec spec) {
        attach(Ref.id(id), spec);
    }

    /**
     * Notes that nobody has it any more; to take a volume from a server, ask Nova. {@code os-detach}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a server has it
     */
    public void detach(Ref<Volume> ref) {
        act(ref, Body.action("os-detach", Map.of()));
    }

    /** The same for the one with this id. */
    public void detach(String id) {
        detach(Ref.id(id));
    }

    /** Notes that one of several does not have it any more. {@code os-detach}. */
    public void detach(Ref<Volume> ref, String attachmentId) {
        act(ref, Body.action("os-detach", Map.of("attachment_id", attachmentId)));
    }

    /** The same for the one with this id. */
    public void detach(String id, String attachmentId) {
        detach(Ref.id(id), attachmentId);
    }

    /**
     * Ends the connection of a host and notes that it does not have the volume any more, after that failed before. For
     * administrators. {@code os-force_detach}.
     *
     * @param attachmentId which, when there are several; null when there is one
     * @param connector the host, as {@link #initializeConnection} took it; null when there is none any more
     */
    public void forceDetach(Ref<Volume> ref, @Nullable String attachmentId, @Nullable Map<String, Object> connector) {
        Map<String, @Nullable Object> argument = new LinkedHashMap<>();
        argument.put("attachment_id", attachmentId);
        argument.put("connector", connector);
        act(ref, Body.action("os-force_detach", argument));
    }

    /** The same for the one with this id. */
    public void forceDetach(String id, @Nullable String attachmentId, @Nullable Map<String, Object> connector) {
        forceDetach(Ref.id(id), attachmentId, connector);
    }

    /** Notes that it is about to be taken from where it is. {@code os-begin_detaching}. */
    public void beginDetaching(Ref<Volume> ref) {
        act(ref, Body.action("os-begin_detaching", Map.of()));
    }

    /** The same for the one with this id. */
    public void beginDetaching(String id) {
        beginDetaching(Ref.id(id));
    }

    /** Notes that it stays where it is. {@code os-roll_detaching}. */
    public void rollDetaching(Ref<Volume> ref) {
        act(ref, Body.action("os-roll_detaching", Map.of()));
    }

    /** The same for the one with this id. */
    public void rollDetaching(String id) {
        rollDetaching(Ref.id(id));
    }

    /**
     * Lets a host reach it. {@code os-initialize_connection}.
     *
     * @param connector the host: {@code host}, {@code ip}, {@code initiator} and so on
     * @return how it reaches it; may hold secrets
     */
    public ConnectionInfo initializeConnection(Ref<Volume> ref, Map<String, Object> connector) {
        Body body = Body.action("os-initialize_connection", Map.of("connector", Map.copyOf(connector)));
        return binding.api().connect(idOf(ref), body, binding.call());
    }

    /** The same for the one with this id. */
    public ConnectionInfo initializeConnection(String id, Map<String, Object> connector) {
        return initializeConnection(Ref.id(id), connector);
    }

    /** Lets a host reach it no more. {@code os-terminate_connection}. */
    public void terminateConnection(Ref<Volume> ref, Map<String, Object> connector) {
        act(ref, Body.action("os-terminate_connection", Map.of("connector", Map.copyOf(connector))));
    }

    /** The same for the one with this id. */
    public void terminateConnection(String id, Map<String, Object> connector) {
        terminateConnection(Ref.id(id), connector);
    }
}

package io.github.openstackjvm.compute;

import java.util.Map;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.compute.ServerGoal.to;
import static io.github.openstackjvm.compute.ServerStatus.ACTIVE;
import static io.github.openstackjvm.compute.ServerStatus.PAUSED;
import static io.github.openstackjvm.compute.ServerStatus.SHUTOFF;
import static io.github.openstackjvm.compute.ServerStatus.SUSPENDED;

/** Switching servers on and off, letting them stand still, and keeping them from all of it. */
public abstract sealed class ServerPower extends ServerActions permits ServerMoves {
    ServerPower(Binding<Api> binding) {
        super(binding);
    }

    /** Switches it on. {@code os-start}. */
    public Pending<Server> start(Ref<Server> ref) {
        return act(ref, Body.action("os-start", null), to(ACTIVE));
    }

    /** The same for the one with this id. */
    public Pending<Server> start(String id) {
        return start(Ref.id(id));
    }

    /** Switches it off; its host keeps its place. {@code os-stop}. */
    public Pending<Server> stop(Ref<Server> ref) {
        return act(ref, Body.action("os-stop", null), to(SHUTOFF));
    }

    /** The same for the one with this id. */
    public Pending<Server> stop(String id) {
        return stop(Ref.id(id));
    }

    /** Restarts it. {@code reboot}. */
    public Pending<Server> reboot(Ref<Server> ref, RebootType type) {
        return act(ref, Body.action("reboot", Map.of("type", type.value())), to(ACTIVE));
    }

    /** The same for the one with this id. */
    public Pending<Server> reboot(String id, RebootType type) {
        return reboot(Ref.id(id), type);
    }

    /** Lets it stand still, in memory. {@code pause}. */
    public Pending<Server> pause(Ref<Server> ref) {
        return act(ref, Body.action("pause", null), to(PAUSED));
    }

    /** The same for the one with this id. */
    public Pending<Server> pause(String id) {
        return pause(Ref.id(id));
    }

    /** Lets a paused one go on. {@code unpause}. */
    public Pending<Server> unpause(Ref<Server> ref) {
        return act(ref, Body.action("unpause", null), to(ACTIVE));
    }

    /** The same for the one with this id. */
    public Pending<Server> unpause(String id) {
        return unpause(Ref.id(id));
    }

    /** Lets it stand still, on disk. {@code suspend}. */
    public Pending<Server> suspend(Ref<Server> ref) {
        return act(ref, Body.action("suspend", null), to(SUSPENDED));
    }

    /** The same for the one with this id. */
    public Pending<Server> suspend(String id) {
        return suspend(Ref.id(id));
    }

    /** Lets a suspended one go on. {@code resume}. */
    public Pending<Server> resume(Ref<Server> ref) {
        return act(ref, Body.action("resume", null), to(ACTIVE));
    }

    /** The same for the one with this id. */
    public Pending<Server> resume(String id) {
        return resume(Ref.id(id));
    }

    /** Keeps its owner from doing anything to it. {@code lock}. */
    public void lock(Ref<Server> ref) {
        act(ref, Body.action("lock", null));
    }

    /** The same for the one with this id. */
    public void lock(String id) {
        lock(Ref.id(id));
    }

    /** Keeps its owner from doing anything to it, and says why. {@code lock}. */
    @Since("2.73")
    public void lock(Ref<Server> ref, String reason) {
        act(
                ref,
                Body.action("lock", Map.of("locked_reason", reason))
                        .needing("a reason to lock", VersionRange.since(2, 73)));
    }

    /** The same for the one with this id. */
    @Since("2.73")
    public void lock(String id, String reason) {
        lock(Ref.id(id), reason);
    }

    /** Takes the lock off. {@code unlock}. */
    public void unlock(Ref<Server> ref) {
        act(ref, Body.action("unlock", null));
    }

    /** The same for the one with this id. */
    public void unlock(String id) {
        unlock(Ref.id(id));
    }

    /** Lets the guest break down and write what was in its memory. {@code trigger_crash_dump}. */
    @Since("2.17")
    public void triggerCrashDump(Ref<Server> ref) {
        act(ref, Body.action("trigger_crash_dump", null).needing("a crash dump", VersionRange.since(2, 17)));
    }

    /** The same for the one with this id. */
    @Since("2.17")
    public void triggerCrashDump(String id) {
        triggerCrashDump(Ref.id(id));
    }
}

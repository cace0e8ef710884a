package io.github.openstackjvm.compute;

import java.util.Locale;
import java.util.Map;

import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;

import static io.github.openstackjvm.compute.ServerGoal.to;
import static io.github.openstackjvm.compute.ServerStatus.ACTIVE;
import static io.github.openstackjvm.compute.ServerStatus.RESCUE;
import static io.github.openstackjvm.compute.ServerStatus.SHUTOFF;

/** What is on the disks of servers and what they show; and what is done when nothing else helps. */
public abstract sealed class ServerUpkeep extends ServerNetworking permits Servers {
    ServerUpkeep(Binding<Api> binding) {
        super(binding);
    }

    /** Lets it run from the image it was made from, its own disk beside. {@code rescue}; the password is in {@link Pending#accepted()}. */
    public Pending<Server> rescue(Ref<Server> ref) {
        return rescue(ref, new RescueSpec());
    }

    /** The same for the one with this id. */
    public Pending<Server> rescue(String id) {
        return rescue(Ref.id(id));
    }

    /** Lets it run from another image, its own disk beside. {@code rescue}; the password is in {@link Pending#accepted()}. */
    public Pending<Server> rescue(Ref<Server> ref, RescueSpec spec) {
        return act(ref, bodyOf(spec).asAction("rescue"), to(RESCUE));
    }

    /** The same for the one with this id. */
    public Pending<Server> rescue(String id, RescueSpec spec) {
        return rescue(Ref.id(id), spec);
    }

    /** Lets a rescued one run from its own disk again. {@code unrescue}. */
    public Pending<Server> unrescue(Ref<Server> ref) {
        return act(ref, Body.action("unrescue", null), to(ACTIVE));
    }

    /** The same for the one with this id. */
    public Pending<Server> unrescue(String id) {
        return unrescue(Ref.id(id));
    }

    /** Makes it anew from an image; its addresses and volumes stay. {@code rebuild}; the password is in {@link Pending#accepted()}. */
    public Pending<Server> rebuild(Ref<Server> ref, RebuildSpec spec) {
        return act(ref, bodyOf(spec).asAction("rebuild"), to(ACTIVE, SHUTOFF));
    }

    /** The same for the one with this id. */
    public Pending<Server> rebuild(String id, RebuildSpec spec) {
        return rebuild(Ref.id(id), spec);
    }

    /** Keeps an image of its disk; for one that boots from a volume, snapshots of its volumes. {@code createImage}. */
    public Pending<Image> createImage(Ref<Server> ref, String name) {
        return image(ref, Body.action("createImage", Map.of("name", name)));
    }

    /** The same for the one with this id. */
    public Pending<Image> createImage(String id, String name) {
        return createImage(Ref.id(id), name);
    }

    /** Keeps an image of its disk with these properties. {@code createImage}. */
    public Pending<Image> createImage(Ref<Server> ref, String name, Map<String, String> metadata) {
        return image(ref, Body.action("createImage", Map.of("name", name, "metadata", Map.copyOf(metadata))));
    }

    /** The same for the one with this id. */
    public Pending<Image> createImage(String id, String name, Map<String, String> metadata) {
        return createImage(Ref.id(id), name, metadata);
    }

    /** Keeps an image of its disk as one of a row, and removes the oldest of the row. {@code createBackup}. */
    public Pending<Image> createBackup(Ref<Server> ref, BackupSpec spec) {
        return image(ref, bodyOf(spec).asAction("createBackup"));
    }

    /** The same for the one with this id. */
    public Pending<Image> createBackup(String id, BackupSpec spec) {
        return createBackup(Ref.id(id), spec);
    }

    /** Gives its administrator another password, where the guest takes one. {@code changePassword}. */
    public void changePassword(Ref<Server> ref, Secret password) {
        act(ref, Body.action("changePassword", Map.of("adminPass", password)));
    }

    /** The same for the one with this id. */
    public void changePassword(String id, Secret password) {
        changePassword(Ref.id(id), password);
    }

    /** What its console shows, as far as the cloud keeps it. {@code os-getConsoleOutput}. */
    public String consoleOutput(Ref<Server> ref) {
        return binding.api().output(idOf(ref), Body.action("os-getConsoleOutput", Map.of()), binding.call());
    }

    /** The same for the one with this id. */
    public String consoleOutput(String id) {
        return consoleOutput(Ref.id(id));
    }

    /** The last lines of what its console shows. {@code os-getConsoleOutput}. */
    public String consoleOutput(Ref<Server> ref, int lines) {
        return binding.api()
                .output(idOf(ref), Body.action("os-getConsoleOutput", Map.of("length", lines)), binding.call());
    }

    /** The same for the one with this id. */
    public String consoleOutput(String id, int lines) {
        return consoleOutput(Ref.id(id), lines);
    }

    /** Deletes it at once, even where deleted servers can be restored for a while. {@code forceDelete}. */
    public Pending<Deleted> forceDelete(Ref<Server> ref) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().act(id, Body.action("forceDelete", null), call);
        return pendingDeletion(accepted(id, call), false, ServerGoal.gone());
    }

    /** The same for the one with this id. */
    public Pending<Deleted> forceDelete(String id) {
        return forceDelete(Ref.id(id));
    }

    /** Brings a deleted one back, where the cloud keeps them for a while. {@code restore}. */
    public Pending<Server> restore(Ref<Server> ref) {
        return act(ref, Body.action("restore", null), to(ACTIVE, SHUTOFF));
    }

    /** The same for the one with this id. */
    public Pending<Server> restore(String id) {
        return restore(Ref.id(id));
    }

    /** Sets what the cloud believes of it, {@code active} or {@code error}. {@code os-resetState}. For administrators. */
    public void resetState(Ref<Server> ref, ServerStatus state) {
        act(ref, Body.action("os-resetState", Map.of("state", state.value().toLowerCase(Locale.ROOT))));
    }

    /** The same for the one with this id. */
    public void resetState(String id, ServerStatus state) {
        resetState(Ref.id(id), state);
    }
}

package io.github.openstackjvm.compute;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Accepted;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import io.github.openstackjvm.resource.Transition.Sighting;
import io.github.openstackjvm.resource.Until;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.compute.ServerGoal.to;
import static io.github.openstackjvm.compute.ServerStatus.ACTIVE;
import static io.github.openstackjvm.compute.ServerStatus.ERROR;
import static io.github.openstackjvm.compute.ServerStatus.PAUSED;
import static io.github.openstackjvm.compute.ServerStatus.RESCUE;
import static io.github.openstackjvm.compute.ServerStatus.SHELVED;
import static io.github.openstackjvm.compute.ServerStatus.SHELVED_OFFLOADED;
import static io.github.openstackjvm.compute.ServerStatus.SHUTOFF;
import static io.github.openstackjvm.compute.ServerStatus.SUSPENDED;
import static io.github.openstackjvm.compute.ServerStatus.VERIFY_RESIZE;

/**
 * What can be done to servers: each verb is one {@code POST /servers/{id}/action}, and ends with
 * {@link io.github.openstackjvm.error.Conflict} when the server's state forbids it, or it is locked. What goes on
 * afterwards is {@link Pending}.
 */
public abstract sealed class ServerActions extends ServerParts permits Servers {
    private static final VersionRange GONE = VersionRange.until(2, 43);

    @Wire(path = "/servers", list = "/detail", one = "server", nameFilter = "name", nameIsPattern = true, max = "2.100")
    interface Api extends CrudApi<Server> {
        @RequestLine("POST /{id}/action")
        Map<String, Object> act(@Param("id") String id, Body action, Call call);

        @Keyed("output")
        @RequestLine("POST /{id}/action")
        String output(@Param("id") String id, Body action, Call call);

        @RequestLine("POST")
        Map<String, Object> createSeveral(Body server, Call call);
    }

    final Binding<Api> binding;

    ServerActions(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
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

    /** Switches it off and keeps an image of it; its host need not keep its place. {@code shelve}. */
    public Pending<Server> shelve(Ref<Server> ref) {
        return act(ref, Body.action("shelve", null), to(SHELVED_OFFLOADED, SHELVED));
    }

    /** The same for the one with this id. */
    public Pending<Server> shelve(String id) {
        return shelve(Ref.id(id));
    }

    /** Takes a shelved one off its host. {@code shelveOffload}. For administrators. */
    public Pending<Server> shelveOffload(Ref<Server> ref) {
        return act(ref, Body.action("shelveOffload", null), to(SHELVED_OFFLOADED));
    }

    /** The same for the one with this id. */
    public Pending<Server> shelveOffload(String id) {
        return shelveOffload(Ref.id(id));
    }

    /** Lets a shelved one run again. {@code unshelve}. */
    public Pending<Server> unshelve(Ref<Server> ref) {
        return act(ref, Body.action("unshelve", null), to(ACTIVE));
    }

    /** The same for the one with this id. */
    public Pending<Server> unshelve(String id) {
        return unshelve(Ref.id(id));
    }

    /** Lets a shelved one run again, at a certain place. {@code unshelve}. */
    @Since("2.77")
    public Pending<Server> unshelve(Ref<Server> ref, UnshelveSpec spec) {
        return act(ref, bodyOf(spec).asAction("unshelve"), to(ACTIVE));
    }

    /** The same for the one with this id. */
    @Since("2.77")
    public Pending<Server> unshelve(String id, UnshelveSpec spec) {
        return unshelve(Ref.id(id), spec);
    }

    /** Gives it another size; then it has to be confirmed or reverted. {@code resize}. */
    public Pending<Server> resize(Ref<Server> ref, Ref<Flavor> flavor) {
        return act(ref, bodyOf(new Size().flavor(flavor)).asAction("resize"), to(VERIFY_RESIZE));
    }

    /** The same for the one with this id. */
    public Pending<Server> resize(String id, Ref<Flavor> flavor) {
        return resize(Ref.id(id), flavor);
    }

    /** Gives it the size of the flavor with this name or id; then it has to be confirmed or reverted. {@code resize}. */
    public Pending<Server> resize(Ref<Server> ref, String flavor) {
        return act(ref, bodyOf(new Size().flavor(flavor)).asAction("resize"), to(VERIFY_RESIZE));
    }

    /** The same for the one with this id. */
    public Pending<Server> resize(String id, String flavor) {
        return resize(Ref.id(id), flavor);
    }

    /** Keeps the new size or place. {@code confirmResize}. */
    public Pending<Server> confirmResize(Ref<Server> ref) {
        return act(ref, Body.action("confirmResize", null), to(ACTIVE, SHUTOFF).from(VERIFY_RESIZE));
    }

    /** The same for the one with this id. */
    public Pending<Server> confirmResize(String id) {
        return confirmResize(Ref.id(id));
    }

    /** Goes back to the former size or place. {@code revertResize}. */
    public Pending<Server> revertResize(Ref<Server> ref) {
        return act(ref, Body.action("revertResize", null), to(ACTIVE, SHUTOFF));
    }

    /** The same for the one with this id. */
    public Pending<Server> revertResize(String id) {
        return revertResize(Ref.id(id));
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

    /** Moves it to another host, switched off meanwhile; then it has to be confirmed or reverted. {@code migrate}. For administrators. */
    public Pending<Server> migrate(Ref<Server> ref) {
        return act(ref, Body.action("migrate", null), to(VERIFY_RESIZE));
    }

    /** The same for the one with this id. */
    public Pending<Server> migrate(String id) {
        return migrate(Ref.id(id));
    }

    /** Moves it to this host, switched off meanwhile; then it has to be confirmed or reverted. {@code migrate}. For administrators. */
    @Since("2.56")
    public Pending<Server> migrate(Ref<Server> ref, String host) {
        return act(
                ref,
                Body.action("migrate", Map.of("host", host)).needing("a host to migrate to", VersionRange.since(2, 56)),
                to(VERIFY_RESIZE));
    }

    /** The same for the one with this id. */
    @Since("2.56")
    public Pending<Server> migrate(String id, String host) {
        return migrate(Ref.id(id), host);
    }

    /** Moves it to another host while it runs. {@code os-migrateLive}. For administrators. When it could not be moved it is as it was: its migrations tell. */
    public Pending<Server> liveMigrate(Ref<Server> ref, LiveMigrateSpec spec) {
        return act(ref, bodyOf(spec).asAction("os-migrateLive"), to(ACTIVE, PAUSED));
    }

    /** The same for the one with this id. */
    public Pending<Server> liveMigrate(String id, LiveMigrateSpec spec) {
        return liveMigrate(Ref.id(id), spec);
    }

    /** Makes it anew elsewhere after its host went down. {@code evacuate}. For administrators. */
    public Pending<Server> evacuate(Ref<Server> ref, EvacuateSpec spec) {
        return act(ref, bodyOf(spec).asAction("evacuate"), to(ACTIVE, SHUTOFF).from(ERROR));
    }

    /** The same for the one with this id. */
    public Pending<Server> evacuate(String id, EvacuateSpec spec) {
        return evacuate(Ref.id(id), spec);
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

    /** Sets up its network on its host again. {@code resetNetwork}. For administrators; gone from clouds since 2020. */
    public void resetNetwork(Ref<Server> ref) {
        act(ref, Body.action("resetNetwork", null));
    }

    /** The same for the one with this id. */
    public void resetNetwork(String id) {
        resetNetwork(Ref.id(id));
    }

    /** Puts the settings of its network into the guest again. {@code injectNetworkInfo}. For administrators; gone from clouds since 2020. */
    public void injectNetworkInfo(Ref<Server> ref) {
        act(ref, Body.action("injectNetworkInfo", null));
    }

    /** The same for the one with this id. */
    public void injectNetworkInfo(String id) {
        injectNetworkInfo(Ref.id(id));
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

    /** Puts a security group, by name or id, on all its ports. {@code addSecurityGroup}. */
    public void addSecurityGroup(Ref<Server> ref, String nameOrId) {
        act(ref, Body.action("addSecurityGroup", Map.of("name", nameOrId)));
    }

    /** The same for the one with this id. */
    public void addSecurityGroup(String id, String nameOrId) {
        addSecurityGroup(Ref.id(id), nameOrId);
    }

    /** Takes a security group, by name or id, off all its ports. {@code removeSecurityGroup}. */
    public void removeSecurityGroup(Ref<Server> ref, String nameOrId) {
        act(ref, Body.action("removeSecurityGroup", Map.of("name", nameOrId)));
    }

    /** The same for the one with this id. */
    public void removeSecurityGroup(String id, String nameOrId) {
        removeSecurityGroup(Ref.id(id), nameOrId);
    }

    /** Gives it one more address of the network with this id. {@code addFixedIp}. */
    @Until("2.43")
    public void addFixedIp(Ref<Server> ref, String networkId) {
        act(ref, Body.action("addFixedIp", Map.of("networkId", networkId)).needing("addFixedIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void addFixedIp(String id, String networkId) {
        addFixedIp(Ref.id(id), networkId);
    }

    /** Takes this address from it. {@code removeFixedIp}. */
    @Until("2.43")
    public void removeFixedIp(Ref<Server> ref, String address) {
        act(ref, Body.action("removeFixedIp", Map.of("address", address)).needing("removeFixedIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void removeFixedIp(String id, String address) {
        removeFixedIp(Ref.id(id), address);
    }

    /** Points this floating address to it; later a floating IP does that with its port. {@code addFloatingIp}. */
    @Until("2.43")
    public void addFloatingIp(Ref<Server> ref, String address) {
        act(ref, Body.action("addFloatingIp", Map.of("address", address)).needing("addFloatingIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void addFloatingIp(String id, String address) {
        addFloatingIp(Ref.id(id), address);
    }

    /** Points this floating address to this fixed one of its addresses. {@code addFloatingIp}. */
    @Until("2.43")
    public void addFloatingIp(Ref<Server> ref, String address, String fixedAddress) {
        act(
                ref,
                Body.action("addFloatingIp", Map.of("address", address, "fixed_address", fixedAddress))
                        .needing("addFloatingIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void addFloatingIp(String id, String address, String fixedAddress) {
        addFloatingIp(Ref.id(id), address, fixedAddress);
    }

    /** Points this floating address to it no more. {@code removeFloatingIp}. */
    @Until("2.43")
    public void removeFloatingIp(Ref<Server> ref, String address) {
        act(ref, Body.action("removeFloatingIp", Map.of("address", address)).needing("removeFloatingIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void removeFloatingIp(String id, String address) {
        removeFloatingIp(Ref.id(id), address);
    }

    private Pending<Server> act(Ref<Server> ref, Body action, ServerGoal goal) {
        String id = idOf(ref);
        Call call = binding.call(action);
        Map<String, Object> answer = binding.api().act(id, action, call);
        Accepted told = accepted(answer.get("server") instanceof Map<?, ?> server ? named(server) : answer, call);
        return pending(new Accepted(id, told.requestId(), told.adminPass(), told.extras()), goal);
    }

    private void act(Ref<Server> ref, Body action) {
        binding.api().act(idOf(ref), action, binding.call(action));
    }

    private Pending<Image> image(Ref<Server> ref, Body action) {
        Call call = binding.call(action);
        Map<String, Object> answer = binding.api().act(idOf(ref), action, call);
        Object id = answer.get("image_id");
        return pending(
                Image.class,
                accepted(id == null ? lastSegment(call.answerHeader("Location")) : id.toString(), call),
                image -> {
                    String status = String.valueOf(image.status());
                    return switch (status) {
                        case "active" -> Sighting.reached(status, image);
                        case "killed", "deleted", "pending_delete" -> Sighting.failed(status, "no image was kept");
                        default -> Sighting.going(status);
                    };
                });
    }

    /** Until 2.44 the id of an image is in its address only. */
    private static String lastSegment(@Nullable String address) {
        return address == null ? "" : address.substring(address.lastIndexOf('/') + 1);
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> answer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        answer.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }

    /** What resize takes. */
    private static final class Size extends Spec<Size> {
        Size flavor(Ref<Flavor> flavor) {
            return ref("flavorRef", Flavor.class, flavor);
        }

        Size flavor(String nameOrId) {
            return ref("flavorRef", Flavor.class, nameOrId);
        }
    }
}

package io.github.openstackjvm.compute;

import java.util.Map;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.compute.ServerGoal.to;
import static io.github.openstackjvm.compute.ServerStatus.ACTIVE;
import static io.github.openstackjvm.compute.ServerStatus.PAUSED;
import static io.github.openstackjvm.compute.ServerStatus.SHELVED;
import static io.github.openstackjvm.compute.ServerStatus.SHELVED_OFFLOADED;
import static io.github.openstackjvm.compute.ServerStatus.SHUTOFF;
import static io.github.openstackjvm.compute.ServerStatus.VERIFY_RESIZE;

/** Giving servers another size or host, and taking them off theirs for a while. */
public abstract sealed class ServerMoves extends ServerPower permits ServerNetworking {
    ServerMoves(Binding<Api> binding) {
        super(binding);
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

    /** Makes it anew elsewhere after its host went down; one in an error runs again. {@code evacuate}. For administrators. */
    public Pending<Server> evacuate(Ref<Server> ref, EvacuateSpec spec) {
        return act(ref, bodyOf(spec).asAction("evacuate"), to(ACTIVE, SHUTOFF));
    }

    /** The same for the one with this id. */
    public Pending<Server> evacuate(String id, EvacuateSpec spec) {
        return evacuate(Ref.id(id), spec);
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

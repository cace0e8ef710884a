package io.github.openstackjvm.compute;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.session.Microversion;

/** Compute (Nova): see the package for what it can do. */
public final class ComputeService {
    private final ApiBinder binder;

    /** For {@link io.github.openstackjvm.Cloud}. */
    @SuppressWarnings("exports") // only a cloud has the argument
    public ComputeService(ApiBinder binder) {
        this.binder = binder;
    }

    /** The same with exactly this microversion on every call, such as {@code 2.79}. */
    public ComputeService at(String microversion) {
        return new ComputeService(binder.at(Microversion.of(microversion)));
    }

    /** Virtual machines, or real ones. */
    public Servers servers() {
        return new Servers(binder.bind(Servers.Api.class));
    }

    /** The sizes of servers. */
    public Flavors flavors() {
        return new Flavors(binder.bind(Flavors.Api.class));
    }

    /** The SSH keys that servers get at first boot. */
    public Keypairs keypairs() {
        return new Keypairs(binder.bind(Keypairs.Api.class));
    }

    /** Servers kept together or apart. */
    public ServerGroups serverGroups() {
        return new ServerGroups(binder.bind(ServerGroups.Api.class));
    }
}

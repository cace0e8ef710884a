package io.github.openstackjvm.compute;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.resource.Until;
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

    /** The availability zones for servers. */
    public AvailabilityZones availabilityZones() {
        return new AvailabilityZones(binder.bind(AvailabilityZones.Api.class));
    }

    /** What a project may have, and has. */
    public Limits limits() {
        return new Limits(binder.bind(Limits.Api.class));
    }

    /** How much projects may have. */
    public Quotas quotas() {
        return new Quotas(binder.bind(Quotas.Api.class));
    }

    /** How much all projects may have unless something else was set for one. */
    public QuotaClasses quotaClasses() {
        return new QuotaClasses(binder.bind(QuotaClasses.Api.class));
    }

    /** What the servers of projects have used in a period. */
    public ProjectUsages usage() {
        return new ProjectUsages(binder.bind(ProjectUsages.Api.class));
    }

    /** What runs servers. */
    public Hypervisors hypervisors() {
        return new Hypervisors(binder.bind(Hypervisors.Api.class));
    }

    /** Hosts that have something in common. */
    public Aggregates aggregates() {
        return new Aggregates(binder.bind(Aggregates.Api.class));
    }

    /** The services of Nova on their hosts. */
    public HostServices services() {
        return new HostServices(binder.bind(HostServices.Api.class));
    }

    /** Hosts, as Nova had them until 2.42. */
    @Until("2.42")
    public ComputeHosts hosts() {
        return new ComputeHosts(binder.bind(ComputeHosts.Api.class));
    }

    /** Moves of servers to other hosts and sizes. */
    public Migrations migrations() {
        return new Migrations(binder.bind(Migrations.Api.class));
    }

    /** The tokens in the addresses of consoles. */
    public ConsoleTokens consoleTokens() {
        return new ConsoleTokens(binder.bind(ConsoleTokens.Api.class));
    }

    /** Tells Nova what happened to servers elsewhere. */
    public ExternalEvents externalEvents() {
        return new ExternalEvents(binder.bind(ExternalEvents.Api.class));
    }

    /** Snapshots of attached volumes that Nova takes for Cinder. */
    public AssistedSnapshots assistedSnapshots() {
        return new AssistedSnapshots(binder.bind(AssistedSnapshots.Api.class));
    }

    /** How far the hosts are with their reports of which servers existed. */
    public UsageAuditLogs usageAuditLogs() {
        return new UsageAuditLogs(binder.bind(UsageAuditLogs.Api.class));
    }

    /** The parts of the API, from the time before microversions. */
    public Extensions extensions() {
        return new Extensions(binder.bind(Extensions.Api.class));
    }

    /** Servers kept together or apart. */
    public ServerGroups serverGroups() {
        return new ServerGroups(binder.bind(ServerGroups.Api.class));
    }
}

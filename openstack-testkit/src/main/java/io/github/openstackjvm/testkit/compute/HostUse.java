package io.github.openstackjvm.testkit.compute;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Row;

/** What the servers of a host take of it. Hosts are as large as those of Nova's own pretended hypervisor. */
final class HostUse {
    static final long VCPUS = 1000;
    static final long RAM_MIB = 800_000;
    static final long DISK_GIB = 600_000;

    /** What the host keeps for itself. */
    static final long RESERVED_RAM_MIB = 512;

    private final FakeServers all;
    private final List<Row> servers;

    HostUse(FakeServers all, String host) {
        this.all = all;
        servers = all.instances().all().where(server -> server.is("host", host) && !server.is("deleted"));
    }

    /** The servers on the host. */
    List<Row> servers() {
        return servers;
    }

    long vcpus() {
        return servers.stream().mapToLong(HostUse::vcpus).sum();
    }

    long ramMiB() {
        return servers.stream().mapToLong(HostUse::ramMiB).sum();
    }

    /** Disks that are volumes are not the host's. */
    long diskGiB() {
        return servers.stream()
                .mapToLong(server -> all.devices().volumeBacked(server)
                        ? Instances.flavor(server).number("ephemeral")
                        : diskGiB(server))
                .sum();
    }

    /** How many servers something is being done to. */
    long busy() {
        return servers.stream()
                .filter(server -> server.get("task_state") != null)
                .count();
    }

    static long vcpus(Row server) {
        return Instances.flavor(server).number("vcpus");
    }

    static long ramMiB(Row server) {
        return Instances.flavor(server).number("ram");
    }

    /** Root and further disk. */
    static long diskGiB(Row server) {
        Row flavor = Instances.flavor(server);
        return flavor.number("disk") + flavor.number("ephemeral");
    }
}

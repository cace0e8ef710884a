package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * What other services do with networks and ports without a request: Nova plugs servers in here. Rows have the fields of the
 * wire: {@code fixed_ips}, {@code mac_address}, {@code security_groups}. What Neutron does not do is a {@link Refusal} in its
 * words, with its name for the fault in {@link Refusal#type}: {@code NetworkNotFound}, {@code PortNotFound},
 * {@code IpAddressGenerationFailure}, {@code IpAddressAlreadyAllocated}, {@code OverQuota}, {@code SecurityGroupNotFound} …
 *
 * <p>A bound port becomes active at once, or by the rules for the kind {@code port}.
 */
public final class Plugs {
    private final FakeNetwork neutron;

    Plugs(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    /**
     * A port to be made.
     *
     * @param project whose it is
     * @param network id of its network
     * @param address the address it shall have; null: any of the network's
     * @param securityGroups ids; null: the project's default group, or none where the network has no port security
     * @param device id of the server
     * @param owner such as {@code compute:nova}
     * @param host where it is plugged in; empty: nowhere yet
     * @param dnsName its name in DNS; empty: one that is made of its address
     */
    public record Wish(
            String project,
            String network,
            @Nullable String address,
            @Nullable List<String> securityGroups,
            String device,
            String owner,
            String host,
            String dnsName) {}

    /**
     * One address by which a server is reached.
     *
     * @param port id of the port
     * @param network id of the network
     * @param networkName its name
     * @param mac the port's hardware address
     * @param address the address
     * @param version 4 or 6
     * @param floating whether it is a floating IP
     */
    public record Address(
            String port,
            String network,
            String networkName,
            String mac,
            String address,
            int version,
            boolean floating) {}

    /** The networks a server may be plugged into when nobody says which: the project's own and those shared with it. */
    public List<Row> networksOf(String project) {
        return neutron.networks()
                .all()
                .where(row -> row.is("project_id", project) || neutron.sharing().shared("network", row.id(), project));
    }

    /** A network that the project may see: its own, a shared one, or one outside. */
    public Optional<Row> network(String project, String id) {
        return neutron.networks()
                .all()
                .find(id)
                .filter(row -> neutron.networks().isOpenTo(row, project));
    }

    /** Any network. */
    public Optional<Row> network(String id) {
        return neutron.networks().all().find(id);
    }

    /** The subnets of a network. */
    public List<Row> subnets(String network) {
        return neutron.subnets().of(network);
    }

    /** Any port. */
    public Optional<Row> port(String id) {
        return neutron.ports().byId(id);
    }

    /** A port that the project may see: its own, or one on its network. */
    public Optional<Row> port(String project, String id) {
        return port(id).filter(row -> row.is("project_id", project)
                || network(row.text("network_id"))
                        .filter(network -> network.is("project_id", project))
                        .isPresent());
    }

    /** The ports of a device, in the order they were made. */
    public List<Row> portsOf(String device) {
        return neutron.ports().all().where("device_id", device);
    }

    /** The addresses of a device, port by port, each floating IP after the address it stands for. */
    public List<Address> addressesOf(String device) {
        List<Address> addresses = new ArrayList<>();
        for (Row port : portsOf(device)) {
            String name = network(port.text("network_id"))
                    .map(row -> row.text("name"))
                    .orElse("");
            for (FakePorts.Fixed fixed : FakePorts.addresses(port)) {
                addresses.add(address(port, name, fixed.ip().toString(), false));
                neutron.collection("floatingips")
                        .where(row -> row.is("port_id", port.id())
                                && row.is("fixed_ip_address", fixed.ip().toString()))
                        .forEach(row -> addresses.add(address(port, name, row.text("floating_ip_address"), true)));
            }
        }
        return addresses;
    }

    private static Address address(Row port, String network, String ip, boolean floating) {
        return new Address(
                port.id(),
                port.text("network_id"),
                network,
                port.text("mac_address"),
                ip,
                Ip.of(ip).version(),
                floating);
    }

    /** The security group of the project with this id or else this name; its {@code default} is always there. */
    public Optional<Row> securityGroup(String project, String nameOrId) {
        neutron.ensureDefaultGroup(project);
        List<Row> groups = neutron.groups().all().where("project_id", project);
        return groups.stream()
                .filter(row -> row.id().equals(nameOrId))
                .findFirst()
                .or(() ->
                        groups.stream().filter(row -> row.is("name", nameOrId)).findFirst());
    }

    /** How many security groups of the project have this name: with several, a name means none of them. */
    public int securityGroupsNamed(String project, String name) {
        neutron.ensureDefaultGroup(project);
        return neutron.groups().all().count(row -> row.is("project_id", project) && row.is("name", name));
    }

    /** Any security group. */
    public Optional<Row> securityGroup(String id) {
        return neutron.groups().all().find(id);
    }

    /** How many more ports the project may have; a large number when there is no limit. */
    public int portsLeft(String project) {
        int limit = neutron.quota(project, "port");
        return limit < 0
                ? Integer.MAX_VALUE
                : limit - neutron.ports().all().count(row -> row.is("project_id", project));
    }

    /** Makes a port with addresses of its network's subnets, and plugs it in. */
    public Row create(Wish wish) {
        Row network = network(wish.network()).orElseThrow(() -> FakeNetworks.noSuchNetwork(wish.network()));
        neutron.checkQuota(wish.project(), "port", "ports", 1);
        boolean secure = network.is("port_security_enabled");
        List<String> groups = wish.securityGroups();
        if (groups == null) {
            groups = secure
                    ? neutron.groups().defaultOf(wish.project()).map(Row::id).stream()
                            .toList()
                    : List.of();
        }
        for (String id : groups) {
            if (securityGroup(id).isEmpty()) {
                throw FakeSecurityGroups.noSuchGroup(id);
            }
        }
        Row port = Row.of(
                "project_id", wish.project(),
                "device_id", wish.device(),
                "device_owner", wish.owner(),
                "binding:host_id", wish.host());
        List<Object> addresses = wish.address() == null ? null : List.of(Json.map("ip_address", wish.address()));
        neutron.ports().makeOwn(port, network, addresses);
        return port.set("port_security_enabled", secure)
                .set("security_groups", groups)
                .set("dns_name", wish.dnsName());
    }

    /** Plugs a port that is there already into a device on a host. */
    public void bind(String port, String device, String owner, String host) {
        Row row = port(port).orElseThrow(() -> FakePorts.noSuchPort(port));
        neutron.ports().bindTo(row, device, owner, host);
    }

    /** Takes a port out of its device: it stays, and is nobody's. Nothing happens when there is none any more. */
    public void unbind(String port) {
        port(port).ifPresent(row -> neutron.ports().bindTo(row, "", "", ""));
    }

    /** Deletes a port and gives back its addresses. Nothing happens when there is none any more. */
    public void delete(String port) {
        port(port).ifPresent(neutron.ports()::drop);
    }

    /** A port gets one more address of its network, any of this subnet. */
    public void addAddress(String port, String subnet) {
        Row row = port(port).orElseThrow(() -> FakePorts.noSuchPort(port));
        Row range = neutron.subnets().byId(subnet).orElseThrow(() -> FakeSubnets.noSuchSubnet(subnet));
        neutron.ports().addAddress(row, range);
    }

    /** A port loses this address. Returns whether it had it. */
    public boolean removeAddress(String port, String address) {
        Row row = port(port).orElseThrow(() -> FakePorts.noSuchPort(port));
        List<FakePorts.Fixed> rest = new ArrayList<>(FakePorts.addresses(row));
        boolean had = rest.removeIf(fixed -> fixed.ip().toString().equals(address));
        if (had) {
            neutron.ports()
                    .changeAddresses(
                            row,
                            rest.stream()
                                    .map(fixed -> Json.map(
                                            "subnet_id",
                                            fixed.subnet(),
                                            "ip_address",
                                            fixed.ip().toString()))
                                    .toList());
        }
        return had;
    }

    /** A port has these security groups, by id, and no others. */
    public void setSecurityGroups(String port, List<String> ids) {
        Row row = port(port).orElseThrow(() -> FakePorts.noSuchPort(port));
        row.set("security_groups", List.copyOf(ids));
        neutron.ports().touch(row);
    }

    /** The floating IP with this address. */
    public Optional<Row> floatingIp(String address) {
        return neutron.floatingIps().all().first("floating_ip_address", address);
    }

    /** The floating IPs that stand for an address of a port. */
    public List<Row> floatingIpsInUse() {
        return neutron.floatingIps().all().where(row -> !row.text("port_id").isEmpty());
    }

    /** Has a floating IP stand for an address of a port, in the name of whoever asked for it. */
    public void associate(Caller caller, Row floatingIp, Row port, String address) {
        neutron.floatingIps().move(caller, floatingIp, port, address);
    }

    /** Has a floating IP stand for nothing. */
    public void disassociate(Caller caller, Row floatingIp) {
        neutron.floatingIps().move(caller, floatingIp, null, null);
    }

    /** Whether a project that has no network could get one made for it. */
    public boolean couldMakeNetwork() {
        try {
            neutron.topologies().check();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** The id of the network that is made for a project which has none. */
    public String madeNetwork(String project) {
        return neutron.topologies().networkOf(project);
    }
}

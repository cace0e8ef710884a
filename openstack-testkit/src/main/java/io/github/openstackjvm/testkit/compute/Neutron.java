package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.network.FakeNetwork;
import io.github.openstackjvm.testkit.network.Plugs;
import org.jspecify.annotations.Nullable;

/** What Nova asks of Neutron. What is refused is a refusal in Neutron's words; what Nova makes of it is Nova's business. */
final class Neutron {
    private final FakeCompute nova;

    Neutron(FakeCompute nova) {
        this.nova = nova;
    }

    private FakeNetwork service() {
        return nova.world().service(nova.region(), "network", FakeNetwork.class);
    }

    private Plugs plugs() {
        return service().plugs();
    }

    private FakeCollection all(String kind) {
        return service().collection(kind);
    }

    /** The networks a server may get when none is named: the project's own, and those shared with it. */
    List<Row> available(Caller caller) {
        return plugs().networksOf(caller.projectId());
    }

    /** The network, when the caller may see it. */
    Optional<Row> network(Caller caller, String id) {
        return caller.admin() ? plugs().network(id) : plugs().network(caller.projectId(), id);
    }

    /** The network, whoever asks. */
    Optional<Row> network(String id) {
        return plugs().network(id);
    }

    List<Row> subnets(String network) {
        return plugs().subnets(network);
    }

    /** How many more ports the project may have; very many when there is no limit. */
    int freePorts(String project) {
        return plugs().portsLeft(project);
    }

    /** The port, when the caller may see it. */
    Optional<Row> port(Caller caller, String id) {
        return caller.admin() ? plugs().port(id) : plugs().port(caller.projectId(), id);
    }

    /** The port, whoever asks. */
    Optional<Row> port(String id) {
        return plugs().port(id);
    }

    /** The port of a network that has this address. */
    Optional<Row> portWith(String network, String address) {
        return all("ports").where("network_id", network).stream()
                .filter(port -> Nics.fixedIps(port).stream().anyMatch(ip -> address.equals(ip.get("ip_address"))))
                .findFirst();
    }

    /** The ports of a server. */
    List<Row> ports(String server) {
        return plugs().portsOf(server);
    }

    /** Makes a port. */
    Row create(Plugs.Wish wish) {
        return plugs().create(wish);
    }

    void bind(String port, String server, String owner, String host) {
        plugs().bind(port, server, owner, host);
    }

    void unbind(String port) {
        plugs().unbind(port);
    }

    /** Removes a port; that there is none is fine. */
    void delete(String port) {
        plugs().delete(port);
    }

    void setSecurityGroups(String port, List<String> ids) {
        plugs().setSecurityGroups(port, ids);
    }

    void addAddress(String port, String subnet) {
        plugs().addAddress(port, subnet);
    }

    void removeAddress(String port, String address) {
        plugs().removeAddress(port, address);
    }

    /** The servers that have an address with this part in it, as the caller sees them. */
    Set<String> serversWith(Caller caller, String part) {
        return all("ports")
                .where(port -> (caller.admin() || port.is("project_id", caller.projectId()))
                        && Nics.fixedIps(port).stream()
                                .anyMatch(ip ->
                                        String.valueOf(ip.get("ip_address")).contains(part)))
                .stream()
                .map(port -> port.text("device_id"))
                .collect(Collectors.toSet());
    }

    /** The security group of that id or name in a project. */
    Optional<Row> securityGroup(String project, String nameOrId) {
        return plugs().securityGroup(project, nameOrId);
    }

    /** Whether a name means several security groups of a project. */
    boolean severalSecurityGroups(String project, String name) {
        return plugs().securityGroupsNamed(project, name) > 1;
    }

    /** The security group of that id. */
    Optional<Row> securityGroup(String id) {
        return plugs().securityGroup(id);
    }

    /** The security groups of a project; with null, of all. */
    List<Row> securityGroups(@Nullable String project) {
        if (project != null) {
            // A project has its default group as soon as anybody asks.
            plugs().securityGroup(project, "default");
        }
        return all("security_groups").where(group -> project == null || group.is("project_id", project));
    }

    /** The rules of a security group. */
    List<Row> securityRules(String group) {
        return all("security_group_rules").where("security_group_id", group);
    }

    /** Every floating IP that is at a port. */
    List<Row> floatingIps() {
        return plugs().floatingIpsInUse();
    }

    /** The floating IP with that address, when the caller may see it. */
    Optional<Row> floatingIp(Caller caller, String address) {
        return plugs().floatingIp(address).filter(ip -> caller.admin() || ip.is("project_id", caller.projectId()));
    }

    /** Brings a floating IP to an address of a port. */
    void associate(Caller caller, Row floatingIp, Row port, String address) {
        plugs().associate(caller, floatingIp, port, address);
    }

    /** Takes a floating IP away from where it is. */
    void disassociate(Caller caller, Row floatingIp) {
        plugs().disassociate(caller, floatingIp);
    }

    /** Whether a project that has no network could get one made for it. */
    boolean couldMakeNetwork() {
        return plugs().couldMakeNetwork();
    }

    /** The id of the network that is made for a project which has none. */
    String madeNetwork(String project) {
        return plugs().madeNetwork(project);
    }
}

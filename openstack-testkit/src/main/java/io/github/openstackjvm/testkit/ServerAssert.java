package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.compute.FakeCompute;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** Assertions about a server. */
public final class ServerAssert extends ResourceAssert<ServerAssert> {
    ServerAssert(Found found) {
        super(found, ServerAssert.class);
    }

    /** It runs. */
    public ServerAssert isActive() {
        return hasStatus("ACTIVE");
    }

    /** Its status is this one, in Nova's words, such as {@code SHUTOFF}. */
    public ServerAssert hasStatus(String status) {
        String is = FakeCompute.statusOf(row());
        return check(is.equals(status), "to be %s, but it is %s", status, is);
    }

    /** It has the size of the flavor of this name or id. */
    public ServerAssert hasFlavor(String nameOrId) {
        Map<String, Object> flavor = row().object("flavor");
        return check(
                nameOrId.equals(flavor.get("name")) || nameOrId.equals(flavor.get("id")),
                "to have the flavor %s, but it is <%s>",
                nameOrId,
                flavor.get("name"));
    }

    /** It was made from the image of this name or id. */
    public ServerAssert hasImage(String nameOrId) {
        return refersTo("image_ref", "image/images", "image", nameOrId);
    }

    /** It has this pair of metadata. */
    public ServerAssert hasMetadata(String key, String value) {
        return hasPair("metadata", "metadata", key, value);
    }

    /** It has this tag. */
    public ServerAssert hasTag(String tag) {
        return hasAmong("tags", "tag", tag);
    }

    /** It was given the keypair of this name. */
    public ServerAssert hasKeypair(String name) {
        return has("key_name", name);
    }

    /** It has the volume of this name or id, attached or about to be. */
    public ServerAssert hasVolume(String nameOrId) {
        List<String> volumes = new ArrayList<>();
        for (Row device : found().where("compute/block_devices", "server", row().id())) {
            if (device.get("volume_id") != null) {
                volumes.add(device.text("volume_id"));
            }
        }
        return check(
                volumes.stream().anyMatch(id -> found().named("block-storage/volumes", id, nameOrId)),
                "to have the volume %s, but it has %s",
                nameOrId,
                names("block-storage/volumes", volumes));
    }

    /** It has a port on the network of this name or id. */
    public ServerAssert isOn(String network) {
        List<String> networks =
                ports().stream().map(port -> port.text("network_id")).toList();
        return check(
                networks.stream().anyMatch(id -> found().named("network/networks", id, network)),
                "to be on the network %s, but it is on %s",
                network,
                names("network/networks", networks));
    }

    /** One of its ports has this address. */
    public ServerAssert hasAddress(String address) {
        List<String> addresses =
                ports().stream().flatMap(port -> addresses(port).stream()).toList();
        return check(addresses.contains(address), "to have the address %s, but it has %s", address, addresses);
    }

    /** A floating IP leads to it. */
    public ServerAssert hasFloatingIp() {
        return check(!floatingIps().isEmpty(), "to have a floating IP, but it has none");
    }

    /** This floating IP leads to it. */
    public ServerAssert hasFloatingIp(String address) {
        return check(
                floatingIps().contains(address), "to have the floating IP %s, but it has %s", address, floatingIps());
    }

    /** No floating IP leads to it. */
    public ServerAssert hasNoFloatingIp() {
        return check(floatingIps().isEmpty(), "to have no floating IP, but it has %s", floatingIps());
    }

    /** The security group of this name or id is at one of its ports. */
    public ServerAssert hasSecurityGroup(String nameOrId) {
        List<String> groups = ports().stream()
                .flatMap(port -> port.texts("security_groups").stream())
                .distinct()
                .toList();
        return check(
                groups.stream().anyMatch(id -> found().named("network/security_groups", id, nameOrId)),
                "to have the security group %s, but it has %s",
                nameOrId,
                names("network/security_groups", groups));
    }

    private List<Row> ports() {
        return found().where("network/ports", "device_id", row().id());
    }

    private List<String> floatingIps() {
        return ports().stream()
                .flatMap(port -> found().where("network/floatingips", "port_id", port.id()).stream())
                .map(floating -> floating.text("floating_ip_address"))
                .toList();
    }

    static List<String> addresses(Row port) {
        List<String> addresses = new ArrayList<>();
        if (port.get("fixed_ips") instanceof List<?> fixed) {
            fixed.forEach(each -> addresses.add(String.valueOf(Json.object(each).get("ip_address"))));
        }
        return addresses;
    }
}

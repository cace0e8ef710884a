package io.github.openstackjvm.testkit.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.session.Adapter;
import io.github.openstackjvm.session.RawRequest;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.transport.HttpBody;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What this client never asks Neutron, but other clients may: wrong bodies, wrong values, strange lists. */
@Scenario
class OddNetworkRequestsScenario {
    private static final String NOBODY = "11111111-1111-4111-8111-111111111111";

    private static Adapter neutron(Cloud cloud) {
        return cloud.session().adapter(ServiceType.NETWORK);
    }

    private static RawRequest post(Cloud cloud, String path, String body) {
        return neutron(cloud).post(path).body("application/json", HttpBody.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static RawRequest put(Cloud cloud, String path, String body) {
        return neutron(cloud).put(path).body("application/json", HttpBody.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(RawRequest request, int status, String type, String words) {
        RawRequest.Answer answer = request.sendUnchecked();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("NeutronError")).isEqualTo(Map.of("type", type, "message", words, "detail", ""));
    }

    private static void refused(RawRequest request, String words) {
        refused(request, 400, "HTTPBadRequest", words);
    }

    private static void invalid(RawRequest request, String words) {
        refused(request, 400, "InvalidInput", "Invalid input for operation: " + words);
    }

    private static List<Map<?, ?>> listed(RawRequest request, String many) {
        List<Map<?, ?>> found = new ArrayList<>();
        ((List<?>) request.send().json().get(many)).forEach(each -> found.add((Map<?, ?>) each));
        return found;
    }

    private static int revision(RawRequest request, String one) {
        return ((Number) request.fetch(Map.class, one).get("revision_number")).intValue();
    }

    @Test
    void bodiesThatAreNone(Cloud cloud, Scratch scratch) {
        String network = "/networks/" + new Lan(cloud, scratch).network("lan").id();
        for (String body : List.of("{", "[]", "null", "\"x\"", "1", "{\"networks\": [1]}", "{\"networks\": [null]}")) {
            refused(post(cloud, "/networks", body), "Body contains invalid data");
        }
        refused(put(cloud, network, "{"), "Body contains invalid data");
        refused(put(cloud, network, "[]"), "Body contains invalid data");
        refused(put(cloud, network, "{\"networks\": []}"), "Bulk operation not supported");
        refused(post(cloud, "/networks", "{\"networks\": {}}"), "Resources required");
        refused(post(cloud, "/networks", "{\"networks\": []}"), "Resources required");
        refused(post(cloud, "/networks", "{\"network\": []}"), "Object 'network' contains invalid data");
        refused(post(cloud, "/networks", "{}"), "Unable to find 'network' in request body");
    }

    @Test
    void projectsOfOthers(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        String other =
                "Specifying 'project_id' or 'tenant_id' other than the authenticated project in request requires "
                        + "admin or advsvc privileges";
        String own = cloud.whoami().project().id();
        refused(post(cloud, "/networks", "{\"network\": {\"tenant_id\": null}}"), other);
        refused(post(cloud, "/networks", "{\"network\": {\"tenant_id\": \"zz\"}}"), other);
        refused(
                post(cloud, "/networks", "{\"network\": {\"tenant_id\": \"" + own + "\", \"project_id\": \"x\"}}"),
                "'project_id' and 'tenant_id' do not match");
        refused(
                post(admin, "/networks", "{\"network\": {\"tenant_id\": 5}}"),
                "Invalid input for tenant_id. Reason: '5' is not a valid string.");
        String network = "/networks/" + new Lan(cloud, scratch).network("lan").id();
        refused(
                put(cloud, network, "{\"network\": {\"tenant_id\": \"" + own + "\"}}"),
                "Cannot update read-only attribute tenant_id");
        invalid(
                put(admin, network, "{\"network\": {\"provider:segmentation_id\": 77}}"),
                "Only VLAN type networks can be updated..");
    }

    @Test
    void lists(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        String name = new Lan(cloud, scratch).network("lan").name();
        invalid(neutron(cloud).get("/networks").query("mtu", "abc"), "'abc' is not an integer.");
        invalid(neutron(cloud).get("/subnets").query("ip_version", "x"), "'x' is not an integer.");
        invalid(neutron(cloud).get("/subnetpools").query("default_prefixlen", "x"), "'x' is not an integer.");
        refused(
                neutron(cloud).get("/security-group-rules").query("port_range_min", "x"),
                400,
                "SecurityGroupInvalidPortValue",
                "Invalid value for port x");
        invalid(neutron(cloud).get("/rbac-policies").query("object_type", "x"), "'x' is not a valid RBAC object type.");
        refused(
                neutron(cloud).get("/rbac-policies").query("sort_key", "id").query("sort_dir", "asc"),
                "['id'] is invalid attribute for sort_keys");
        refused(
                neutron(cloud).get("/networks").query("availability_zone_hints", "x"),
                "['availability_zone_hints'] is invalid attribute for filtering");
        refused(
                neutron(cloud).get("/availability_zones").query("nope", "1"),
                "['nope'] is invalid attribute for filtering");
        refused(
                neutron(admin).get("/network-ip-availabilities").query("nope", "1"),
                "['nope'] is invalid attribute for filtering");
        refused(
                neutron(cloud).get("/networks").query("limit", "infinite"),
                400,
                "BadRequest",
                "Bad limit request: Limit must be an integer 0 or greater and not 'infinite'.");
        assertThat(listed(neutron(cloud).get("/networks").query("name", name).query("fields", ""), "networks"))
                .isEqualTo(List.of(Map.of()));
        // Neutron takes this filter and does not look at it.
        assertThat(listed(neutron(cloud).get("/networks").query("name", name).query("is_default", "true"), "networks"))
                .hasSize(1);
        assertThat(listed(
                        neutron(cloud)
                                .get("/networks")
                                .query("name", name)
                                .query("sort_key", "tenant_id")
                                .query("sort_dir", "asc"),
                        "networks"))
                .hasSize(1);
    }

    @Test
    void whatWasNeverSetIsNotEmpty(Cloud cloud, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Subnet subnet = lan.subnet(lan.network("lan"), "10.218.0.0/24");
        RawRequest subnets = neutron(cloud).get("/subnets").query("name", subnet.name());
        assertThat(listed(subnets, "subnets")).hasSize(1);
        assertThat(listed(
                        neutron(cloud)
                                .get("/subnets")
                                .query("name", subnet.name())
                                .query("subnetpool_id", ""),
                        "subnets"))
                .isEmpty();
        assertThat(listed(
                        neutron(cloud)
                                .get("/subnets")
                                .query("name", subnet.name())
                                .query("description", ""),
                        "subnets"))
                .hasSize(1);
    }

    @Test
    void aPageBehindTheLastOne(Cloud cloud, Scratch scratch) {
        Network network = new Lan(cloud, scratch).network("lan");
        Map<String, Object> page = neutron(cloud)
                .get("/networks")
                .query("name", network.name())
                .query("limit", 1)
                .query("marker", network.id())
                .send()
                .json();
        assertThat(page.get("networks")).isEqualTo(List.of());
        assertThat((List<?>) page.get("networks_links"))
                .singleElement()
                .satisfies(link -> assertThat(String.valueOf(link))
                        .contains("rel=previous", "page_reverse=True", "limit=1")
                        .doesNotContain("marker"));
    }

    @Test
    void valuesOfWrongTypes(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        String network = lan.network("lan").id();
        for (String path : List.of("network", "router")) {
            refused(
                    post(cloud, "/" + path + "s", "{\"" + path + "\": {\"availability_zone_hints\": \"x\"}}"),
                    "Invalid input for availability_zone_hints. Reason: 'x' is not a list.");
            refused(
                    post(cloud, "/" + path + "s", "{\"" + path + "\": {\"availability_zone_hints\": [\"a\", \"a\"]}}"),
                    "Invalid input for availability_zone_hints. Reason: Duplicate items in the list: 'a'.");
        }
        String subnet = "{\"subnet\": {\"network_id\": \"" + network + "\", \"ip_version\": 4, \"cidr\": "
                + "\"10.218.1.0/24\", ";
        refused(
                post(cloud, "/subnets", subnet + "\"dns_nameservers\": \"1.2.3.4\"}}"),
                "Invalid input for dns_nameservers. Reason: '1' is not a valid nameserver. '1' is not a valid IP "
                        + "address.");
        refused(
                post(cloud, "/subnets", subnet + "\"segment_id\": \"" + NOBODY + "\"}}"),
                404,
                "SegmentNotFound",
                "Segment " + NOBODY + " could not be found.");
        RawRequest.Answer keys =
                post(cloud, "/subnets", subnet + "\"allocation_pools\": [{}]}}").sendUnchecked();
        assertThat(keys.status()).isEqualTo(400);
        assertThat(String.valueOf(keys.json())).contains("Provided keys: set().");
        String port = "{\"port\": {\"network_id\": \"" + network + "\", ";
        invalid(
                post(cloud, "/ports", port + "\"extra_dhcp_opts\": [{\"opt_name\": \"a\", \"opt_value\": \"\"}]}}"),
                "No valid key specs matched for: {'opt_name': 'a', 'opt_value': ''}.");
        refused(
                post(admin, "/ports", port + "\"binding:profile\": \"x\"}}"),
                "Invalid input for binding:profile. Reason: 'x' is not a dictionary.");
        refused(
                post(cloud, "/routers", "{\"router\": {\"flavor_id\": \"" + NOBODY + "\"}}"),
                404,
                "FlavorNotFound",
                "Flavor " + NOBODY + " could not be found.");
        refused(
                post(cloud, "/security-groups", "{\"security_group\": {\"name\": \"Default\"}}"),
                409,
                "SecurityGroupDefaultAlreadyExists",
                "Default security group already exists.");
        refused(
                post(cloud, "/address-groups", "{\"address_group\": {\"shared\": true}}"),
                "Attribute 'shared' not allowed in POST");
        refused(
                post(
                        cloud,
                        "/floatingips",
                        "{\"floatingip\": {\"floating_network_id\": \""
                                + cloud.network().networks().named("public").id() + "\", \"qos_policy_id\": \"" + NOBODY
                                + "\"}}"),
                500,
                "HTTPInternalServerError",
                "Request Failed: internal server error while processing your request.");
    }

    @Test
    void whatIsNotThere(Cloud cloud) {
        refused(
                neutron(cloud).get("/ports/" + NOBODY + "/bindings"),
                404,
                "PortNotFound",
                "Port " + NOBODY + " could not be found.");
        // Tags are looked at first.
        invalid(put(cloud, "/networks/" + NOBODY + "/tags", "{\"tags\": \"x\"}"), "'x' is not a list.");
        invalid(put(cloud, "/networks/" + NOBODY + "/tags", "{}"), "Invalid tags body.");
        refused(
                put(cloud, "/networks/" + NOBODY + "/tags", "{\"tags\": []}"),
                404,
                "TagResourceNotFound",
                "Resource networks " + NOBODY + " could not be found.");
    }

    @Test
    void quotasThatAreNone(@As("admin") Cloud admin, Scratch scratch) {
        String path = "/quotas/" + scratch.name("project");
        refused(
                put(admin, path, "{\"quota\": {\"network\": -2}}"),
                "Invalid input for network. Reason: '-2' is too small - must be at least '-1'.");
        refused(
                put(admin, path, "{\"quota\": {\"network\": 2147483648}}"),
                "Invalid input for network. Reason: '2147483648' is too large - must be no larger than '2147483647'.");
        invalid(put(admin, path, "{\"quota\": {\"network\": \"x\"}}"), "'x' is not an integer.");
        refused(
                neutron(admin).delete(path),
                404,
                "TenantQuotaNotFound",
                "Quota for tenant " + scratch.name("project") + " could not be found.");
        assertThat(put(admin, path, "{\"quota\": {\"network\": 5.5}}")
                        .fetch(Map.class, "quota")
                        .get("network"))
                .isEqualTo(5);
        assertThat(neutron(admin).delete(path).send().status()).isEqualTo(204);
    }

    @Test
    void whatARevisionCounts(Cloud cloud, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        String subnet = "/subnets/" + lan.subnet(network, "10.218.2.0/24").id();
        assertThat(revision(put(cloud, subnet, "{\"subnet\": {}}"), "subnet")).isEqualTo(1);
        assertThat(revision(put(cloud, subnet, "{\"subnet\": {\"description\": \"\"}}"), "subnet"))
                .isEqualTo(2);

        Port made = lan.port(PortSpec.on(network).name(scratch.name("port")).fixedIp("10.218.2.40"));
        String port = "/ports/" + made.id();
        assertThat(revision(put(cloud, port, "{\"port\": {}}"), "port")).isEqualTo(1);
        assertThat(revision(put(cloud, port, "{\"port\": {\"device_id\": \"x\"}}"), "port"))
                .isEqualTo(3);
        String same = "{\"port\": {\"fixed_ips\": [{\"ip_address\": \"10.218.2.40\"}]}}";
        assertThat(revision(put(cloud, port, same), "port")).isEqualTo(3);
        assertThat(revision(neutron(cloud).get(port), "port")).isEqualTo(4);

        Router gate = lan.router(RouterSpec.named(scratch.name("router")));
        String router = "/routers/" + gate.id();
        assertThat(revision(put(cloud, router, "{\"router\": {\"routes\": []}}"), "router"))
                .isEqualTo(1);
        assertThat(revision(put(cloud, router, "{\"router\": {\"external_gateway_info\": null}}"), "router"))
                .isEqualTo(2);
        String routes = "{\"router\": {\"routes\": [{\"destination\": \"x\", \"nexthop\": \"y\"}]}}";
        assertThat(revision(put(cloud, router + "/remove_extraroutes", routes), "router"))
                .isEqualTo(2);
        refused(
                put(cloud, router + "/add_extraroutes", routes),
                400,
                "AddrFormatError",
                "failed to detect a valid IP address from 'y'");
    }
}

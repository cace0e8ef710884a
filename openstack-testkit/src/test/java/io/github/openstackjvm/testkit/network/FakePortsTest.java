package io.github.openstackjvm.testkit.network;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FakePortsTest {
    private static final String V2 = "/network/v2.0";

    private final FakeCloud fake = FakeCloud.start();
    private final Wire demo = Wire.as(fake, "demo");
    private final Wire admin = Wire.as(fake, "admin");

    private String network = "";
    private String subnet = "";

    @BeforeEach
    void aNetworkWithFiveAddresses() {
        network = id(demo.post(V2 + "/networks", "{'network':{'name':'lan'}}").is(201), "network");
        subnet = id(
                demo.post(
                                V2 + "/subnets",
                                "{'subnet':{'network_id':'" + network + "','ip_version':4,'cidr':'10.77.0.5/29'}}")
                        .is(201),
                "subnet");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private static String id(Wire.Answer answer, String kind) {
        return answer.at("/" + kind + "/id").asText();
    }

    private Wire.Answer port(String more) {
        return demo.post(V2 + "/ports", "{'port':{'network_id':'" + network + "'" + more + "}}");
    }

    private static void refused(Wire.Answer answer, int status, String type, String message) {
        answer.refused(status, message);
        assertThat(answer.at("/NeutronError/type").asText()).isEqualTo(type);
    }

    @Test
    void whatIsToldOfAChangeDiffersAsInNeutron() {
        Wire.Answer group = demo.post(V2 + "/address-groups", "{'address_group':{'addresses':['10.1.0.0/16']}}")
                .is(201);
        assertThat(group.names("/address_group"))
                .containsExactly("id", "name", "project_id", "addresses", "description", "tenant_id");
        assertThat(demo.put(
                                V2 + "/address-groups/" + id(group, "address_group") + "/add_addresses",
                                "{'addresses':['10.2.0.0/16']}")
                        .at("/address_group/revision_number")
                        .asInt())
                .isEqualTo(2);
        Wire.Answer pool = demo.post(V2 + "/subnetpools", "{'subnetpool':{'name':'p','prefixes':['10.8.0.0/16']}}")
                .is(201);
        assertThat(pool.at("/subnetpool/max_prefixlen").isTextual()).isTrue();
        Wire.Answer changed =
                demo.put(V2 + "/subnetpools/" + id(pool, "subnetpool"), "{'subnetpool':{'max_prefixlen':28}}");
        assertThat(changed.at("/subnetpool/max_prefixlen").isNumber()).isTrue();
        assertThat(changed.names("/subnetpool")).doesNotContain("default_quota");
        int revision = network().at("/network/revision_number").asInt();
        demo.post(
                        V2 + "/rbac-policies",
                        "{'rbac_policy':{'object_type':'network','object_id':'" + network
                                + "','target_tenant':'x','action':'access_as_shared'}}")
                .is(201);
        assertThat(network().at("/network/revision_number").asInt()).isEqualTo(revision + 1);
    }

    private Wire.Answer network() {
        return demo.get(V2 + "/networks/" + network);
    }

    @Test
    void aBodyWithoutAPortIsNoPort() {
        demo.post(V2 + "/ports", "{}").refused(400, "Unable to find 'port' in request body");
        demo.put(V2 + "/networks/" + network, "{}").refused(400, "Unable to find 'network' in request body");
    }

    @Test
    void addressesComeFromThePoolUntilItIsEmpty() {
        Wire.Answer made = port("").is(201);
        assertThat(made.at("/port/fixed_ips").toString())
                .isEqualTo("[{\"subnet_id\":\"" + subnet + "\",\"ip_address\":\"10.77.0.2\"}]");
        assertThat(made.at("/port/dns_assignment/0/fqdn").asText()).isEqualTo("host-10-77-0-2.fake.example.");
        assertThat(made.at("/port/security_groups")).hasSize(1);
        assertThat(made.at("/port/status").asText()).isEqualTo("DOWN");
        assertThat(made.at("/port/revision_number").asInt()).isEqualTo(1);
        assertThat(made.names("/port")).doesNotContain("binding:host_id", "resource_request");
        port(",'fixed_ips':[{'ip_address':'10.77.0.4'}]").is(201);
        refused(
                port(",'fixed_ips':[{'ip_address':'10.77.0.4'}]"),
                409,
                "IpAddressAlreadyAllocated",
                "IP address 10.77.0.4 already allocated in subnet " + subnet);
        refused(
                demo.post(
                        V2 + "/ports",
                        "{'ports':[{'network_id':'" + network + "'},{'network_id':'" + network + "'},{'network_id':'"
                                + network + "'},{'network_id':'" + network + "'}]}"),
                409,
                "IpAddressGenerationFailure",
                "No more IP addresses available on network " + network + ".");
        assertThat(demo.get(V2 + "/ports?network_id=" + network).at("/ports")).hasSize(2);
        demo.delete(V2 + "/ports/" + id(made, "port")).is(204);
        assertThat(port("").is(201).at("/port/fixed_ips/0/ip_address").asText()).isEqualTo("10.77.0.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                ",'fixed_ips':[{'ip_address':'10.77.0.9'}]|400|InvalidIpForNetwork|IP address 10.77.0.9 is not a valid IP for any "
                        + "of the subnets on the specified network.",
                ",'fixed_ips':[{'subnet_id':'11111111-1111-1111-1111-111111111111'}]|404|SubnetNotFound"
                        + "|Subnet 11111111-1111-1111-1111-111111111111 could not be found.",
                ",'fixed_ips':[{}]|400|InvalidInput"
                        + "|Invalid input for operation: IP allocation requires subnet_id or ip_address.",
                ",'mac_address':'fa:16:3e:00:00:0g'|400|HTTPBadRequest"
                        + "|Invalid input for mac_address. Reason: 'fa:16:3e:00:00:0g' is not a valid MAC address.",
                ",'security_groups':['11111111-1111-1111-1111-111111111111']|404|SecurityGroupNotFound"
                        + "|Security group 11111111-1111-1111-1111-111111111111 does not exist",
                ",'port_security_enabled':false,'allowed_address_pairs':[{'ip_address':'10.77.0.0/29'}]|409"
                        + "|AddressPairAndPortSecurityRequired"
                        + "|Port Security must be enabled in order to have allowed address pairs on a port.",
                ",'binding:host_id':'x','fixed_ips':[{'ip_address':'10.77.0.4'}],'allowed_address_pairs':[{'ip_address':"
                        + "'10.77.0.3'}]|403|PolicyNotAuthorized|(((rule:create_port and (rule:create_port:fixed_ips and "
                        + "(rule:create_port:fixed_ips:ip_address))) and (rule:create_port:allowed_address_pairs and "
                        + "(rule:create_port:allowed_address_pairs:ip_address))) and rule:create_port:binding:host_id) is "
                        + "disallowed by policy"
            })
    void whatNeutronRefuses(String more, int status, String type, String message) {
        refused(port(more), status, type, message);
    }

    @Test
    void aBoundPortIsActive() {
        String id = id(port("").is(201), "port");
        admin.put(
                        V2 + "/ports/" + id,
                        "{'port':{'binding:host_id':'h1','device_id':'d','device_owner':'compute:nova'}}")
                .is(200);
        Wire.Answer bound = admin.get(V2 + "/ports/" + id).is(200);
        assertThat(bound.at("/port/status").asText()).isEqualTo("ACTIVE");
        assertThat(bound.at("/port/binding:vif_type").asText()).isEqualTo("ovs");
    }

    @Test
    void networksInUseStay() {
        String id = id(port("").is(201), "port");
        refused(
                demo.delete(V2 + "/networks/" + network),
                409,
                "NetworkInUse",
                "Unable to complete operation on network " + network
                        + ". There are one or more ports still in use on the network, id for these ports is: " + id
                        + ".");
        refused(
                demo.delete(V2 + "/subnets/" + subnet),
                409,
                "SubnetInUse",
                "Unable to complete operation on subnet " + subnet
                        + ": One or more ports have an IP allocation from this subnet.");
        demo.delete(V2 + "/ports/" + id).is(204);
        demo.delete(V2 + "/networks/" + network).is(204);
        demo.get(V2 + "/subnets/" + subnet).is(404);
    }

    @Test
    void portsAreFoundByTheirAddresses() {
        port(",'name':'a','fixed_ips':[{'ip_address':'10.77.0.6'}]").is(201);
        port("").is(201);
        for (String filter : new String[] {"ip_address%3D10.77.0.6", "ip_address_substr%3D.0.6"}) {
            assertThat(demo.get(V2 + "/ports?fields=name&fixed_ips=" + filter)
                            .at("/ports")
                            .toString())
                    .isEqualTo("[{\"name\":\"a\"}]");
        }
        demo.get(V2 + "/ports?fixed_ips=nope")
                .refused(400, "Invalid input for operation: 'nope' is not of the form <key>=[value].");
        demo.get(V2 + "/ports?limit=1&marker=nope").refused(404, "Port nope could not be found.");
    }
}

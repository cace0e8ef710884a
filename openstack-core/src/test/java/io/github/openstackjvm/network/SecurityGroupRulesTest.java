package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.openstackjvm.network.SecurityGroupRuleSpec.egress;
import static io.github.openstackjvm.network.SecurityGroupRuleSpec.ingress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecurityGroupRulesTest {
    private static final String GROUP = "2076db17-a522-4506-91de-c6dd8e837028";
    private static final String RULE = """
            {"id": "r1", "security_group_id": "%s", "direction": "ingress", "ethertype": "IPv6", "protocol": "vrrp",
             "port_range_min": 22, "port_range_max": 23, "remote_ip_prefix": "2001:db8::1/64",
             "normalized_cidr": "2001:db8::/64", "remote_group_id": "g2", "remote_address_group_id": "ag",
             "description": "d", "project_id": "p1", "belongs_to_default_sg": true, "tags": ["t"],
             "revision_number": 0, "created_at": "2026-01-02T03:04:05Z", "updated_at": null}""".formatted(GROUP);

    @RegisterExtension
    static final TestCloud NEUTRON = TestCloud.network();

    private SecurityGroupRules rules;

    @BeforeEach
    void connect() {
        rules = NEUTRON.cloud().network().securityGroupRules();
    }

    @Test
    void readsAllOfARule() {
        NEUTRON.on("GET /security-group-rules/r1", 200, "{\"security_group_rule\": " + RULE + "}");

        SecurityGroupRule rule = rules.get("r1");

        assertThat(rule.securityGroupId()).isEqualTo(GROUP);
        assertThat(rule.direction()).isEqualTo(Direction.INGRESS);
        assertThat(rule.etherType()).isEqualTo(EtherType.IPV6);
        assertThat(rule.protocol()).as("a word without a constant").isEqualTo(new IpProtocol("vrrp"));
        assertThat(rule.portRangeMin()).isEqualTo(22);
        assertThat(rule.portRangeMax()).isEqualTo(23);
        assertThat(rule.remoteIpPrefix()).isEqualTo("2001:db8::1/64");
        assertThat(rule.normalizedCidr()).isEqualTo("2001:db8::/64");
        assertThat(rule.remoteGroupId()).isEqualTo("g2");
        assertThat(rule.remoteAddressGroupId()).isEqualTo("ag");
        assertThat(rule.description()).isEqualTo("d");
        assertThat(rule.projectId()).isEqualTo("p1");
        assertThat(rule.belongsToDefaultGroup()).isTrue();
        assertThat(rule.tags()).containsExactly("t");
        assertThat(rule.revisionNumber()).isZero();
        assertThat(rule.createdAt()).isNotNull();
        assertThat(rule.updatedAt()).isNull();
        assertThat(rule.extras()).isEmpty();
        assertThat(rule.name()).as("rules have no name").isNull();
    }

    @Test
    void sendsOnlyWhatWasSet() {
        NEUTRON.on("POST /security-group-rules", 201, "{\"security_group_rule\": " + RULE + "}");

        rules.create(ingress(Ref.id("any id")).tcp(22));
        rules.create(egress(GROUP)
                .etherType(EtherType.IPV6)
                .protocol(IpProtocol.ICMPV6)
                .icmpType(8)
                .icmpCode(0)
                .remoteIpPrefix("::/0")
                .remoteAddressGroupId("ag")
                .description("")
                .projectId("p1"));

        assertThat(NEUTRON.sent().get(0).body()).isEqualTo("""
                        {"security_group_rule":{"security_group_id":"any id","direction":"ingress",\
                        "protocol":"tcp","port_range_min":22,"port_range_max":22}}""");
        assertThat(NEUTRON.sent().get(1).body()).isEqualTo("""
                        {"security_group_rule":{"security_group_id":"%s","direction":"egress","ethertype":"IPv6",\
                        "protocol":"ipv6-icmp","port_range_min":8,"port_range_max":0,"remote_ip_prefix":"::/0",\
                        "remote_address_group_id":"ag","description":"","project_id":"p1"}}""".formatted(GROUP));
        assertThat(NEUTRON.calls()).as("no look-up: the groups were ids").hasSize(2);
    }

    @Test
    void looksNamesOfGroupsUpBeforeItSends() {
        NEUTRON.on("GET /security-groups?name=web", 200, """
                {"security_groups": [{"id": "g1", "name": "web"}]}""");
        NEUTRON.on("GET /security-groups?name=db", 200, """
                {"security_groups": [{"id": "g2", "name": "db"}]}""");
        NEUTRON.on("POST /security-group-rules", 201, "{\"security_group_rule\": " + RULE + "}");

        rules.create(ingress("db").udp(53).remoteGroup("web"));

        assertThat(NEUTRON.calls())
                .containsExactly(
                        "GET /security-groups?name=db", "GET /security-groups?name=web", "POST /security-group-rules");
        assertThat(NEUTRON.sent().get(2).body())
                .contains("\"security_group_id\":\"g2\"")
                .contains("\"remote_group_id\":\"g1\"");
    }

    @Test
    void saysWhichFieldsNameIsUnknownOrAmbiguous() {
        NEUTRON.on("GET /security-groups?name=none", 200, "{\"security_groups\": []}");
        NEUTRON.on("GET /security-groups?name=two", 200, """
                {"security_groups": [{"id": "g1", "name": "two"}, {"id": "g2", "name": "two"}]}""");

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> rules.create(ingress("none").icmp()))
                .withMessage("For 'security_group_id': There is no security group with the name or id 'none'");
        assertThatExceptionOfType(Ambiguous.class)
                .isThrownBy(() -> rules.create(ingress(GROUP).remoteGroup("two")))
                .withMessageContaining("'remote_group_id'")
                .withMessageContaining("'two'")
                .withMessageContaining("g1 and g2");

        assertThat(NEUTRON.calls()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void createsManyWithOneRequest() {
        NEUTRON.on("POST /security-group-rules", 201, "{\"security_group_rules\": [" + RULE + "," + RULE + "]}");

        assertThat(rules.createAll(
                        List.of(ingress(GROUP).tcp(80), ingress(GROUP).tcp(443))))
                .hasSize(2);

        assertThat(NEUTRON.only().body()).isEqualTo("""
                        {"security_group_rules":[{"security_group_id":"%s","direction":"ingress","protocol":"tcp",\
                        "port_range_min":80,"port_range_max":80},{"security_group_id":"%1$s",\
                        "direction":"ingress","protocol":"tcp","port_range_min":443,"port_range_max":443}]}""".formatted(GROUP));
    }

    @Test
    void refusesWhatCannotBeBeforeItSends() {
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> rules.createAll(List.of()));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> rules.create(rules.spec()));
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> ingress(GROUP).ports(2, 1));
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> ingress(GROUP).tcp(65_536));
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> ingress(GROUP).tcp(-1));

        assertThat(NEUTRON.requests()).isZero();
    }

    @Test
    void filtersByGroupName() {
        NEUTRON.on("GET /security-groups?name=web", 200, """
                {"security_groups": [{"id": "g1", "name": "web"}]}""");
        String line = "GET /security-group-rules?security_group_id=g1&direction=ingress&ethertype=IPv4&protocol=tcp"
                + "&port_range_min=22&port_range_max=22&remote_ip_prefix=10.0.0.0%2F8&remote_group_id=" + GROUP
                + "&remote_address_group_id=ag";
        NEUTRON.on(line, 200, "{\"security_group_rules\": [" + RULE + "]}");

        SecurityGroupRules.Query query = rules.list()
                .securityGroup("web")
                .direction(Direction.INGRESS)
                .etherType(EtherType.IPV4)
                .protocol(IpProtocol.TCP)
                .portRangeMin(22)
                .portRangeMax(22)
                .remoteIpPrefix("10.0.0.0/8")
                .remoteGroup(GROUP)
                .remoteAddressGroupId("ag");
        assertThat(NEUTRON.requests()).as("nothing is asked before it is read").isZero();

        assertThat(query.toList()).hasSize(1);
        assertThat(NEUTRON.calls()).containsExactly("GET /security-groups?name=web", line);
    }

    @Test
    void deletesAndTags() {
        NEUTRON.on("DELETE /security-group-rules/r1", 204);
        NEUTRON.on("PUT /security-group-rules/r1/tags/x", 201);

        rules.tags("r1").add("x");
        assertThat(rules.delete("r1").wasGone()).isFalse();

        assertThat(NEUTRON.calls())
                .containsExactly("PUT /security-group-rules/r1/tags/x", "DELETE /security-group-rules/r1");
    }
}

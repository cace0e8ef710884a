package io.github.openstackjvm.testkit.network;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Neutron answered to the same requests. */
@OpenStackTest
class FakeSecurityGroupsTest {
    private static final String GROUPS = "/network/v2.0/security-groups";
    private static final String RULES = "/network/v2.0/security-group-rules";

    private FakeCloud fake;
    private Wire demo;

    @BeforeEach
    void login(FakeCloud injected) {
        fake = injected;
        demo = Wire.as(fake, "demo");
    }

    private String group(String name) {
        return demo.post(GROUPS, "{'security_group':{'name':'" + name + "'}}")
                .is(201)
                .at("/security_group/id")
                .asText();
    }

    private Wire.Answer rule(String group, String more) {
        return demo.post(
                RULES,
                "{'security_group_rule':{'security_group_id':'" + group + "','direction':'ingress'" + more + "}}");
    }

    private static void refused(Wire.Answer answer, int status, String type, String message) {
        answer.refused(status, message);
        assertThat(answer.at("/NeutronError/type").asText()).isEqualTo(type);
    }

    @Test
    void everyProjectHasADefaultGroup() {
        Wire.Answer list = demo.get(GROUPS).is(200);
        assertThat(list.at("/security_groups")).hasSize(1);
        assertThat(list.at("/security_groups/0/security_group_rules")).hasSize(4);
        assertThat(list.names("/security_groups/0"))
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "stateful",
                        "tenant_id",
                        "description",
                        "shared",
                        "security_group_rules",
                        "tags",
                        "created_at",
                        "updated_at",
                        "revision_number",
                        "project_id");
        String id = list.at("/security_groups/0/id").asText();
        refused(
                demo.delete(GROUPS + "/" + id),
                409,
                "SecurityGroupCannotRemoveDefault",
                "Insufficient rights for removing default security group.");
        refused(
                demo.post(GROUPS, "{'security_group':{'name':'default'}}"),
                409,
                "SecurityGroupDefaultAlreadyExists",
                "Default security group already exists.");
    }

    @Test
    void livesAndDies() {
        String id = group("web");
        demo.put(GROUPS + "/" + id, "{'security_group':{'description':'d'}}").is(200);
        assertThat(demo.get(GROUPS + "/" + id)
                        .at("/security_group/revision_number")
                        .asInt())
                .isEqualTo(2);
        assertThat(fake).securityGroup("web").exists().has("description", "d");
        Wire.as(fake, "alt_demo").get(GROUPS + "/" + id).is(404);
        demo.delete(GROUPS + "/" + id).is(204);
        refused(demo.get(GROUPS + "/" + id), 404, "SecurityGroupNotFound", "Security group " + id + " does not exist");
        assertThat(demo.get(RULES + "?security_group_id=" + id).at("/security_group_rules"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|Unable to find 'security_group' in request body",
                "{'sg':{}}|Unable to find 'security_group' in request body",
                "{'security_group':{'name':7}}|Invalid input for name. Reason: '7' is not a valid string.",
                "{'security_group':{'foo':1}}|Unrecognized attribute(s) 'foo'",
                "{'security_group':{'id':'x'}}|Attribute 'id' not allowed in POST",
                "{'security_groups':[]}|Resources required",
                "{'security_group':{'project_id':'x'}}|Specifying 'project_id' or 'tenant_id' other than the authenticated "
                        + "project in request requires admin or advsvc privileges",
                "{nope|Body contains invalid data"
            },
            quoteCharacter = '"')
    void badBodies(String body, String message) {
        demo.post(GROUPS, body).refused(400, message);
    }

    @Test
    void ruleIsMadeCanonical() {
        String id = group("web");
        Wire.Answer made = rule(
                        id,
                        ",'protocol':'TCP','port_range_min':'22','port_range_max':22,"
                                + "'remote_ip_prefix':'10.0.0.5/24'")
                .is(201);
        assertThat(made.at("/security_group_rule/protocol").asText()).isEqualTo("tcp");
        assertThat(made.at("/security_group_rule/port_range_min").asInt()).isEqualTo(22);
        assertThat(made.at("/security_group_rule/normalized_cidr").asText()).isEqualTo("10.0.0.0/24");
        assertThat(fake)
                .securityGroup("web")
                .hasRule("ingress", "tcp", 22)
                .doesNotHaveRule("ingress", "tcp", 23)
                .doesNotHaveRule("egress", "tcp", 22);
        Wire.Answer icmp = rule(id, ",'protocol':'icmpv6','ethertype':'ipv6'").is(201);
        assertThat(icmp.at("/security_group_rule/protocol").asText()).isEqualTo("ipv6-icmp");
        assertThat(icmp.at("/security_group_rule/ethertype").asText()).isEqualTo("IPv6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                ",'protocol':'udp','port_range_min':53|SecurityGroupInvalidPortRange"
                        + "|For TCP/UDP protocols, port_range_min must be <= port_range_max",
                ",'protocol':'udp','port_range_min':0,'port_range_max':1|SecurityGroupInvalidPortValue|Invalid value for port 0",
                ",'protocol':'udp','port_range_min':1,'port_range_max':65536|SecurityGroupInvalidPortValue"
                        + "|Invalid value for port 65536",
                ",'port_range_min':1,'port_range_max':2|SecurityGroupProtocolRequiredWithPorts"
                        + "|Must also specify protocol if port range is given.",
                ",'protocol':'gre','port_range_min':1,'port_range_max':2|SecurityGroupInvalidProtocolForPort|Ports cannot be "
                        + "specified for protocol 47. Ports are only supported for DCCP, SCTP, TCP, UDP, UDPLITE.",
                ",'protocol':'icmp','port_range_max':0|SecurityGroupMissingIcmpType"
                        + "|ICMP code (port-range-max) 0 is provided but ICMP type (port-range-min) is missing.",
                ",'protocol':'icmp','port_range_min':256|SecurityGroupInvalidIcmpValue"
                        + "|Invalid value for ICMP type (port_range_min) 256. It must be 0 to 255.",
                ",'remote_ip_prefix':'nope'|InvalidCIDR|Invalid CIDR nope given as IP prefix.",
                ",'remote_ip_prefix':'fe80::/10'|SecurityGroupRuleParameterConflict"
                        + "|Conflicting value ethertype IPv4 for CIDR fe80::/10",
                ",'ethertype':'x'|SecurityGroupRuleInvalidEtherType"
                        + "|Security group rule for ethertype 'x' not supported. Allowed values are ['IPv4', 'IPv6'].",
                ",'direction':'in'|HTTPBadRequest|Invalid input for direction. Reason: in is not in valid_values."
            })
    void badRules(String more, String type, String message) {
        refused(rule(group("web"), more), 400, type, message);
    }

    @Test
    void sameRuleTwice() {
        String id = group("web");
        String first = rule(id, ",'protocol':'tcp'")
                .is(201)
                .at("/security_group_rule/id")
                .asText();
        refused(
                rule(id, ",'protocol':'6','remote_ip_prefix':'0.0.0.0/0'"),
                409,
                "SecurityGroupRuleExists",
                "Security group rule already exists. Rule id is " + first + ".");
    }

    @Test
    void quotas() {
        fake.quota("demo", "security_group", 2);
        group("one");
        refused(
                demo.post(GROUPS, "{'security_group':{'name':'two'}}"),
                409,
                "OverQuota",
                "Quota exceeded for resources: ['security_group'].");
    }

    @Test
    void listsAreFilteredSortedPagedAndCut() {
        group("a");
        group("b");
        Wire.Answer page = demo.get(GROUPS + "?fields=name&sort_key=name&sort_dir=desc&limit=2")
                .is(200);
        assertThat(page.at("/security_groups").toString()).isEqualTo("[{\"name\":\"default\"},{\"name\":\"b\"}]");
        String next = page.at("/security_groups_links/0/href").asText();
        assertThat(next).startsWith("http://fake-cloud.invalid/network/v2.0/security-groups?fields=name&sort_key=name");
        Wire.Answer last =
                demo.get(next.substring("http://fake-cloud.invalid".length())).is(200);
        assertThat(last.at("/security_groups").toString()).isEqualTo("[{\"name\":\"a\"}]");
        assertThat(last.at("/security_groups_links").findValuesAsText("rel")).containsExactly("previous");
        String previous = last.at("/security_groups_links/0/href").asText();
        assertThat(demo.get(previous.substring("http://fake-cloud.invalid".length()))
                        .at("/security_groups")
                        .toString())
                .isEqualTo("[{\"name\":\"default\"},{\"name\":\"b\"}]");
        assertThat(demo.get(GROUPS + "?name=a&name=b&fields=name").at("/security_groups"))
                .hasSize(2);
        demo.get(GROUPS + "?foo=1").refused(400, "['foo'] is invalid attribute for filtering");
        demo.get(GROUPS + "?sort_key=name").refused(400, "The number of sort_keys and sort_dirs must be same");
    }

    @Test
    void tags() {
        String id = group("web");
        String tags = GROUPS + "/" + id + "/tags";
        demo.put(tags + "/red", "").is(201);
        demo.get(tags + "/red").is(204);
        refused(demo.get(tags + "/blue"), 404, "TagNotFound", "Tag blue could not be found.");
        demo.put(tags, "{'tags':['a','b']}").is(200);
        assertThat(fake).securityGroup("web").hasTag("a");
        assertThat(demo.get(GROUPS + "?tags=a,b").at("/security_groups")).hasSize(1);
        assertThat(demo.get(GROUPS + "?not-tags-any=a").at("/security_groups")).hasSize(1);
        demo.delete(tags).is(204);
        assertThat(demo.get(tags).at("/tags")).isEmpty();
    }

    @Test
    void revisionsGuardUpdates() {
        String id = group("web");
        Wire careful = demo.with("If-Match", "revision_number=1");
        careful.put(GROUPS + "/" + id, "{'security_group':{'name':'w2'}}").is(200);
        refused(
                careful.put(GROUPS + "/" + id, "{'security_group':{'name':'w3'}}"),
                412,
                "RevisionNumberConstraintFailed",
                "Constrained to 1, but current revision is 2");
    }
}

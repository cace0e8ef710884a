package io.github.openstackjvm.network;

import java.time.Instant;
import java.util.List;

import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecurityGroupsTest {
    private static final String ID = "2076db17-a522-4506-91de-c6dd8e837028";
    private static final String WEB = """
            {"id": "%s", "name": "web", "stateful": true, "tenant_id": "p1", "description": "front ends",
             "shared": false, "security_group_rules": [
               {"id": "r1", "tenant_id": "p1", "security_group_id": "%1$s", "ethertype": "IPv4",
                "direction": "egress", "protocol": null, "port_range_min": null, "port_range_max": null,
                "remote_ip_prefix": null, "remote_group_id": null, "normalized_cidr": null, "description": null,
                "tags": [], "created_at": "2026-01-02T03:04:05Z", "updated_at": "2026-01-02T03:04:05Z",
                "revision_number": 0, "project_id": "p1"}],
             "tags": ["b", "a"], "created_at": "2026-01-02T03:04:05Z", "updated_at": "2026-01-03T03:04:05Z",
             "revision_number": 7, "project_id": "p1"}""".formatted(ID);

    @RegisterExtension
    static final TestCloud NEUTRON = TestCloud.network();

    private SecurityGroups groups;

    @BeforeEach
    void connect() {
        groups = NEUTRON.cloud().network().securityGroups();
    }

    private static String listOf(String... items) {
        return "{\"security_groups\": [" + String.join(",", items) + "]}";
    }

    private static String group(String id, String name) {
        return "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, name);
    }

    @Test
    void readsAllOfAGroup() {
        NEUTRON.on("GET /security-groups/" + ID, 200, "{\"security_group\": " + WEB + "}");

        SecurityGroup web = groups.get(ID);

        assertThat(web.id()).isEqualTo(ID);
        assertThat(web.name()).isEqualTo("web");
        assertThat(web.description()).isEqualTo("front ends");
        assertThat(web.projectId()).isEqualTo("p1");
        assertThat(web.stateful()).isTrue();
        assertThat(web.shared()).isFalse();
        assertThat(web.tags()).containsExactly("b", "a");
        assertThat(web.revisionNumber()).isEqualTo(7);
        assertThat(web.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(web.updatedAt()).isEqualTo(Instant.parse("2026-01-03T03:04:05Z"));
        assertThat(web.extras()).containsOnlyKeys("tenant_id");
        assertThat(web.rules())
                .singleElement()
                .returns("r1", SecurityGroupRule::id)
                .returns(ID, SecurityGroupRule::securityGroupId)
                .returns(Direction.EGRESS, SecurityGroupRule::direction)
                .returns(EtherType.IPV4, SecurityGroupRule::etherType)
                .returns(null, SecurityGroupRule::protocol);
        Sent sent = NEUTRON.only();
        assertThat(sent.header("X-Auth-Token")).isEqualTo("the-token");
        assertThat(sent.microversion()).as("Neutron has no microversions").isNull();
    }

    @Test
    void takesMissingListsForEmptyOnes() {
        NEUTRON.on("GET /security-groups/" + ID, 200, "{\"security_group\": " + group(ID, "old") + "}");

        SecurityGroup old = groups.get(ID);

        assertThat(old.rules()).isEmpty();
        assertThat(old.tags()).isEmpty();
        assertThat(old.extras()).isEmpty();
        assertThat(old.revisionNumber()).isNull();
        assertThat(old.stateful()).isNull();
    }

    @Test
    void sendsFiltersAndOrder() {
        String line = "GET /security-groups?id=a&id=b&name=w%26b&description=&project_id=p&revision_number=3"
                + "&tags=x%2Cy&tags-any=z&not-tags=u&not-tags-any=v&stateful=true&shared=false"
                + "&sort_key=name&sort_dir=asc&sort_key=id&sort_dir=desc&limit=50";
        NEUTRON.on(line, 200, listOf());

        assertThat(groups.list()
                        .ids("a", "b")
                        .name("w&b")
                        .description("")
                        .projectId("p")
                        .revisionNumber(3)
                        .tags("x", "y")
                        .tagsAny("z")
                        .notTags("u")
                        .notTagsAny("v")
                        .stateful(true)
                        .shared(false)
                        .sortBy("name", Listing.Direction.ASC)
                        .sortBy("id", Listing.Direction.DESC)
                        .pageSize(50)
                        .toList())
                .isEmpty();

        assertThat(NEUTRON.calls()).containsExactly(line);
    }

    @Test
    void followsNeutronsLinks() {
        NEUTRON.on("GET /security-groups?limit=1", 200, """
                {"security_groups": [%s], "security_groups_links": [
                  {"rel": "previous", "href": "%s/security-groups?limit=1&marker=z&page_reverse=True"},
                  {"rel": "next", "href": "%2$s/security-groups?limit=1&marker=a"}]}""".formatted(group("a", "one"), NEUTRON.url()));
        NEUTRON.on("GET /security-groups?limit=1&marker=a", 200, """
                {"security_groups_links": [{"rel": "previous", "href": "%s/security-groups?page_reverse=True"}],
                 "security_groups": [%s]}""".formatted(NEUTRON.url(), group("b", "two")));

        assertThat(groups.list().pageSize(1).stream())
                .extracting(SecurityGroup::id)
                .containsExactly("a", "b");

        assertThat(NEUTRON.calls())
                .containsExactly("GET /security-groups?limit=1", "GET /security-groups?limit=1&marker=a");
    }

    @Test
    void asksForTwoWhenThereMustBeOne() {
        NEUTRON.on("GET /security-groups?name=one&limit=2", 200, listOf(group("a", "one")));
        NEUTRON.on("GET /security-groups?name=two&limit=2", 200, """
                {"security_groups": [%s, %s],
                 "security_groups_links": [{"rel": "next", "href": "/x?marker=b"}]}""".formatted(group("a", "two"), group("b", "two")));
        NEUTRON.on("GET /security-groups?name=none&limit=2", 200, listOf());

        assertThat(groups.list().name("one").one().id()).isEqualTo("a");
        assertThatExceptionOfType(Ambiguous.class)
                .isThrownBy(() -> groups.list().name("two").one())
                .withMessage("More than one security group matches security groups with name=two: narrow it down");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> groups.list().name("none").one());

        assertThat(NEUTRON.calls()).hasSize(3);
    }

    @Test
    void findsByIdWithOneRequest() {
        NEUTRON.on("GET /security-groups/" + ID, 200, "{\"security_group\": " + WEB + "}");

        assertThat(groups.find(ID)).map(SecurityGroup::name).contains("web");

        assertThat(NEUTRON.calls()).hasSize(1);
    }

    /** What has the shape of an id may be a name all the same. */
    @Test
    void findsByANameThatLooksLikeAnId() {
        NEUTRON.on("GET /security-groups/" + ID, 404, """
                {"NeutronError": {"type": "SecurityGroupNotFound", "message": "none", "detail": ""}}""");
        NEUTRON.on("GET /security-groups?name=" + ID, 200, listOf(group("a", ID)));

        assertThat(groups.named(ID).id()).isEqualTo("a");
    }

    @Test
    void findsByExactlyOneName() {
        NEUTRON.on("GET /security-groups?name=a%2Fb%20%252F%20%C3%A9", 200, listOf(group("x", "a/b %2F é")));
        NEUTRON.on("GET /security-groups?name=twice", 200, listOf(group("x", "twice"), group("y", "twice")));
        NEUTRON.on("GET /security-groups?name=loose", 200, listOf(group("x", "Loose"), group("y", "loose one")));

        assertThat(groups.named("a/b %2F é").id()).isEqualTo("x");
        assertThatExceptionOfType(Ambiguous.class)
                .isThrownBy(() -> groups.find("twice"))
                .withMessageContaining("'twice'")
                .withMessageContaining("x and y");
        assertThat(groups.find("loose")).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> groups.named("loose"))
                .withMessage("There is no security group with the name or id 'loose'");
    }

    @Test
    void creates() {
        NEUTRON.on("POST /security-groups", 201, "{\"security_group\": " + WEB + "}");

        SecurityGroup web = groups.create(SecurityGroupSpec.named("web")
                .description("")
                .stateful(false)
                .projectId("p1")
                .set("vendor", null));

        assertThat(web.id()).isEqualTo(ID);
        assertThat(NEUTRON.only().body()).isEqualTo("""
                        {"security_group":{"name":"web","description":"","stateful":false,"project_id":"p1",\
                        "vendor":null}}""");
    }

    @Test
    void changesOnlyTheRevisionItKnows() {
        NEUTRON.on("PUT /security-groups/" + ID, 200, "{\"security_group\": " + WEB + "}");

        groups.update(ID, groups.changes().description("new").ifRevision(7));
        groups.update(ID, groups.changes().name("n").stateful(true));

        assertThat(NEUTRON.sent().get(0).header("If-Match")).isEqualTo("revision_number=7");
        assertThat(NEUTRON.sent().get(0).body()).isEqualTo("{\"security_group\":{\"description\":\"new\"}}");
        assertThat(NEUTRON.sent().get(1).header("If-Match")).isNull();
        assertThat(NEUTRON.sent().get(1).body()).isEqualTo("{\"security_group\":{\"name\":\"n\",\"stateful\":true}}");
    }

    @Test
    void deletes() {
        NEUTRON.on("DELETE /security-groups/" + ID, 204);

        assertThat(groups.delete(ID).id()).isEqualTo(ID);
    }

    @Test
    void keepsTags() {
        String path = "/security-groups/" + ID + "/tags";
        NEUTRON.on("GET " + path, 200, "{\"tags\": [\"b\", \"a\"]}");
        NEUTRON.on("GET " + path + "/a%20b%2Fc", 204);
        NEUTRON.on("GET " + path + "/none", 404, """
                {"NeutronError": {"type": "TagNotFound", "message": "Tag none could not be found.", "detail": ""}}""");
        NEUTRON.on("PUT " + path + "/50%2525off", 201, "null");
        NEUTRON.on("DELETE " + path + "/a", 204);
        NEUTRON.on("PUT " + path, 200, "{\"tags\": [\"x\"]}");
        NEUTRON.on("DELETE " + path, 204);
        Tags tags = groups.tags(ID);

        assertThat(tags.all()).containsExactly("a", "b");
        assertThat(tags.has("a b/c")).isTrue();
        assertThat(tags.has("none")).isFalse();
        tags.add("50%25off");
        tags.remove("a");
        tags.replace(List.of("x"));
        tags.replace(List.of());
        tags.clear();

        assertThat(NEUTRON.sent())
                .filteredOn(sent -> !sent.body().isEmpty())
                .extracting(Sent::body)
                .containsExactly("{\"tags\":[\"x\"]}", "{\"tags\":[]}");
        assertThat(NEUTRON.calls()).hasSize(8);
    }

    @Test
    void refusesTagsThatWouldChangeTheAddress() {
        for (String tag : List.of("", ".", "..")) {
            assertThatExceptionOfType(InvalidSpec.class)
                    .as("'" + tag + "'")
                    .isThrownBy(() -> groups.tags(ID).remove(tag));
        }
        assertThat(NEUTRON.requests()).isZero();
    }
}

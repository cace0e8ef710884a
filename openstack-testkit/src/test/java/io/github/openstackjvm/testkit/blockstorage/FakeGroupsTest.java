package io.github.openstackjvm.testkit.blockstorage;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How Cinder listed groups before users could only filter by what the operator allows. */
@OpenStackTest
class FakeGroupsTest {
    private static final String V3 = "/block-storage/v3";

    private FakeCloud fake;

    @BeforeEach
    void aGroupWithASnapshot(FakeCloud injected) {
        fake = injected;
        String type = at("3.70", "admin")
                .post(V3 + "/group_types", "{'group_type':{'name':'pair'}}")
                .is(202)
                .at("/group_type/id")
                .asText();
        Wire demo = at("3.70", "demo");
        String volumeType = demo.get(V3 + "/types").at("/volume_types/0/id").asText();
        String group = demo.post(
                        V3 + "/groups",
                        "{'group':{'name':'a','group_type':'" + type + "','volume_types':['" + volumeType + "']}}")
                .is(202)
                .at("/group/id")
                .asText();
        demo.post(
                        V3 + "/volumes",
                        "{'volume':{'size':1,'group_id':'" + group + "','volume_type':'" + volumeType + "'}}")
                .is(202);
        demo.post(V3 + "/group_snapshots", "{'group_snapshot':{'group_id':'" + group + "','name':'s'}}")
                .is(202);
    }

    private Wire at(String version, String user) {
        return Wire.as(fake, user).with("OpenStack-API-Version", "volume " + version);
    }

    private int found(String version, String user, String list, String query) {
        return at(version, user)
                .get(V3 + "/" + list + "?" + query)
                .is(200)
                .at("/" + list)
                .size();
    }

    @Test
    void whatIsNoColumnFitsNothing() {
        for (String list : new String[] {"groups", "group_snapshots"}) {
            assertThat(found("3.30", "demo", list, "status=available")).as(list).isEqualTo(1);
            assertThat(found("3.30", "demo", list, "colour=blue")).as(list).isZero();
            assertThat(found("3.30", "demo", list, "all_tenants=1")).as(list).isZero();
            assertThat(found("3.31", "demo", list, "all_tenants=1")).as(list).isEqualTo(1);
            assertThat(found("3.30", "admin", list, "all_tenants=0")).as(list).isEqualTo(1);
            at("3.31", "demo").get(V3 + "/" + list + "?colour=blue").is(400);
        }
        at("3.31", "demo").get(V3 + "/groups?status=available").is(400);
    }

    @Test
    void snapshotsHeedNothingBeforeTheyHavePages() {
        assertThat(found("3.28", "demo", "group_snapshots", "colour=blue&limit=0&sort=colour"))
                .isEqualTo(1);
        assertThat(found("3.28", "admin", "group_snapshots", "all_tenants=1")).isZero();
    }
}

package io.github.openstackjvm.testkit.compute;

import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.QuotaSpec;
import io.github.openstackjvm.compute.Quotas;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerGroupSpec;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.error.QuotaExceeded;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.testkit.OpenStackTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A user may have less than the project; a real cloud that others use is no place to try that. */
@OpenStackTest
class UserQuotasTest {

    private static Quotas ofDemo(Cloud admin, Cloud demo) {
        return admin.compute().quotas().ofUser(demo.session().userId());
    }

    private static ServerSpec small(String name) {
        return ServerSpec.named(name).flavor("m1.nano").image("cirros").noNetwork();
    }

    private static void refused(String words, ThrowingCallable what) {
        assertThatExceptionOfType(QuotaExceeded.class).isThrownBy(what).withMessageContaining(words);
    }

    @Test
    void serversOfAUserAreCounted(Cloud cloud, @As("admin") Cloud admin) {
        String project = cloud.session().projectId();
        Cloud other = admin.inProject(project);
        Servers servers = cloud.compute().servers();
        other.compute().servers().create(small("theirs")).join();
        ofDemo(admin, cloud).update(project, new QuotaSpec().servers(2));
        assertThat(servers.createAll(small("mine"), 2).join()).hasSize(2);
        refused(
                "Quota exceeded for instances: Requested 1, but already used 2 of 2 instances",
                () -> servers.create(small("more")));
        other.compute().servers().create(small("theirs-2")).join();

        ofDemo(admin, cloud).update(project, new QuotaSpec().servers(3));
        refused(
                "Quota exceeded for instances: Requested 2-4, but already used 2 of 3 instances",
                () -> servers.create(small("many").set("min_count", 2).set("max_count", 4)));
        servers.create(small("few").set("min_count", 1).set("max_count", 4)).join();
        assertThat(servers.list().nameMatching("few").toList()).hasSize(1);
    }

    @Test
    void theProjectHasItsLimitToo(Cloud cloud, @As("admin") Cloud admin) {
        String project = cloud.session().projectId();
        admin.compute().quotas().update(project, new QuotaSpec().servers(2));
        admin.inProject(project).compute().servers().create(small("theirs")).join();
        Servers servers = cloud.compute().servers();
        servers.create(small("mine")).join();
        refused("already used 2 of 2 instances", () -> servers.create(small("more")));
        // Once users have limits, Nova tells of the user's use, even if it is the project that has no room.
        ofDemo(admin, cloud).update(project, new QuotaSpec().cores(7));
        refused("already used 1 of 2 instances", () -> servers.create(small("more")));
    }

    @Test
    void aLargerSizeCounts(Cloud cloud, @As("admin") Cloud admin) {
        String project = cloud.session().projectId();
        Servers servers = cloud.compute().servers();
        Server server = servers.create(small("grows")).join();
        ofDemo(admin, cloud).update(project, new QuotaSpec().ramMiB(100));
        refused(
                "Quota exceeded for ram: Requested 64, but already used 64 of 100 ram",
                () -> servers.resize(server, "m1.micro"));
        ofDemo(admin, cloud).reset(project);
        servers.resize(server, "m1.micro").join();
    }

    @Test
    void soDoesWhatIsAskedForOnlyOnce(Cloud cloud, @As("admin") Cloud admin) {
        String project = cloud.session().projectId();
        ofDemo(admin, cloud)
                .update(
                        project,
                        new QuotaSpec()
                                .metadataItems(1)
                                .keypairs(1)
                                .serverGroups(1)
                                .serverGroupMembers(1));
        Servers servers = cloud.compute().servers();
        Server server = servers.create(small("tagged").metadata("a", "1")).join();
        refused(
                "Maximum number of metadata items exceeds 128",
                () -> servers.metadata(server).merge(Map.of("b", "2")));
        cloud.compute().at("2.91").keypairs().create(KeypairSpec.named("first"));
        assertThatExceptionOfType(QuotaExceeded.class)
                .isThrownBy(() -> cloud.compute().at("2.91").keypairs().create(KeypairSpec.named("second")));
        String group = cloud.compute()
                .serverGroups()
                .create(ServerGroupSpec.named("group").policy("soft-affinity"))
                .id();
        refused(
                "Quota exceeded, too many server groups.",
                () -> cloud.compute()
                        .serverGroups()
                        .create(ServerGroupSpec.named("second").policy("soft-affinity")));
        servers.create(small("member").serverGroup(group)).join();
        refused(
                "Quota exceeded, too many servers in group",
                () -> servers.create(small("second").serverGroup(group)));
        // Members of others do not count.
        admin.inProject(project)
                .compute()
                .servers()
                .create(small("theirs").serverGroup(group))
                .join();
    }
}

package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.network.EtherType;
import io.github.openstackjvm.network.IpProtocol;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupRule;
import io.github.openstackjvm.network.SecurityGroupRuleSpec;
import io.github.openstackjvm.network.SecurityGroupRules;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.network.SecurityGroups;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Tags;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class SecurityGroupsScenario {

    private static SecurityGroup make(Cloud cloud, Scratch scratch, String name) {
        SecurityGroups groups = cloud.network().securityGroups();
        SecurityGroup made =
                groups.create(SecurityGroupSpec.named(scratch.name(name)).description("of a scenario"));
        scratch.undo(() -> groups.delete(made));
        return made;
    }

    @Test
    void aGroupIsMadeChangedAndDeleted(Cloud cloud, Scratch scratch) {
        SecurityGroups groups = cloud.network().securityGroups();
        SecurityGroup made = make(cloud, scratch, "web");
        assertThat(made.description()).isEqualTo("of a scenario");
        assertThat(made.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(made.stateful()).isTrue();
        assertThat(made.rules())
                .extracting(SecurityGroupRule::direction)
                .containsExactly(Direction.EGRESS, Direction.EGRESS);
        assertThat(made.createdAt()).isNotNull();

        SecurityGroup changed =
                groups.update(made, groups.changes().description("other").stateful(false));
        assertThat(changed.name()).isEqualTo(made.name());
        assertThat(changed.description()).isEqualTo("other");
        assertThat(changed.stateful()).isFalse();
        assertThat(changed.revisionNumber()).isGreaterThan(made.revisionNumber());

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(
                        () -> groups.update(made, groups.changes().name("lost").ifRevision(made.revisionNumber())))
                .matches(refusal -> refusal.reason() == Conflict.Reason.CHANGED);
        assertThat(groups.update(made, groups.changes().name(made.name()).ifRevision(changed.revisionNumber())))
                .isNotNull();
        assertThat(groups.delete(made.id()).wasGone()).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> groups.get(made));
    }

    @Test
    void groupsAreFoundByIdNameAndFilter(Cloud cloud, Scratch scratch) {
        SecurityGroups groups = cloud.network().securityGroups();
        SecurityGroup made = make(cloud, scratch, "one");
        assertThat(groups.named(made.id()).name()).isEqualTo(made.name());
        assertThat(groups.get(Ref.name(made.name())).id()).isEqualTo(made.id());
        assertThat(groups.list().name(made.name()).one().id()).isEqualTo(made.id());
        assertThat(groups.list().ids(made.id()).description("of a scenario").toList())
                .hasSize(1);
        assertThat(groups.list().with("name", made.name()).pageSize(1).toList()).hasSize(1);
        assertThat(groups.list().pageSize(1).stream().map(SecurityGroup::id)).contains(made.id());
        assertThat(groups.find(scratch.name("none"))).isEmpty();

        SecurityGroup twin = make(cloud, scratch, "one");
        assertThatExceptionOfType(Ambiguous.class)
                .isThrownBy(() -> groups.named(made.name()))
                .withMessageContaining(made.id())
                .withMessageContaining(twin.id());
    }

    @Test
    void rulesAllowTraffic(Cloud cloud, Scratch scratch) {
        SecurityGroupRules rules = cloud.network().securityGroupRules();
        SecurityGroup web = make(cloud, scratch, "rules");
        SecurityGroup clients = make(cloud, scratch, "clients");

        SecurityGroupRule ssh = rules.create(SecurityGroupRuleSpec.ingress(web.name())
                .tcp(22)
                .remoteIpPrefix("192.0.2.0/24")
                .description("administrators"));
        assertThat(ssh.securityGroupId()).isEqualTo(web.id());
        assertThat(ssh.protocol()).isEqualTo(IpProtocol.TCP);
        assertThat(ssh.portRangeMin()).isEqualTo(22);
        assertThat(ssh.etherType()).isEqualTo(EtherType.IPV4);
        assertThat(rules.get(ssh)).isEqualTo(ssh);

        List<SecurityGroupRule> more = rules.createAll(List.of(
                SecurityGroupRuleSpec.ingress(web).tcp(443).remoteGroup(clients),
                SecurityGroupRuleSpec.ingress(web).etherType(EtherType.IPV6).protocol(IpProtocol.ICMPV6),
                SecurityGroupRuleSpec.egress(web).udp(53)));
        assertThat(more).hasSize(3);
        assertThat(rules.list().securityGroup(web).direction(Direction.INGRESS).toList())
                .extracting(SecurityGroupRule::id)
                .containsExactlyInAnyOrder(
                        ssh.id(), more.get(0).id(), more.get(1).id());
        assertThat(rules.list().remoteGroup(clients.name()).one().id())
                .isEqualTo(more.get(0).id());
        assertThat(rules.list()
                        .securityGroup(web)
                        .protocol(IpProtocol.TCP)
                        .portRangeMin(22)
                        .one())
                .isEqualTo(ssh);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> rules.create(SecurityGroupRuleSpec.ingress(web)
                        .tcp(22)
                        .remoteIpPrefix("192.0.2.0/24")
                        .description("administrators")))
                .matches(refusal -> refusal.reason() == Conflict.Reason.EXISTS);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> rules.create(SecurityGroupRuleSpec.ingress(web).ports(1, 2)));
        rules.delete(ssh);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> rules.get(ssh));
    }

    @Test
    void aNameThatNothingHasIsReportedBeforeAnythingIsSent(Cloud cloud, Scratch scratch) {
        String missing = scratch.name("missing");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.network()
                        .securityGroupRules()
                        .create(SecurityGroupRuleSpec.ingress(missing).tcp(22)))
                .withMessage(
                        "For 'security_group_id': There is no security group with the name or id '" + missing + "'");
    }

    @Test
    void groupsHaveTags(Cloud cloud, Scratch scratch) {
        SecurityGroups groups = cloud.network().securityGroups();
        SecurityGroup made = make(cloud, scratch, "tagged");
        Tags tags = groups.tags(made);

        assertThat(tags.all()).isEmpty();
        tags.add("blue");
        tags.add("50% x");
        assertThat(tags.all()).containsExactly("50% x", "blue");
        assertThat(tags.has("blue")).isTrue();
        assertThat(tags.has("red")).isFalse();
        assertThat(groups.list().name(made.name()).tags("blue", "50% x").toList())
                .hasSize(1);
        assertThat(groups.list().name(made.name()).tagsAny("blue", "red").toList())
                .hasSize(1);
        assertThat(groups.list().name(made.name()).notTags("blue").toList()).isEmpty();
        assertThat(groups.get(made).tags()).containsExactlyInAnyOrder("blue", "50% x");
        tags.remove("blue");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tags.remove("blue"));
        tags.replace(List.of("x", "grün", "a/b"));
        assertThat(tags.all()).containsExactly("a/b", "grün", "x");
        tags.clear();
        assertThat(tags.all()).isEmpty();
    }
}

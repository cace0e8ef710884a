package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.network.MeteringLabel;
import io.github.openstackjvm.network.MeteringLabelRule;
import io.github.openstackjvm.network.MeteringLabelRuleSpec;
import io.github.openstackjvm.network.MeteringLabelRules;
import io.github.openstackjvm.network.MeteringLabelSpec;
import io.github.openstackjvm.network.MeteringLabels;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class MeteringScenario {

    @Test
    void trafficIsMetered(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        MeteringLabels labels = admin.network().meteringLabels();
        MeteringLabelRules rules = admin.network().meteringLabelRules();
        MeteringLabel label =
                labels.create(MeteringLabelSpec.named(scratch.name("label")).description("what comes in"));
        scratch.undo(() -> labels.delete(label));
        assertThat(label.description()).isEqualTo("what comes in");
        assertThat(label.shared()).isFalse();
        assertThat(labels.get(label)).isEqualTo(label);
        assertThat(labels.list().name(label.name()))
                .extracting(MeteringLabel::id)
                .containsExactly(label.id());

        MeteringLabelRule rule =
                rules.create(MeteringLabelRuleSpec.ingress(label).remoteIpPrefix("10.0.0.0/24"));
        assertThat(rule.meteringLabelId()).isEqualTo(label.id());
        assertThat(rule.direction()).isEqualTo(Direction.INGRESS);
        assertThat(rule.remoteIpPrefix()).isEqualTo("10.0.0.0/24");
        assertThat(rule.excluded()).isFalse();
        MeteringLabelRule other =
                rules.create(MeteringLabelRuleSpec.egress(label).sourceIpPrefix("10.1.0.0/16"));
        assertThat(rules.get(other)).isEqualTo(other);
        assertThat(rules.list().meteringLabel(label))
                .extracting(MeteringLabelRule::id)
                .containsExactlyInAnyOrder(rule.id(), other.id());
        assertThat(rules.list().meteringLabel(label).direction(Direction.EGRESS))
                .extracting(MeteringLabelRule::id)
                .containsExactly(other.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(
                        () -> rules.create(MeteringLabelRuleSpec.ingress(label).remoteIpPrefix("10.0.0.0/16")))
                .withMessageContaining("Metering label rule with remote_ip_prefix '10.0.0.0/16' overlaps another.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.network().meteringLabels().create(MeteringLabelSpec.named("mine")))
                .withMessageContaining("rule:create_metering_label is disallowed by policy");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.network().meteringLabels().get(label))
                .withMessageContaining("Metering label '" + label.id() + "' does not exist.");

        rules.delete(other);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> rules.get(other))
                .withMessageContaining("Metering label rule '" + other.id() + "' does not exist.");
        labels.delete(label);
        assertThat(rules.list().meteringLabel(label)).isEmpty();
    }
}

package io.github.openstackjvm.testkit.scenario;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.AddressGroup;
import io.github.openstackjvm.network.AddressGroupSpec;
import io.github.openstackjvm.network.AddressGroups;
import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.network.Extension;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkIpAvailability;
import io.github.openstackjvm.network.NetworkType;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Quota;
import io.github.openstackjvm.network.QuotaSpec;
import io.github.openstackjvm.network.Quotas;
import io.github.openstackjvm.network.RbacPolicies;
import io.github.openstackjvm.network.RbacPolicy;
import io.github.openstackjvm.network.RbacPolicySpec;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupRuleSpec;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.network.Segment;
import io.github.openstackjvm.network.SegmentSpec;
import io.github.openstackjvm.network.Segments;
import io.github.openstackjvm.network.qos.BandwidthLimitRule;
import io.github.openstackjvm.network.qos.BandwidthLimitRuleSpec;
import io.github.openstackjvm.network.qos.BandwidthLimitRules;
import io.github.openstackjvm.network.qos.DscpMarkingRuleSpec;
import io.github.openstackjvm.network.qos.DscpMarkingRules;
import io.github.openstackjvm.network.qos.MinimumBandwidthRuleSpec;
import io.github.openstackjvm.network.qos.MinimumBandwidthRules;
import io.github.openstackjvm.network.qos.MinimumPacketRateRuleSpec;
import io.github.openstackjvm.network.qos.MinimumPacketRateRules;
import io.github.openstackjvm.network.qos.PacketRateLimitRuleSpec;
import io.github.openstackjvm.network.qos.PacketRateLimitRules;
import io.github.openstackjvm.network.qos.QosPolicies;
import io.github.openstackjvm.network.qos.QosPolicy;
import io.github.openstackjvm.network.qos.QosPolicySpec;
import io.github.openstackjvm.network.qos.QosRuleKind;
import io.github.openstackjvm.network.qos.QosRuleType;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is around networks: who may use them, how well, how much, and what can be seen of them. */
@Scenario
class NetworkSharingScenario {

    @Test
    void aNetworkIsShared(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        RbacPolicies policies = cloud.network().rbacPolicies();
        Network network = new Lan(cloud, scratch).network("shared");
        String friend = scratch.name("friend");
        RbacPolicy made = policies.create(RbacPolicySpec.shareNetwork(network, friend));
        scratch.undo(() -> policies.delete(made));
        assertThat(made.objectType()).isEqualTo("network");
        assertThat(made.objectId()).isEqualTo(network.id());
        assertThat(made.targetProjectId()).isEqualTo(friend);
        assertThat(made.action()).isEqualTo("access_as_shared");
        assertThat(policies.list()
                        .objectId(network.id())
                        .targetProjectId(friend)
                        .one())
                .isEqualTo(made);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> policies.create(RbacPolicySpec.shareNetwork(network, friend)))
                .withMessageContaining("An RBAC policy already exists with those values.")
                .matches(refusal -> refusal.reason() == Conflict.Reason.EXISTS);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> policies.create(RbacPolicySpec.shareNetwork(network, "*")))
                .withMessageContaining("rule:create_rbac_policy:target_tenant");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> policies.create(
                        RbacPolicySpec.shareNetwork(network, friend).action("nonsense")))
                .withMessageContaining("Invalid action 'nonsense' for object type 'network'.");
        assertThat(policies.update(made, policies.changes().targetProjectId(scratch.name("other")))
                        .targetProjectId())
                .isEqualTo(scratch.name("other"));
        assertThat(policies.get(made).objectId()).isEqualTo(network.id());
        policies.delete(made);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> policies.get(made));

        RbacPolicies all = admin.network().rbacPolicies();
        String adminProject = admin.session().projectId();
        RbacPolicy toAdmin = all.create(RbacPolicySpec.shareNetwork(network, adminProject));
        scratch.undo(() -> all.delete(toAdmin));
        assertThat(admin.network().networks().get(network).shared()).isTrue();
        assertThat(cloud.network().networks().get(network).shared()).isFalse();
    }

    @Test
    void addressesGoUnderOneName(Cloud cloud, Scratch scratch) {
        AddressGroups groups = cloud.network().addressGroups();
        AddressGroup made = groups.create(AddressGroupSpec.named(scratch.name("group"))
                .description("of a scenario")
                .addresses("10.1.0.0/16", "10.2.0.5/32"));
        scratch.undo(() -> groups.delete(made));
        assertThat(made.addresses()).containsExactlyInAnyOrder("10.1.0.0/16", "10.2.0.5/32");
        assertThat(groups.get(made)).isEqualTo(made);
        assertThat(groups.addAddresses(made, List.of("10.3.0.0/16")).addresses())
                .hasSize(3);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> groups.addAddresses(made.id(), List.of("10.3.0.0/16")))
                .withMessageContaining("Addresses ['10.3.0.0/16'] already exist in the address group " + made.id());
        assertThat(groups.removeAddresses(made, List.of("10.1.0.0/16")).addresses())
                .hasSize(2);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> groups.removeAddresses(made.id(), List.of("10.9.0.0/16")))
                .withMessageContaining("Addresses ['10.9.0.0/16'] not found in the address group " + made.id() + ".");
        assertThat(groups.update(
                                made,
                                groups.changes().name(scratch.name("other")).description(""))
                        .description())
                .isEmpty();
        assertThat(groups.named(scratch.name("other")).id()).isEqualTo(made.id());
        assertThat(groups.addAddresses(made, List.of("10.4.5.6/16", "10.4.0.0/16", "10.5.0.1"))
                        .addresses())
                .contains("10.4.0.0/16", "10.5.0.1/32")
                .hasSize(4);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> groups.addAddresses(made.id(), List.of("10.4.9.9/16")))
                .withMessageContaining("Addresses ['10.4.0.0/16'] already exist in the address group " + made.id());
        assertThat(groups.removeAddresses(made, List.of("10.4.7.7/16")).addresses())
                .hasSize(3);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.addAddresses(made.id(), List.of("nonsense")))
                .withMessageContaining("invalid IPNetwork nonsense");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() ->
                        groups.create(AddressGroupSpec.named(scratch.name("x")).addresses("10.5.0.1")))
                .withMessageContaining("'10.5.0.1' isn't a recognized IP subnet cidr, '10.5.0.1/32' is recommended.");
        groups.delete(made);
    }

    @Test
    void whatOthersUseStaysShared(Cloud cloud, @As("alt_demo") Cloud other, Scratch scratch) {
        RbacPolicies policies = cloud.network().rbacPolicies();
        String project = other.session().projectId();
        Network network = new Lan(cloud, scratch).network("shared");
        RbacPolicy ofNetwork = policies.create(RbacPolicySpec.shareNetwork(network, project));
        scratch.undo(() -> policies.delete(ofNetwork));
        assertThat(other.network().rbacPolicies().list().objectId(network.id())).isEmpty();
        AddressGroup group = cloud.network()
                .addressGroups()
                .create(AddressGroupSpec.named(scratch.name("group")).addresses("10.1.0.0/16"));
        scratch.undo(() -> cloud.network().addressGroups().delete(group));
        RbacPolicy ofGroup = policies.create(new RbacPolicySpec()
                .objectType("address_group")
                .objectId(group.id())
                .action("access_as_shared")
                .targetProjectId(project));
        scratch.undo(() -> policies.delete(ofGroup));
        Port port = new Lan(other, scratch)
                .port(PortSpec.on(Ref.<Network>id(network.id())).name(scratch.name("port")));
        SecurityGroup guests = other.network().securityGroups().create(SecurityGroupSpec.named(scratch.name("guests")));
        scratch.undo(() -> other.network().securityGroups().delete(guests));
        other.network()
                .securityGroupRules()
                .create(SecurityGroupRuleSpec.ingress(guests).set("remote_address_group_id", group.id()));

        for (RbacPolicy used : List.of(ofNetwork, ofGroup)) {
            String words = "RBAC policy on object " + used.objectId()
                    + " cannot be removed because other objects depend on it.";
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> policies.delete(used))
                    .withMessageContaining(words)
                    .matches(refusal -> refusal.reason() == Conflict.Reason.IN_USE);
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> policies.update(used, policies.changes().targetProjectId(scratch.name("x"))))
                    .withMessageContaining(words);
        }
        other.network().ports().delete(port);
        other.network().securityGroups().delete(guests);
        assertThat(policies.delete(ofNetwork)).isEqualTo(new Deleted(ofNetwork.id(), false));
        assertThat(policies.delete(ofGroup)).isEqualTo(new Deleted(ofGroup.id(), false));
    }

    @Test
    void rulesOfAPolicyDoNotContradictEachOther(@As("admin") Cloud admin, Scratch scratch) {
        QosPolicies policies = admin.network().qosPolicies();
        QosPolicy made = policies.create(QosPolicySpec.named(scratch.name("clear")));
        scratch.undo(() -> policies.delete(made));
        BandwidthLimitRules limits = policies.bandwidthLimits(made);
        BandwidthLimitRule out = limits.create(BandwidthLimitRuleSpec.of(1000));
        BandwidthLimitRule in = limits.create(BandwidthLimitRuleSpec.of(1000).direction(Direction.INGRESS));
        int revision = policies.get(made).revisionNumber();
        limits.update(out, limits.changes().maxKbps(2000));
        assertThat(policies.get(made).revisionNumber()).isEqualTo(revision + 1);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> limits.update(in, limits.changes().direction(Direction.EGRESS)))
                .withMessageContaining("Rule bandwidth_limit conflicts with rule " + out.id());
        String unable = "Unable to add the rule with value %s to the policy " + made.id()
                + " as the existing rule of type %s has value %s.";
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> policies.minimumBandwidths(made).create(MinimumBandwidthRuleSpec.of(3000)))
                .withMessageContaining(unable.formatted(3000, "bandwidth_limit", 2000));
        policies.minimumBandwidths(made).create(MinimumBandwidthRuleSpec.of(500));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> limits.update(in, limits.changes().maxKbps(100)))
                .withMessageContaining(unable.formatted(100, "minimum_bandwidth", 500));
        policies.minimumPacketRates(made).create(MinimumPacketRateRuleSpec.of(5).set("direction", "any"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> policies.minimumPacketRates(made).create(MinimumPacketRateRuleSpec.of(5)))
                .withMessageContaining(unable.formatted("egress", "minimum_packet_rate", "any"));
    }

    @Test
    void policiesSayHowWell(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        QosPolicies policies = admin.network().qosPolicies();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.network().qosPolicies().create(QosPolicySpec.named(scratch.name("x"))));
        QosPolicy made = policies.create(
                QosPolicySpec.named(scratch.name("slow")).description("d").shared(true));
        scratch.undo(() -> policies.delete(made));
        assertThat(made.shared()).isTrue();
        assertThat(made.rules()).isEmpty();
        BandwidthLimitRule limit = policies.bandwidthLimits(made)
                .create(BandwidthLimitRuleSpec.of(1000).maxBurstKbps(100));
        assertThat(limit.maxKbps()).isEqualTo(1000);
        assertThat(limit.direction()).isEqualTo(Direction.EGRESS);
        policies.dscpMarkings(made).create(DscpMarkingRuleSpec.of(26));
        policies.minimumBandwidths(made).create(MinimumBandwidthRuleSpec.of(100));
        policies.minimumPacketRates(made).create(MinimumPacketRateRuleSpec.of(10));
        policies.packetRateLimits(made).create(PacketRateLimitRuleSpec.of(1000).direction(Direction.INGRESS));
        assertThat(policies.get(made).rules()).hasSize(5);
        assertThat(policies.bandwidthLimits(made.id())
                        .update(limit, policies.bandwidthLimits(made).changes().maxKbps(2000))
                        .maxKbps())
                .isEqualTo(2000);
        assertThat(policies.bandwidthLimits(made).get(limit).maxKbps()).isEqualTo(2000);
        assertThat(policies.dscpMarkings(made).list().one().dscpMark()).isEqualTo(26);
        assertThat(policies.minimumBandwidths(made).list().one().minKbps()).isEqualTo(100);
        assertThat(policies.bandwidthLimits(made).list().one())
                .isEqualTo(policies.bandwidthLimits(made).get(limit));
        othersChangeAlike(policies, made);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> policies.bandwidthLimits(made).create(BandwidthLimitRuleSpec.of(5000)))
                .withMessageContaining("Rule bandwidth_limit conflicts with rule " + limit.id()
                        + " which already exists in QoS Policy " + made.id() + ".");
        policies.bandwidthLimits(made).delete(limit);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> policies.bandwidthLimits(made).get(limit))
                .withMessageContaining("QoS rule " + limit.id() + " for policy " + made.id() + " could not be found.");
        assertThat(policies.update(made, policies.changes().name(scratch.name("other")))
                        .name())
                .isEqualTo(scratch.name("other"));
        policies.tags(made).add("blue");
        assertThat(policies.list()
                        .name(scratch.name("other"))
                        .shared(true)
                        .one()
                        .tags())
                .containsExactly("blue");

        Network network = new Lan(cloud, scratch).network("lan");
        assertThat(cloud.network()
                        .networks()
                        .update(network, cloud.network().networks().changes().qosPolicy(scratch.name("other")))
                        .qosPolicyId())
                .isEqualTo(made.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> policies.delete(made))
                .withMessageContaining("QoS Policy " + made.id() + " is used by network " + network.id() + ".");
        assertThat(cloud.network().qosRuleTypes().list().stream().map(QosRuleType::kind))
                .contains(QosRuleKind.BANDWIDTH_LIMIT);
    }

    private static void othersChangeAlike(QosPolicies policies, QosPolicy policy) {
        DscpMarkingRules marks = policies.dscpMarkings(policy);
        String mark = marks.list().one().id();
        assertThat(marks.update(mark, marks.changes().dscpMark(28)).dscpMark()).isEqualTo(28);
        assertThat(marks.get(mark).dscpMark()).isEqualTo(28);
        marks.delete(mark);
        MinimumBandwidthRules bandwidths = policies.minimumBandwidths(policy);
        String bandwidth = bandwidths.list().one().id();
        assertThat(bandwidths
                        .update(bandwidth, bandwidths.changes().minKbps(200))
                        .minKbps())
                .isEqualTo(200);
        assertThat(bandwidths.get(bandwidth).minKbps()).isEqualTo(200);
        bandwidths.delete(bandwidth);
        MinimumPacketRateRules rates = policies.minimumPacketRates(policy);
        String rate = rates.list().one().id();
        assertThat(rates.update(rate, rates.changes().minKpps(20)).minKpps()).isEqualTo(20);
        assertThat(rates.get(rate).minKpps()).isEqualTo(20);
        rates.delete(rate);
        PacketRateLimitRules limits = policies.packetRateLimits(policy);
        String limit = limits.list().one().id();
        assertThat(limits.update(limit, limits.changes().maxKpps(2000)).maxKpps())
                .isEqualTo(2000);
        assertThat(limits.get(limit).maxKpps()).isEqualTo(2000);
        limits.delete(limit);
    }

    @Test
    void kindsOfRulesHaveParameters(Cloud cloud, @As("admin") Cloud admin) {
        QosRuleType type = admin.network().qosRuleTypes().get("minimum_bandwidth");
        assertThat(type.kind()).isEqualTo(new QosRuleKind("minimum_bandwidth"));
        assertThat(type.drivers())
                .singleElement()
                .satisfies(driver -> assertThat(driver)
                        .containsEntry(
                                "supported_parameters",
                                List.of(
                                        Map.of(
                                                "parameter_name",
                                                "min_kbps",
                                                "parameter_values",
                                                Map.of("start", 0, "end", 2147483647),
                                                "parameter_type",
                                                "range"),
                                        Map.of(
                                                "parameter_name",
                                                "direction",
                                                "parameter_values",
                                                List.of("ingress", "egress"),
                                                "parameter_type",
                                                "choices"))));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.network().qosRuleTypes().get("minimum_bandwidth"))
                .withMessageContaining("Not authorized.");
    }

    @Test
    void quotasSayHowMuch(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Quotas quotas = admin.network().quotas();
        String project = scratch.name("project");
        Quota usual = quotas.defaults(project);
        assertThat(usual.networks()).isEqualTo(200);
        scratch.undo(() -> quotas.reset(project));
        Quota set = quotas.update(project, new QuotaSpec().networks(7).trunks(-1));
        assertThat(set.networks()).isEqualTo(7);
        assertThat(quotas.of(project).networks()).isEqualTo(7);
        assertThat(quotas.of(project).ports()).isEqualTo(usual.ports());
        assertThat(quotas.list()).extracting(Quota::projectId).contains(project);
        assertThat(quotas.details(project).networks().limit()).isEqualTo(7);
        assertThat(quotas.details(project).networks().used()).isZero();
        assertThat(cloud.network().quotas().of(cloud.session().projectId()).networks())
                .isNotNull();
        quotas.reset(project);
        assertThat(quotas.of(project).networks()).isEqualTo(200);
    }

    @Test
    void administratorsSeeMore(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        lan.subnet(network, "10.181.0.0/24");
        NetworkIpAvailability seen = admin.network().ipAvailabilities().get(network.id());
        assertThat(seen.networkName()).isEqualTo(network.name());
        assertThat(seen.totalIps()).isEqualTo(BigInteger.valueOf(253));
        assertThat(seen.usedIps()).isEqualTo(BigInteger.ZERO);
        assertThat(seen.subnets())
                .singleElement()
                .satisfies(subnet -> assertThat(subnet.cidr()).isEqualTo("10.181.0.0/24"));
        assertThat(admin.network()
                        .ipAvailabilities()
                        .list()
                        .networkId(network.id())
                        .ipVersion(4)
                        .one()
                        .totalIps())
                .isEqualTo(BigInteger.valueOf(253));

        Segments segments = admin.network().segments();
        Segment made =
                segments.create(SegmentSpec.of(network, NetworkType.GENEVE).name(scratch.name("segment")));
        scratch.undo(() -> segments.delete(made));
        assertThat(made.networkId()).isEqualTo(network.id());
        assertThat(made.networkType()).isEqualTo(NetworkType.GENEVE);
        assertThat(segments.list()
                        .network(network)
                        .networkType(NetworkType.VXLAN)
                        .count())
                .isEqualTo(1);
        assertThat(segments.get(made)).isEqualTo(made);
        assertThat(segments.update(made, segments.changes().description("d")).description())
                .isEqualTo("d");
        assertThat(admin.network().networks().get(network).segments()).hasSize(2);
        segments.delete(made);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> segments.get(made))
                .withMessageContaining("Segment " + made.id() + " could not be found.");
        assertThat(admin.network().agents().list().host(scratch.name("nowhere")).toList())
                .isEmpty();
        assertThat(cloud.network()
                        .availabilityZones()
                        .list()
                        .name(scratch.name("nowhere"))
                        .toList())
                .isEmpty();
    }

    @Test
    void extensionsSayWhatThereIs(Cloud cloud, Scratch scratch) {
        assertThat(cloud.network().extensions().has("security-group")).isTrue();
        assertThat(cloud.network().extensions().has(scratch.name("none"))).isFalse();
        assertThat(cloud.network().extensions().list().stream().map(Extension::alias))
                .contains("router", "external-net", "quotas", "trunk", "qos")
                .contains("auto-allocated-topology", "binding-extended", "l3-conntrack-helper", "metering")
                .contains("floating-ip-port-forwarding", "qos-rule-type-details", "subnet-segmentid-writable");
    }
}

package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.network.qos.QosPolicies;
import io.github.openstackjvm.network.qos.QosRuleTypes;

/** Network (Neutron): see the package for what it can do. */
public final class NetworkService {
    private final ApiBinder binder;

    /** For {@link io.github.openstackjvm.Cloud}. */
    @SuppressWarnings("exports") // only a cloud has the argument
    public NetworkService(ApiBinder binder) {
        this.binder = binder;
    }

    /** What traffic ports let through. */
    public SecurityGroups securityGroups() {
        return new SecurityGroups(binder.bind(SecurityGroups.Api.class));
    }

    /** The single rules of security groups. */
    public SecurityGroupRules securityGroupRules() {
        return new SecurityGroupRules(binder.bind(SecurityGroupRules.Api.class));
    }

    /** What subnets and ports are part of. */
    public Networks networks() {
        return new Networks(binder.bind(Networks.Api.class));
    }

    /** Ranges of addresses of networks. */
    public Subnets subnets() {
        return new Subnets(binder.bind(Subnets.Api.class));
    }

    /** Ranges that subnets are cut from. */
    public SubnetPools subnetPools() {
        return new SubnetPools(binder.bind(SubnetPools.Api.class));
    }

    /** Where addresses occur only once. */
    public AddressScopes addressScopes() {
        return new AddressScopes(binder.bind(AddressScopes.Api.class));
    }

    /** Where things are plugged into networks. */
    public Ports ports() {
        return new Ports(binder.bind(Ports.Api.class));
    }

    /** What carries packets from subnet to subnet, and outside. */
    public Routers routers() {
        return new Routers(binder.bind(Routers.Api.class));
    }

    /** Addresses outside that stand for addresses inside. */
    public FloatingIps floatingIps() {
        return new FloatingIps(binder.bind(FloatingIps.Api.class));
    }

    /** Rules for the quality of service. */
    public QosPolicies qosPolicies() {
        return new QosPolicies(binder);
    }

    /** Kinds of rules for the quality of service. */
    public QosRuleTypes qosRuleTypes() {
        return new QosRuleTypes(binder);
    }

    /** How much projects may have. */
    public Quotas quotas() {
        return new Quotas(binder.bind(Quotas.Api.class));
    }

    /** Who may use what belongs to the project. */
    public RbacPolicies rbacPolicies() {
        return new RbacPolicies(binder.bind(RbacPolicies.Api.class));
    }

    /** What this Neutron can do beside the core. */
    public Extensions extensions() {
        return new Extensions(binder.bind(Extensions.Api.class));
    }

    /** Where networks and routers are served. */
    public AvailabilityZones availabilityZones() {
        return new AvailabilityZones(binder.bind(AvailabilityZones.Api.class));
    }

    /** The programs of Neutron on their hosts. */
    public Agents agents() {
        return new Agents(binder.bind(Agents.Api.class));
    }

    /** How many addresses of networks are in use. */
    public NetworkIpAvailabilities ipAvailabilities() {
        return new NetworkIpAvailabilities(binder.bind(NetworkIpAvailabilities.Api.class));
    }

    /** Networks that Neutron makes by itself. */
    public AutoAllocatedTopologies autoAllocatedTopologies() {
        return new AutoAllocatedTopologies(binder.bind(AutoAllocatedTopologies.Api.class));
    }

    /** Ports that carry other ports. */
    public Trunks trunks() {
        return new Trunks(binder.bind(Trunks.Api.class));
    }

    /** Ranges of addresses under one name. */
    public AddressGroups addressGroups() {
        return new AddressGroups(binder.bind(AddressGroups.Api.class));
    }

    /** Parts of networks within which no router is needed. */
    public Segments segments() {
        return new Segments(binder.bind(Segments.Api.class));
    }

    /** What traffic is counted under. */
    public MeteringLabels meteringLabels() {
        return new MeteringLabels(binder.bind(MeteringLabels.Api.class));
    }

    /** What traffic is counted. */
    public MeteringLabelRules meteringLabelRules() {
        return new MeteringLabelRules(binder.bind(MeteringLabelRules.Api.class));
    }

    /** What new security groups begin with. */
    public DefaultSecurityGroupRules defaultSecurityGroupRules() {
        return new DefaultSecurityGroupRules(binder.bind(DefaultSecurityGroupRules.Api.class));
    }
}

package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.network.qos.QosPolicies;

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
}

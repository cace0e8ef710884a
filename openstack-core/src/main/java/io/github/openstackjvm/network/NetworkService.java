package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.ApiBinder;

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

    /** Where things are plugged into networks. */
    public Ports ports() {
        return new Ports(binder.bind(Ports.Api.class));
    }
}

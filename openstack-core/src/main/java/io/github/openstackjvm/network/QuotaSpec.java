package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.Spec;

/** Quotas to set; -1 is: any number. */
public final class QuotaSpec extends Spec<QuotaSpec> {

    /** Number of networks. */
    public QuotaSpec networks(int limit) {
        return set("network", limit);
    }

    /** Number of subnets. */
    public QuotaSpec subnets(int limit) {
        return set("subnet", limit);
    }

    /** Number of subnet pools. */
    public QuotaSpec subnetPools(int limit) {
        return set("subnetpool", limit);
    }

    /** Number of ports. */
    public QuotaSpec ports(int limit) {
        return set("port", limit);
    }

    /** Number of routers. */
    public QuotaSpec routers(int limit) {
        return set("router", limit);
    }

    /** Number of floating IPs. */
    public QuotaSpec floatingIps(int limit) {
        return set("floatingip", limit);
    }

    /** Number of security groups. */
    public QuotaSpec securityGroups(int limit) {
        return set("security_group", limit);
    }

    /** Number of rules in all security groups together. */
    public QuotaSpec securityGroupRules(int limit) {
        return set("security_group_rule", limit);
    }

    /** Number of policies of sharing. */
    public QuotaSpec rbacPolicies(int limit) {
        return set("rbac_policy", limit);
    }

    /** Number of trunks. */
    public QuotaSpec trunks(int limit) {
        return set("trunk", limit);
    }

    /** Refuses quotas below what is in use, where the cloud can; otherwise they are set. */
    public QuotaSpec checkLimit() {
        return set("check_limit", true);
    }
}

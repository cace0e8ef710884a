package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupRuleSpec;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.network.SecurityGroups;

/** Makes a security group that lets SSH in from one network. */
public final class OpenSsh {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(open(cloud, "ssh", "192.0.2.0/24"));
        }
    }

    // region: method
    static SecurityGroup open(Cloud cloud, String name, String cidr) {
        SecurityGroups groups = cloud.network().securityGroups();
        SecurityGroup group = groups.find(name).orElseGet(() -> groups.create(SecurityGroupSpec.named(name)));
        cloud.network()
                .securityGroupRules()
                .create(SecurityGroupRuleSpec.ingress(group).tcp(22).remoteIpPrefix(cidr));
        return groups.get(group);
    }
    // endregion

    private OpenSsh() {}
}

package io.github.openstackjvm.testkit;

import org.assertj.core.api.AbstractAssert;

/** Assertions about what a fake cloud holds and what it was asked. */
public final class FakeCloudAssert extends AbstractAssert<FakeCloudAssert, FakeCloud> {

    FakeCloudAssert(FakeCloud actual) {
        super(actual, FakeCloudAssert.class);
    }

    /** The calls of this verb and path, such as {@code /servers} or {@code /servers/*}. */
    public CallsAssert received(HttpMethod method, String path) {
        return new CallsAssert(actual.journal(), method, path);
    }

    /** The keypair of this name. */
    public KeypairAssert keypair(String name) {
        return new KeypairAssert(new Found(actual, "keypair", "compute/keypairs", name));
    }

    /** The flavor of this name or id. */
    public FlavorAssert flavor(String nameOrId) {
        return new FlavorAssert(new Found(actual, "flavor", "compute/flavors", nameOrId));
    }

    /** The server of this name or id; deleted ones are none. */
    public ServerAssert server(String nameOrId) {
        return new ServerAssert(new Found(actual, "server", "compute/servers", nameOrId));
    }

    /** The security group of this name or id. */
    public SecurityGroupAssert securityGroup(String nameOrId) {
        return new SecurityGroupAssert(new Found(actual, "security group", "network/security_groups", nameOrId));
    }
}

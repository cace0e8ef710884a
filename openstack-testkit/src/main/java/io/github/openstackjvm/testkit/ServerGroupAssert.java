package io.github.openstackjvm.testkit;

/** Assertions about a server group. */
public final class ServerGroupAssert extends ResourceAssert<ServerGroupAssert> {
    ServerGroupAssert(Found found) {
        super(found, ServerGroupAssert.class);
    }

    /** Its policy is this one, such as {@code anti-affinity}. */
    public ServerGroupAssert hasPolicy(String policy) {
        return has("policy", policy);
    }

    /** The server of this name or id is in it. */
    public ServerGroupAssert hasMember(String server) {
        return check(
                row().texts("members").stream().anyMatch(id -> found().named("compute/servers", id, server)),
                "to have the member %s, but it has %s",
                server,
                names("compute/servers", row().texts("members")));
    }
}

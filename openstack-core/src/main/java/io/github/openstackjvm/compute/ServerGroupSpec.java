package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** A server group to create. */
public final class ServerGroupSpec extends Spec<ServerGroupSpec> {

    /** A server group of this name. */
    public static ServerGroupSpec named(String name) {
        return new ServerGroupSpec().name(name);
    }

    /** Need not be unique. */
    public ServerGroupSpec name(String name) {
        return set("name", name);
    }

    /** {@code affinity}, {@code anti-affinity}, {@code soft-affinity} or {@code soft-anti-affinity}. */
    @Since("2.64")
    public ServerGroupSpec policy(String policy) {
        return set("policy", policy, since(2, 64));
    }

    /** Servers of the group on one host, at most; only with {@code anti-affinity}. */
    @Since("2.64")
    public ServerGroupSpec maxServersPerHost(int servers) {
        return set("rules", Map.of("max_server_per_host", servers), since(2, 64));
    }

    @Override
    protected List<String> required() {
        return List.of("name", "policy");
    }
}

package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.session.Adapter;
import java.util.Map;

/** Sends a request that no typed service has yet: with authentication, retries and typed errors all the same. */
public final class AnyRequest {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(extensions(cloud));
        }
    }

    // region: method
    static long extensions(Cloud cloud) {
        Adapter network = cloud.session().adapter("network");
        return network.get("/extensions").pages(Map.class, "extensions").count();
    }
    // endregion

    private AnyRequest() {}
}

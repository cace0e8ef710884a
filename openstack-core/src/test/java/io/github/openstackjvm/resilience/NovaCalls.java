package io.github.openstackjvm.resilience;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.MemoryCloud;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Calls of Nova in memory, under the usual policy, whose time is the test's. */
abstract class NovaCalls {
    final MemoryCloud nova = new MemoryCloud();
    final Cloud cloud = nova.cloud();

    final void send(String method) {
        cloud.session().adapter(ServiceType.COMPUTE).request(method, "/x").send();
    }

    /** How such a call failed. */
    final OpenStackException failure(String method) {
        return catchThrowableOfType(OpenStackException.class, () -> send(method));
    }

    static void get(Cloud cloud) {
        cloud.session().adapter(ServiceType.COMPUTE).get("/x").send();
    }
}

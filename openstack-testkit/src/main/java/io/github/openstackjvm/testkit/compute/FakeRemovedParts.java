package io.github.openstackjvm.testkit.compute;

import java.util.List;

import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Handler;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;

import static io.github.openstackjvm.testkit.HttpMethod.DELETE;
import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static io.github.openstackjvm.testkit.HttpMethod.PUT;

/** What Nova once had and has no more: it says so, whichever microversion is asked for. */
final class FakeRemovedParts implements FakeResource {
    private static final Handler GONE = call -> {
        throw gone();
    };

    /** A path, and the verbs it had. */
    private record Part(String path, List<HttpMethod> methods) {
        static Part of(String path, HttpMethod... methods) {
            return new Part(path, List.of(methods));
        }
    }

    private static final List<Part> PARTS = List.of(
            Part.of("/os-agents", GET, POST),
            Part.of("/os-agents/{id}", PUT, DELETE),
            Part.of("/os-cells", GET, POST),
            Part.of("/os-cells/capacities", GET),
            Part.of("/os-cells/detail", GET),
            Part.of("/os-cells/info", GET),
            Part.of("/os-cells/sync_instances", POST),
            Part.of("/os-cells/{id}", GET, PUT, DELETE),
            Part.of("/os-cells/{id}/capacities", GET),
            Part.of("/os-certificates", POST),
            Part.of("/os-certificates/{id}", GET),
            Part.of("/os-cloudpipe", GET, POST),
            Part.of("/os-cloudpipe/{id}", PUT),
            Part.of("/os-fixed-ips/{id}", GET),
            Part.of("/os-fixed-ips/{id}/action", POST),
            Part.of("/os-floating-ip-dns", GET),
            Part.of("/os-floating-ip-dns/{id}", PUT, DELETE),
            Part.of("/os-floating-ip-dns/{domain}/entries/{id}", GET, PUT, DELETE),
            Part.of("/os-floating-ips-bulk", GET, POST),
            Part.of("/os-floating-ips-bulk/{id}", GET, PUT),
            Part.of("/os-fping", GET),
            Part.of("/os-fping/{id}", GET),
            Part.of("/os-networks", POST),
            Part.of("/os-networks/add", POST),
            Part.of("/os-networks/{id}", DELETE),
            Part.of("/os-networks/{id}/action", POST),
            Part.of("/os-security-group-default-rules", GET, POST),
            Part.of("/os-security-group-default-rules/{id}", GET, DELETE),
            Part.of("/os-tenant-networks", POST),
            Part.of("/os-tenant-networks/{id}", DELETE),
            Part.of("/servers/{server}/consoles", GET, POST),
            Part.of("/servers/{server}/consoles/{id}", GET, DELETE),
            Part.of("/servers/{server}/os-virtual-interfaces", GET));

    /** What is said of something that is no more. */
    static Refusal gone() {
        return new Refusal(410, "This resource is no longer available. No forwarding address is given.");
    }

    @Override
    public void routes(Routes routes) {
        for (Part part : PARTS) {
            part.methods().forEach(method -> routes.add(method, part.path(), GONE));
        }
    }
}

package io.github.openstackjvm.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.session.Adapter;
import io.github.openstackjvm.session.RawRequest;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What this client never asks Nova, but other clients may: wrong values, strange lists, older microversions. */
@Scenario
class OddComputeRequestsScenario {
    private static final String NOBODY = "11111111-1111-4111-8111-111111111111";

    private static Adapter nova(Cloud cloud, String microversion) {
        return cloud.session().adapter(ServiceType.COMPUTE).at(microversion);
    }

    private static void refused(RawRequest request, int status, String words) {
        RawRequest.Answer answer = request.sendUnchecked();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        Map<?, ?> complaint = (Map<?, ?>) answer.json().values().iterator().next();
        assertThat(complaint.get("message")).isEqualTo(words);
    }

    private static void invalid(RawRequest request, String field, String value, String words) {
        refused(request, 400, "Invalid input for field/attribute " + field + ". Value: " + value + ". " + words);
    }

    /** A server that would be, but for one field. */
    private static RawRequest server(Cloud cloud, Scratch scratch, String field, Object value) {
        return nova(cloud, "2.90").post("/servers").json(Map.of("server", spec(scratch, field, value)));
    }

    private static Map<String, Object> spec(Scratch scratch, String field, Object value) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("name", scratch.name("server"));
        spec.put("flavorRef", NOBODY);
        spec.put("networks", "none");
        spec.put(field, value);
        return spec;
    }

    private static RawRequest hint(Cloud cloud, Scratch scratch, String name, Object value) {
        return nova(cloud, "2.90")
                .post("/servers")
                .json(Map.of("server", spec(scratch, "imageRef", NOBODY), "os:scheduler_hints", Map.of(name, value)));
    }

    @Test
    void fieldsOfServers(Cloud cloud, Scratch scratch) {
        invalid(server(cloud, scratch, "config_drive", 5), "config_drive", "5", "5 is not of type 'boolean', 'string'");
        invalid(server(cloud, scratch, "min_count", "0"), "min_count", "0", "0 is less than the minimum of 1");
    }

    @Test
    void hintsForTheScheduler(Cloud cloud, Scratch scratch) {
        invalid(hint(cloud, scratch, "query", 5), "query", "5", "5 is not of type 'string', 'object'");
        invalid(
                hint(cloud, scratch, "query", List.of("x")),
                "query",
                "['x']",
                "['x'] is not of type 'string', 'object'");
        invalid(hint(cloud, scratch, "same_host", List.of("x")), "0", "x", "'x' is not a 'uuid'");
        invalid(hint(cloud, scratch, "different_cell", List.of(5)), "0", "5", "5 is not of type 'string'");
        invalid(
                hint(cloud, scratch, "build_near_host_ip", "x"),
                "build_near_host_ip",
                "x",
                "'x' is not valid under any of the given schemas");
        invalid(hint(cloud, scratch, "cidr", "24"), "cidr", "24", "'24' does not match '^/[0-9a-f.:]+$'");
    }

    /** The filters that would look at these hints are none of those that Nova has without being told to. */
    @Test
    void hintsThatNobodyLooksAt(Cloud cloud, Scratch scratch) {
        Map<String, Object> hints = new LinkedHashMap<>();
        hints.put("query", "[\"=\", \"$hypervisor_hostname\", \"nowhere\"]");
        hints.put("build_near_host_ip", "192.0.2.9");
        hints.put("cidr", "/24");
        hints.put("nonsense", List.of(1));
        Map<String, Object> server =
                spec(scratch, "imageRef", cloud.image().images().named("cirros").id());
        server.put("flavorRef", cloud.compute().flavors().named("m1.nano").id());
        Map<?, ?> made = nova(cloud, "2.90")
                .post("/servers")
                .json(Map.of("server", server, "os:scheduler_hints", hints))
                .fetch(Map.class, "server");
        String id = String.valueOf(made.get("id"));
        scratch.undo(() -> cloud.compute().servers().delete(id).join());
        Eventually.is(() -> cloud.compute().servers().get(id).status().equals(ServerStatus.ACTIVE));
    }

    @Test
    void lists(Cloud cloud) {
        assertThat(nova(cloud, "2.90")
                        .get("/servers")
                        .query("marker", "")
                        .send()
                        .status())
                .isEqualTo(200);
        String actions = "/servers/" + NOBODY + "/os-instance-actions";
        refused(
                nova(cloud, "2.90").get(actions).query("limit", "x"),
                400,
                "Invalid input for query parameters limit. Value: x. 'x' does not match '^[0-9]*$'");
        refused(
                nova(cloud, "2.90").get(actions).query("nope", "1"),
                400,
                "Additional properties are not allowed ('nope' was unexpected)");
        refused(nova(cloud, "2.90").get(actions), 404, "Instance " + NOBODY + " could not be found.");
    }

    @Test
    void keypairsAndQuotas(Cloud cloud) {
        String letters = "The name must be: Only expected characters: [@._- "
                + "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ]";
        refused(
                nova(cloud, "2.92").post("/os-keypairs").json(Map.of("keypair", Map.of("name", "a/b$"))),
                400,
                "An invalid 'name' value was provided. " + letters);
        invalid(
                nova(cloud, "2.90")
                        .put("/os-quota-sets/" + cloud.whoami().project().id())
                        .json(Map.of("quota_set", Map.of("instances", 2147483648L))),
                "instances",
                "2147483648",
                "2147483648 is greater than the maximum of 2147483647");
    }

    @Test
    void flavors(@As("admin") Cloud admin, Scratch scratch) {
        Map<String, Object> flavor = new LinkedHashMap<>(
                Map.of("name", scratch.name("flavor"), "ram", 64, "vcpus", 1, "disk", 1, "rxtx_factor", 1e39));
        invalid(
                nova(admin, "2.90").post("/flavors").json(Map.of("flavor", flavor)),
                "rxtx_factor",
                "1e+39",
                "999999999999999939709166371603178586112 is greater than the maximum of 3.40282e+38");
        flavor.remove("rxtx_factor");
        String id = String.valueOf(nova(admin, "2.90")
                .post("/flavors")
                .json(Map.of("flavor", flavor))
                .fetch(Map.class, "flavor")
                .get("id"));
        scratch.undo(() -> admin.compute().flavors().delete(id));
        RawRequest shares = nova(admin, "2.90").post("/flavors/" + id + "/os-extra_specs");
        refused(
                shares.json(Map.of("extra_specs", Map.of("quota:cpu_shares", "x"))),
                400,
                "Validation failed; 'x' is not a valid integer value.");
    }

    @Test
    void groupsOfOldMicroversions(Cloud cloud, Scratch scratch) {
        String name = scratch.name("group");
        invalid(group(cloud, "2.1", name, List.of()), "policies", "[]", "[] is too short");
        invalid(
                group(cloud, "2.1", name, List.of("affinity", "anti-affinity")),
                "policies",
                "['affinity', 'anti-affinity']",
                "['affinity', 'anti-affinity'] is too long");
        invalid(
                group(cloud, "2.1", name, List.of("soft-affinity")),
                "0",
                "soft-affinity",
                "'soft-affinity' is not one of ['anti-affinity', 'affinity']");
        List<Object> made = new ArrayList<>();
        for (String version : List.of("2.1", "2.15")) {
            Map<?, ?> group = group(cloud, version, name, List.of(version.equals("2.1") ? "affinity" : "soft-affinity"))
                    .fetch(Map.class, "server_group");
            String id = String.valueOf(group.get("id"));
            scratch.undo(() -> cloud.compute().serverGroups().delete(id));
            assertThat(group.get("metadata")).isEqualTo(Map.of());
            made.add(group.get("policies"));
        }
        assertThat(made).containsExactly(List.of("affinity"), List.of("soft-affinity"));
    }

    private static RawRequest group(Cloud cloud, String version, String name, List<String> policies) {
        return nova(cloud, version)
                .post("/os-server-groups")
                .json(Map.of("server_group", Map.of("name", name, "policies", policies)));
    }
}

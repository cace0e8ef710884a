package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Which projects may use a flavor that is not public. */
public final class FakeFlavorAccess implements FakeResource {
    private static final Schema TENANT =
            Schema.object().required("tenant", Schema.text(1, 255).matching("^[a-zA-Z0-9-]*$"));

    private final FakeFlavors flavors;

    FakeFlavorAccess(FakeFlavors flavors) {
        this.flavors = flavors;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/flavors/{flavor}/os-flavor-access", this::list);
        routes.post("/flavors/{flavor}/action", this::act);
    }

    private FakeResponse list(Call call) {
        Row flavor = flavors.visible(call);
        if (flavor.is("os-flavor-access:is_public")) {
            throw Refusal.notFound("Access list not available for public flavors.");
        }
        return access(flavor);
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = FakeCompute.body(call, (path, value) -> null);
        if (body.isEmpty()) {
            throw Refusal.badRequest("Malformed request body");
        }
        String action = body.keySet().iterator().next();
        return switch (action) {
            case "addTenantAccess" -> add(call);
            case "removeTenantAccess" -> remove(call);
            default -> throw Refusal.badRequest("There is no such action: " + action);
        };
    }

    private FakeResponse add(Call call) {
        FakeCompute.adminOnly(call, "os-flavor-access:add_tenant_access");
        String project = tenant(call, "addTenantAccess");
        if (flavors.nova()
                .world()
                .collection("", "identity/projects")
                .find(project)
                .isEmpty()) {
            throw Refusal.badRequest("Project ID " + project + " is not a valid project.");
        }
        Row flavor = flavors.any(call);
        if (flavor.is("os-flavor-access:is_public") && call.since("2.7")) {
            throw Refusal.conflict("Can not add access to a public flavor.");
        }
        List<String> access = flavor.texts("access");
        if (access.contains(project)) {
            throw Refusal.conflict("Flavor access already exists for flavor " + flavor.number("number")
                    + " and project " + project + " combination.");
        }
        access.add(project);
        return access(flavor.set("access", access));
    }

    private FakeResponse remove(Call call) {
        FakeCompute.adminOnly(call, "os-flavor-access:remove_tenant_access");
        String project = tenant(call, "removeTenantAccess");
        Row flavor = flavors.any(call);
        List<String> access = flavor.texts("access");
        if (!access.remove(project)) {
            throw Refusal.notFound(
                    "Flavor access not found for " + flavor.number("number") + " / " + project + " combination.");
        }
        return access(flavor.set("access", access));
    }

    private static String tenant(Call call, String action) {
        return String.valueOf(FakeCompute.body(call, action, TENANT).get("tenant"));
    }

    private static FakeResponse access(Row flavor) {
        return Json.reply(
                200,
                Json.map(
                        "flavor_access",
                        flavor.texts("access").stream()
                                .map(project -> Json.map("flavor_id", flavor.id(), "tenant_id", project))
                                .toList()));
    }
}

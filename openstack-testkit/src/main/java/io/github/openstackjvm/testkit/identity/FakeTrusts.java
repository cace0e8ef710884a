package io.github.openstackjvm.testkit.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Trusts: one user lends roles on a project to another, who then acts in the lender's name or in their own. */
final class FakeTrusts implements FakeResource {
    private final FakeIdentity keystone;
    private final Directory directory;

    FakeTrusts(FakeIdentity keystone, Directory directory) {
        this.keystone = keystone;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/OS-TRUST/trusts", this::list);
        routes.post("/OS-TRUST/trusts", this::create);
        routes.get("/OS-TRUST/trusts/{id}", call -> Json.reply(200, Json.map("trust", view(call, find(call)))));
        routes.delete("/OS-TRUST/trusts/{id}", this::delete);
    }

    private FakeCollection trusts() {
        return keystone.collection("trusts");
    }

    private FakeResponse list(Call call) {
        boolean own = call.query("trustor_user_id")
                        .filter(call.caller().userId()::equals)
                        .isPresent()
                || call.query("trustee_user_id")
                        .filter(call.caller().userId()::equals)
                        .isPresent();
        if (!own) {
            FakeIdentity.adminOnly(call, "list_trusts");
        }
        return FakeIdentity.list(call, "trusts", trusts().all(), row -> {
            Map<String, Object> view = view(call, row);
            view.remove("roles");
            view.remove("roles_links");
            return view;
        });
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = Json.object(FakeIdentity.body(call).get("trust"));
        for (String field : List.of("impersonation", "trustee_user_id", "trustor_user_id")) {
            if (!wanted.containsKey(field)) {
                throw Refusal.badRequest("'" + field + "' is a required property");
            }
        }
        if (!call.caller().userId().equals(wanted.get("trustor_user_id"))) {
            throw FakeIdentity.forbidden("create_trust");
        }
        Row token = call.caller().token();
        if (token.get("credential_id") != null || token.get("grant_id") != null) {
            throw Refusal.forbidden("You are not authorized to perform the requested action: "
                    + "Delegated tokens cannot manage trusts..");
        }
        Row trustee = FakeIdentity.find(keystone, "users", "user", String.valueOf(wanted.get("trustee_user_id")));
        List<String> roles = roles(call, wanted);
        Row row = trusts().add(Row.of(
                "id",
                keystone.world().ids().hex(),
                "trustor_user_id",
                call.caller().userId(),
                "trustee_user_id",
                trustee.id(),
                "project_id",
                wanted.get("project_id"),
                "impersonation",
                wanted.get("impersonation"),
                "expires_at",
                wanted.get("expires_at"),
                "remaining_uses",
                wanted.get("remaining_uses"),
                "deleted_at",
                null,
                "redelegation_count",
                0,
                "role_ids",
                roles));
        return Json.reply(201, Json.map("trust", view(call, row)));
    }

    private List<String> roles(Call call, Map<String, Object> wanted) {
        String project = String.valueOf(wanted.get("project_id"));
        List<Row> held = directory.rolesOn(call.caller().userId(), "project_id", project);
        List<String> ids = new ArrayList<>();
        for (Object item : wanted.get("roles") instanceof List<?> list ? list : List.of()) {
            Map<String, Object> reference = Json.object(item);
            Row role = held.stream()
                    .filter(one -> one.is("id", reference.get("id")) || one.is("name", reference.get("name")))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("Could not find role: "
                            + (reference.containsKey("id") ? reference.get("id") : reference.get("name")) + "."));
            ids.add(role.id());
        }
        if (wanted.get("project_id") != null && ids.isEmpty()) {
            throw Refusal.forbidden("You are not authorized to perform the requested action: "
                    + "At least one role should be specified.");
        }
        return ids;
    }

    private FakeResponse delete(Call call) {
        Row row = find(call);
        if (!row.is("trustor_user_id", call.caller().userId())) {
            throw FakeIdentity.forbidden("delete_trust");
        }
        trusts().remove(row.id());
        FakeCollection tokens = keystone.collection("tokens");
        tokens.where("trust_id", row.id()).forEach(token -> tokens.remove(token.id()));
        return FakeResponse.of(204);
    }

    private Row find(Call call) {
        Row row = trusts().find(call.param("id"))
                .orElseThrow(() -> Refusal.notFound("Could not find trust: " + call.param("id") + "."));
        boolean theirs = row.is("trustor_user_id", call.caller().userId())
                || row.is("trustee_user_id", call.caller().userId());
        if (!theirs) {
            FakeIdentity.adminOnly(call, "get_trust");
        }
        return row;
    }

    private Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick(
                "id",
                "trustor_user_id",
                "trustee_user_id",
                "project_id",
                "impersonation",
                "expires_at",
                "remaining_uses",
                "deleted_at",
                "redelegation_count");
        List<Object> roles = new ArrayList<>();
        row.texts("role_ids")
                .forEach(id -> directory.roles().find(id).ifPresent(role -> roles.add(FakeRoles.view(call, role))));
        view.put("roles", roles);
        String self = call.url("/OS-TRUST/trusts/" + row.id());
        view.put("roles_links", Json.map("self", self + "/roles", "next", null, "previous", null));
        return FakeIdentity.linked(call, "/OS-TRUST/trusts", view);
    }
}

package io.github.openstackjvm.testkit.identity;

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

/** What Keystone keeps for users: seeds of passcodes among others. Users see their own, administrators all. */
final class FakeCredentials implements FakeResource {
    private final FakeIdentity keystone;

    FakeCredentials(FakeIdentity keystone) {
        this.keystone = keystone;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/credentials", this::list);
        routes.post("/credentials", this::create);
        routes.get("/credentials/{id}", call -> Json.reply(200, Json.map("credential", view(call, find(call)))));
        routes.delete("/credentials/{id}", this::delete);
    }

    private FakeCollection credentials() {
        return keystone.collection("credentials");
    }

    private FakeResponse list(Call call) {
        List<Row> seen = credentials().where(row -> isTheirs(call, row));
        return FakeIdentity.list(call, "credentials", seen, row -> view(call, row));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = Json.object(FakeIdentity.body(call).get("credential"));
        for (String field : List.of("blob", "type", "user_id")) {
            if (!(wanted.get(field) instanceof String)) {
                throw Refusal.badRequest("'" + field + "' is a required property");
            }
        }
        Row row = Row.of(
                "id", keystone.world().ids().hex(),
                "type", wanted.get("type"),
                "blob", wanted.get("blob"),
                "user_id", wanted.get("user_id"),
                "project_id", wanted.get("project_id"));
        if (!isTheirs(call, row)) {
            throw FakeIdentity.forbidden("create_credential");
        }
        credentials().add(row);
        return Json.reply(201, Json.map("credential", view(call, row)));
    }

    private FakeResponse delete(Call call) {
        credentials().remove(find(call).id());
        return FakeResponse.of(204);
    }

    private Row find(Call call) {
        Row row = FakeIdentity.find(keystone, "credentials", "credential", call.param("id"));
        if (!isTheirs(call, row)) {
            throw FakeIdentity.forbidden("get_credential");
        }
        return row;
    }

    private static boolean isTheirs(Call call, Row row) {
        return call.caller().admin() || row.is("user_id", call.caller().userId());
    }

    private static Map<String, Object> view(Call call, Row row) {
        return FakeIdentity.linked(call, "/credentials", row.pick("id", "type", "blob", "user_id", "project_id"));
    }
}

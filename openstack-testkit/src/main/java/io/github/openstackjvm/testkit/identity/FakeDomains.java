package io.github.openstackjvm.testkit.identity;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Domains. */
final class FakeDomains implements FakeResource {
    private final FakeIdentity keystone;
    private final Directory directory;

    FakeDomains(FakeIdentity keystone, Directory directory) {
        this.keystone = keystone;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/domains", call -> {
            FakeIdentity.adminOnly(call, "list_domains");
            return list(call, directory.domains().all());
        });
        routes.get("/domains/{id}", call -> {
            String id = call.param("id");
            String own = directory
                    .users()
                    .find(call.caller().userId())
                    .map(user -> user.text("domain_id"))
                    .orElse("");
            if (!id.equals(own)) {
                FakeIdentity.adminOnly(call, "get_domain");
            }
            Row row = FakeIdentity.find(keystone, "domains", "domain", id);
            return Json.reply(200, Json.map("domain", view(call, row)));
        });
    }

    static FakeResponse list(Call call, List<Row> rows) {
        return FakeIdentity.list(call, "domains", rows, row -> view(call, row));
    }

    private static Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "name", "description", "enabled");
        view.put("tags", List.of());
        view.put("options", Map.of());
        return FakeIdentity.linked(call, "/domains", view);
    }
}

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

/**
 * Neutron's security groups, as Nova told of them until 2.35: the {@code openstack} command looks here for the group that it
 * puts on a server. Making and changing them is left to Neutron.
 */
final class FakeSecurityGroups implements FakeResource {
    private static final String LAST = "2.35";

    private final FakeServers servers;
    private final OldSecurityGroups groups;

    FakeSecurityGroups(FakeServers servers) {
        this.servers = servers;
        groups = new OldSecurityGroups(servers.neutron());
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/os-security-groups", this::list).until(LAST);
        routes.get("/os-security-groups/{id}", this::show).until(LAST);
    }

    private FakeResponse list(Call call) {
        FakeCompute.query(call, Map.of("limit", Forms.DIGITS, "offset", Forms.DIGITS, "all_tenants", Forms.TEXT));
        boolean all = call.caller().admin() && call.query("all_tenants").isPresent();
        List<Row> found =
                servers.neutron().securityGroups(all ? null : call.caller().projectId());
        return Json.reply(200, Json.map("security_groups", groups.views(Paging.slice(call, found))));
    }

    private FakeResponse show(Call call) {
        String id = call.param("id");
        if (!Forms.uuid(id)) {
            throw Refusal.badRequest("Security group id should be uuid");
        }
        Row group = servers.neutron()
                .securityGroup(id)
                .filter(row -> call.caller().admin()
                        || row.is("project_id", call.caller().projectId()))
                .orElseThrow(() -> Refusal.notFound(Text.ofNeutron(call, "Security group " + id + " does not exist")));
        return Json.reply(200, Json.map("security_group", groups.view(group)));
    }
}

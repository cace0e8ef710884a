package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Availability zones: there are those that services are in. One is not available when all of its services are disabled. */
final class FakeAvailabilityZones implements FakeResource {
    private static final String PATH = "/os-availability-zone";

    private final FakeCompute nova;
    private final Hosts hosts;

    FakeAvailabilityZones(FakeServers servers) {
        nova = servers.nova();
        hosts = servers.hosts();
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list);
        routes.get(PATH + "/detail", this::details);
    }

    private FakeResponse list(Call call) {
        List<Object> views = new ArrayList<>();
        hosts.zones().stream()
                .filter(zone -> !zone.equals(Hosts.INTERNAL))
                .forEach(zone -> views.add(view(zone, true, null)));
        disabled().forEach(zone -> views.add(view(zone, false, null)));
        return answer(views);
    }

    private Set<String> disabled() {
        Set<String> zones = new TreeSet<>();
        hosts.services()
                .where(service -> service.is("disabled"))
                .forEach(service -> zones.add(hosts.zoneOfService(service)));
        zones.removeAll(hosts.zones());
        return zones;
    }

    private FakeResponse details(Call call) {
        FakeCompute.adminOnly(call, "os-availability-zone:detail");
        List<Object> views = new ArrayList<>();
        hosts.zones().forEach(zone -> views.add(view(zone, true, hosts(zone))));
        disabled().forEach(zone -> views.add(view(zone, false, null)));
        return answer(views);
    }

    /** The enabled services of a zone, by host. */
    private Map<String, Object> hosts(String zone) {
        Map<String, Object> byHost = Json.map();
        for (Row service : hosts.services()
                .where(each -> !each.is("disabled") && hosts.zoneOfService(each).equals(zone))) {
            Map<String, Object> services = Json.object(byHost.computeIfAbsent(service.text("host"), any -> Json.map()));
            services.put(
                    service.text("binary"),
                    Json.map(
                            "available", Hosts.up(service),
                            "active", true,
                            "updated_at", Text.micros(nova.world().now())));
        }
        return byHost;
    }

    private static Map<String, Object> view(String zone, boolean available, @Nullable Object hosts) {
        return Json.map("zoneName", zone, "zoneState", Json.map("available", available), "hosts", hosts);
    }

    private static FakeResponse answer(List<Object> zones) {
        return Json.reply(200, Json.map("availabilityZoneInfo", zones));
    }
}

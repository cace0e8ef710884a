package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;

/** By what users may filter: the file Cinder brings along. */
public final class FakeResourceFilters implements FakeResource {
    private static final Map<String, List<String>> FILTERS = filters();

    FakeResourceFilters() {}

    private static Map<String, List<String>> filters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(
                "volume",
                List.of(
                        "name",
                        "status",
                        "metadata",
                        "bootable",
                        "migration_status",
                        "availability_zone",
                        "group_id",
                        "size",
                        "created_at",
                        "updated_at",
                        "consumes_quota"));
        all.put("backup", List.of("name", "status", "volume_id"));
        all.put("snapshot", List.of("name", "status", "volume_id", "metadata", "availability_zone", "consumes_quota"));
        all.put("group", List.of("name"));
        all.put("group_snapshot", List.of("name", "status", "group_id"));
        all.put("attachment", List.of("volume_id", "status", "instance_id", "attach_status"));
        all.put("message", List.of("resource_uuid", "resource_type", "event_id", "request_id", "message_level"));
        all.put("pool", List.of("name", "volume_type"));
        all.put("volume_type", List.of("is_public", "extra_specs"));
        return all;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/resource_filters", call -> {
                    String resource = call.query("resource").orElse("");
                    List<Object> views = new ArrayList<>();
                    FILTERS.forEach((name, filters) -> {
                        if (resource.isEmpty() || resource.equals(name)) {
                            views.add(Json.map("resource", name, "filters", filters));
                        }
                    });
                    return Json.reply(200, Json.map("resource_filters", views));
                })
                .since("3.33");
    }
}

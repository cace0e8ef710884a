package io.github.openstackjvm.testkit.image;

import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;

/** What images, members, tasks and definitions of metadata look like. */
final class FakeImageSchemas implements FakeResource {
    private static final Map<String, Map<String, Object>> SCHEMAS = Map.of(
            "image", ImageSchema.IMAGE.document(),
            "images", ImageSchema.many("images", ImageSchema.IMAGE.document()),
            "member", ImageSchema.MEMBER.document(),
            "members", ImageSchema.many("members", ImageSchema.MEMBER.document()),
            "task", ImageSchema.TASK.document(),
            "tasks", ImageSchema.tasks());

    private static final Map<String, Map<String, Object>> METADEFS = MetadefSchema.documents();

    @Override
    public void routes(Routes routes) {
        routes.get("/schemas/{name}", call -> shown(SCHEMAS, call));
        routes.get("/schemas/metadefs/{name}", call -> shown(METADEFS, call));
    }

    private static FakeResponse shown(Map<String, Map<String, Object>> schemas, Call call) {
        Map<String, Object> schema = schemas.get(call.param("name"));
        if (schema == null) {
            throw Refusal.notFound(Webob.explanation(404));
        }
        return Json.reply(200, schema);
    }
}

package io.github.openstackjvm.testkit.blockstorage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** The key-value pairs of a volume. Since 3.15 a change may be made to depend on nobody having changed them. */
public final class FakeVolumeMetadata implements FakeResource {
    private final FakeBlockStorage cinder;

    FakeVolumeMetadata(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/volumes/{volume}/metadata", this::list);
        routes.post("/volumes/{volume}/metadata", call -> merge(call, false));
        routes.put("/volumes/{volume}/metadata", call -> merge(call, true));
        routes.get("/volumes/{volume}/metadata/{key}", call -> {
            Row volume = cinder.volumes().find(call);
            check(call, volume);
            return pair(call, volume);
        });
        routes.put("/volumes/{volume}/metadata/{key}", this::set);
        routes.delete("/volumes/{volume}/metadata/{key}", this::remove);
    }

    private FakeResponse list(Call call) {
        Row volume = cinder.volumes().find(call);
        FakeResponse answer = all(volume);
        return call.since("3.15") ? answer.with("Etag", etag(volume)) : answer;
    }

    private FakeResponse merge(Call call, boolean replace) {
        Map<String, Object> wanted = BlockBody.of(call, "metadata", BlockBody.PAIRS);
        if (replace && changed(call)) {
            return FakeResponse.of(412);
        }
        Row volume = changeable(call, "Updating");
        Map<String, Object> metadata = replace ? new LinkedHashMap<>() : copy(volume);
        metadata.putAll(wanted);
        return all(volume.set("metadata", metadata));
    }

    private FakeResponse set(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "meta",
                Schema.object()
                        .others("^[a-zA-Z0-9-_:. /]{1,255}$", Schema.text(0, 255))
                        .size(1, 1));
        if (changed(call)) {
            return FakeResponse.of(412);
        }
        if (!wanted.containsKey(call.param("key"))) {
            throw Refusal.badRequest("Request body and URI mismatch");
        }
        Row volume = changeable(call, "Updating");
        Map<String, Object> metadata = copy(volume);
        metadata.putAll(wanted);
        return pair(call, volume.set("metadata", metadata));
    }

    private FakeResponse remove(Call call) {
        Row volume = cinder.volumes().find(call);
        check(call, volume);
        changeable(call, "Deleting");
        Map<String, Object> metadata = copy(volume);
        metadata.remove(call.param("key"));
        volume.set("metadata", metadata);
        return FakeResponse.of(200);
    }

    private Row changeable(Call call, String doing) {
        Row volume = cinder.volumes().find(call);
        String status = volume.text("status");
        if (status.equals("maintenance") || status.equals("uploading")) {
            throw VolumeStates.invalid(doing + " volume metadata is not allowed for volumes in " + status + " status.");
        }
        return volume;
    }

    private boolean changed(Call call) {
        String wanted = call.header("If-Match").orElse("").replace("\"", "");
        return call.since("3.15")
                && !wanted.isEmpty()
                && !wanted.contains(etag(cinder.volumes().find(call)));
    }

    private static void check(Call call, Row volume) {
        if (!volume.object("metadata").containsKey(call.param("key"))) {
            throw Refusal.notFound("Volume " + volume.id() + " has no metadata with key " + call.param("key") + ".");
        }
    }

    private static FakeResponse all(Row volume) {
        return Json.reply(200, Json.map("metadata", volume.object("metadata")));
    }

    private static FakeResponse pair(Call call, Row volume) {
        String key = call.param("key");
        return Json.reply(
                200, Json.map("meta", Json.map(key, volume.object("metadata").get(key))));
    }

    private static Map<String, Object> copy(Row volume) {
        return new LinkedHashMap<>(volume.object("metadata"));
    }

    // Of the body as Python writes it, with blanks after commas and colons.
    private static String etag(Row volume) {
        StringBuilder text = new StringBuilder("{\"metadata\": {");
        volume.object("metadata")
                .forEach((key, value) -> text.append(text.charAt(text.length() - 1) == '{' ? "" : ", ")
                        .append(new String(Json.bytes(key), StandardCharsets.UTF_8))
                        .append(": ")
                        .append(new String(Json.bytes(value), StandardCharsets.UTF_8)));
        text.append("}}");
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}

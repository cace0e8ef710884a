package io.github.openstackjvm.testkit.image;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.transport.HttpHeaders;

/** The data of images: upload, stage and download. */
final class FakeImageData implements FakeResource {
    private static final Pattern RANGE = Pattern.compile("bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)");

    private final FakeImage glance;
    private final FakeImages images;

    FakeImageData(FakeImage glance, FakeImages images) {
        this.glance = glance;
        this.images = images;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/images/{id}/file", this::download);
        routes.head("/images/{id}/file", call -> {
            throw new Refusal(405, "");
        });
        routes.put("/images/{id}/file", this::upload);
        routes.put("/images/{id}/stage", this::stage);
    }

    private FakeResponse upload(Call call) {
        checkType(call);
        glance.quotas().checkSize(call.caller().projectId(), "image_size_total");
        String store = call.header("X-Image-Meta-Store").orElse(FakeImage.STORES.get(0));
        if (!FakeImage.STORES.contains(store)) {
            throw Refusal.badRequest("Store for identifier " + store + " not found");
        }
        Row image = glance.find(call);
        if (!FakeImage.owns(call.caller(), image)) {
            throw Refusal.forbidden("Not allowed to upload image data for image " + image.id());
        }
        ImageStates.move(image, "saving");
        try {
            glance.quotas().checkUploads(call.caller().projectId());
        } catch (Refusal e) {
            ImageStates.move(image, "queued");
            throw e;
        }
        images.store(image, call.request().body().share(), List.of(store));
        ImageStates.move(image, "active");
        images.touch(image);
        return FakeImage.nothing();
    }

    private FakeResponse stage(Call call) {
        checkType(call);
        glance.quotas().checkSize(call.caller().projectId(), "image_stage_total");
        Row image = glance.find(call);
        FakeImage.mutable(call.caller(), image);
        ImageStates.move(image, "uploading");
        FakeBody data = call.request().body().share();
        image.set("staged", data).set("size", data.length());
        images.touch(image);
        return FakeImage.nothing();
    }

    private static void checkType(Call call) {
        String type = call.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!type.equals("application/octet-stream")) {
            throw new Refusal(415, type);
        }
    }

    private FakeResponse download(Call call) {
        Row image = glance.find(call);
        if (image.is("status", "deactivated") && !call.caller().admin()) {
            throw Refusal.forbidden("The requested image has been deactivated. Image data download is forbidden.");
        }
        FakeBody data = FakeImage.data(image).orElse(null);
        if (data == null) {
            return new FakeResponse(204, HttpHeaders.EMPTY, FakeBody.EMPTY);
        }
        HttpHeaders headers = HttpHeaders.of("Content-Type", "application/octet-stream");
        String range = call.header("Range").orElse(null);
        if (range == null) {
            return new FakeResponse(200, headers.plus("Content-MD5", image.text("checksum")), data.share());
        }
        if (range.contains(",")) {
            throw Refusal.badRequest("Requests with multiple ranges are not supported in Glance. You may make multiple "
                    + "single-range requests instead.");
        }
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches() || isBackwards(matcher.group(1), matcher.group(2))) {
            throw FakeImage.detailed(416, "Invalid Range header.");
        }
        long length = data.length();
        long[] part = part(matcher.group(1), matcher.group(2), length);
        return new FakeResponse(
                206,
                headers.plus("Content-Range", "bytes " + part[0] + "-" + (part[1] - 1) + "/" + length)
                        .plus("Content-MD5", image.text("checksum")),
                data.share().slice(part[0], part[1]));
    }

    private static boolean isBackwards(String first, String last) {
        return !first.isEmpty() && !last.isEmpty() && Long.parseLong(last) < Long.parseLong(first);
    }

    /** From here to there, the latter not included. */
    private static long[] part(String first, String last, long length) {
        if (first.isEmpty()) {
            long count = last.isEmpty() ? 0 : Long.parseLong(last);
            return new long[] {Math.max(0, length - count), length};
        }
        long from = Long.parseLong(first);
        if (from >= length) {
            throw FakeImage.detailed(
                    416,
                    "Invalid start position in Range header. Start position MUST be in the inclusive range [0, "
                            + (length - 1) + "].");
        }
        return new long[] {from, last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1)};
    }
}

package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeBody;

/** Conditions and ranges of a read, applied to the whole object that comes from below. */
final class Conditions implements Filter {
    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        SwiftResponse response = next.handle(request);
        if (!request.onObject() || !request.is("GET", "HEAD")) {
            return response;
        }
        if (response.status() != 200) {
            boolean exists = response.status() != 404;
            return exists || !tags(request, "If-Match").contains("*") ? response : stripped(response, 412);
        }
        int unmet = unmet(request, response);
        if (unmet != 0) {
            return stripped(response, unmet);
        }
        return request.is("HEAD") ? response : ranged(request, response);
    }

    private static SwiftResponse stripped(SwiftResponse response, int status) {
        response.body().discard();
        response.status(status);
        if (status == 412) {
            response.headers().remove("Accept-Ranges");
            response.with("Content-Type", "text/html; charset=UTF-8");
        }
        return response.body(FakeBody.EMPTY);
    }

    private static int unmet(SwiftRequest request, SwiftResponse response) {
        Set<String> none = tags(request, "If-None-Match");
        if (none.contains("*") || none.contains(response.etag())) {
            return 304;
        }
        Set<String> any = tags(request, "If-Match");
        if (!any.isEmpty() && !any.contains("*") && !any.contains(response.etag())) {
            return 412;
        }
        Long modified = Timestamp.seconds(response.headers().get("Last-Modified"));
        Long since = Timestamp.seconds(request.headers().get("If-Modified-Since"));
        if (modified != null && since != null && modified <= since) {
            return 304;
        }
        Long unmodified = Timestamp.seconds(request.headers().get("If-Unmodified-Since"));
        return modified != null && unmodified != null && modified > unmodified ? 412 : 0;
    }

    private static Set<String> tags(SwiftRequest request, String header) {
        Set<String> tags = new HashSet<>();
        for (String tag : request.headers().get(header, "").split(",", -1)) {
            if (!tag.isBlank()) {
                tags.add(SwiftResponse.unquoted(tag.strip()));
            }
        }
        return tags;
    }

    private static SwiftResponse ranged(SwiftRequest request, SwiftResponse response) {
        FakeBody body = response.body();
        List<long[]> ranges = Range.resolved(request.headers().get("Range"), body.length());
        if (ranges == null) {
            return response;
        }
        if (ranges.isEmpty()) {
            body.discard();
            boolean dynamic =
                    response.headers().has("X-Object-Manifest") && !"get".equals(request.param("multipart-manifest"));
            // Said before the object is put together, so without its headers.
            SwiftResponse refusal = dynamic ? new SwiftResponse(416).with("Accept-Ranges", "bytes") : response;
            refusal.status(416);
            return refusal.with("Content-Range", "bytes */" + body.length()).body(null);
        }
        if (body.length() == 0) {
            return response;
        }
        response.status(206);
        if (ranges.size() == 1) {
            long[] range = ranges.get(0);
            return response.with("Content-Range", Range.content(range, body.length()))
                    .body(body.slice(range[0], range[1]));
        }
        return several(response, body, ranges);
    }

    private static SwiftResponse several(SwiftResponse response, FakeBody body, List<long[]> ranges) {
        String boundary = String.format(Locale.ROOT, "%032x", Arrays.deepHashCode(ranges.toArray()) & 0xffff_ffffL);
        String type = response.headers().get("Content-Type", "");
        List<FakeBody> parts = new ArrayList<>();
        for (long[] range : ranges) {
            parts.add(FakeBody.of("--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Range: "
                    + Range.content(range, body.length()) + "\r\n\r\n"));
            parts.add(
                    parts.size() == 1
                            ? body.slice(range[0], range[1])
                            : body.share().slice(range[0], range[1]));
            parts.add(FakeBody.of("\r\n"));
        }
        parts.add(FakeBody.of("--" + boundary + "--"));
        return response.with("Content-Type", "multipart/byteranges;boundary=" + boundary)
                .body(FakeBody.joined(parts));
    }
}

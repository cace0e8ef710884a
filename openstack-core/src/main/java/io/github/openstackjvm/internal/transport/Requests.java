package io.github.openstackjvm.internal.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.openstackjvm.internal.transport.Failures.BadAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** Between our types and the library's. */
final class Requests {
    /** A larger stream asks first whether it is wanted: a refusal, or a renewal of the token, then costs no upload. */
    private static final long EXPECT_BYTES = 1 << 20;

    private Requests() {}

    static ClassicHttpRequest of(
            HttpCall call, Target target, @Nullable HttpHost via, ProxyRule proxy, @Nullable Upload upload) {
        boolean absolute = via != null && !target.secure();
        String path = absolute ? "http://" + target.authority() + target.path() : target.path();
        BasicClassicHttpRequest request = new BasicClassicHttpRequest(call.method(), null, null, path);
        request.addHeader("Host", target.authority());
        call.headers().forEach((name, value) -> {
            if (!derived(name)) {
                request.addHeader(name, value);
            }
        });
        if (absolute) {
            proxy.authorization().ifPresent(value -> request.setHeader("Proxy-Authorization", value));
        }
        if (!call.streaming() && !request.containsHeader("Accept-Encoding")) {
            request.addHeader("Accept-Encoding", "gzip");
        }
        body(call, request, upload);
        return request;
    }

    private static boolean derived(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "host", "content-length", "transfer-encoding" -> true;
            default -> false;
        };
    }

    private static void body(HttpCall call, ClassicHttpRequest request, @Nullable Upload upload) {
        HttpBody body = call.body();
        if (body == null || upload == null) {
            if (List.of("POST", "PUT", "PATCH").contains(call.method())) {
                request.addHeader("Content-Length", "0");
            }
            return;
        }
        long length = body.length();
        if (length < 0) {
            request.addHeader("Transfer-Encoding", "chunked");
        } else {
            request.addHeader("Content-Length", Long.toString(length));
        }
        boolean large = length < 0 || length > EXPECT_BYTES;
        if (large && !(body instanceof HttpBody.Bytes) && !request.containsHeader("Expect")) {
            request.addHeader("Expect", "100-continue");
        }
        request.setEntity(upload);
    }

    static HttpHeaders headers(ClassicHttpResponse answer) throws BadAnswer {
        Header[] lines = answer.getHeaders();
        List<Map.Entry<String, String>> copy = new ArrayList<>(lines.length);
        for (Header line : lines) {
            String value = line.getValue();
            copy.add(Map.entry(line.getName(), value == null ? "" : value));
        }
        try {
            return HttpHeaders.ofLines(copy);
        } catch (IllegalArgumentException e) {
            throw new BadAnswer("one of its headers holds a control character", e);
        }
    }

    /** Whether the body is packed because we asked for that. What a caller asked for is the caller's to unpack. */
    static boolean packed(HttpCall call, HttpHeaders answer) {
        return call.headers().first("Accept-Encoding").isEmpty()
                && answer.first("Content-Encoding")
                        .filter(coding -> coding.strip().equalsIgnoreCase("gzip")
                                || coding.strip().equalsIgnoreCase("x-gzip"))
                        .isPresent();
    }
}

package io.github.openstackjvm.testkit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;

/** Masks secrets by the names of fields, parameters and headers: one rule for all that the fake shows. */
final class Redaction {
    static final String MASK = "***";

    /**
     * By the ends of names, without case and separators: {@code secret_ref}, {@code password_expires_at} and the like are
     * none. {@code blob} is a credential of Keystone's, {@code psk} a key of a VPN.
     */
    private static final Pattern SECRET = Pattern.compile(
            ".*(password|passwd|passcode|secret|token|receipt|verifier|cookie|authorization|signature|sig"
                    + "|(access|api|auth|private|sync)key|tempurlkey2?)"
                    + "|adminpass|blob|payload|psk|userdata");

    private static final Pattern SEPARATORS = Pattern.compile("[_.:-]");
    /** Where tokens stand in paths. */
    private static final Pattern TOKEN = Pattern.compile("(?<=/v2\\.0/tokens/|/os-console-auth-tokens/)[^/]+");

    private static final int LONGEST = 64 * 1024;

    private Redaction() {}

    /** Whether what goes by this name is nobody's business. */
    static boolean secret(String name) {
        return SECRET.matcher(SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""))
                .matches();
    }

    static String path(String path) {
        return TOKEN.matcher(path).replaceAll(MASK);
    }

    /** Of headers or parameters. */
    static Map<String, List<String>> values(Map<String, List<String>> all) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        all.forEach((name, values) -> shown.put(name, secret(name) ? List.of(MASK) : List.copyOf(values)));
        return shown;
    }

    static String body(FakeRequest request) {
        String type = request.headers().first("Content-Type").orElse("");
        if (request.body().length() == 0) {
            return "";
        }
        if (!type.contains("json") || request.body().length() > LONGEST) {
            return request.body().toString();
        }
        try {
            return new String(Json.bytes(masked(Json.read(request.body().bytes()), "")), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            return request.body() + ", not JSON";
        }
    }

    private static @Nullable Object masked(@Nullable Object value, String parent) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> masked(item, parent)).toList();
        }
        if (!(value instanceof Map)) {
            return value;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        Json.object(value).forEach((name, child) -> {
            boolean token = parent.equals("token") && name.equals("id");
            // What is sorted under such a name has names of its own, and yes or no tells nothing.
            boolean secret = secret(name) && !(child instanceof Map) && !(child instanceof Boolean);
            Json.put(copy, name, child != null && (token || secret) ? MASK : masked(child, name));
        });
        return copy;
    }
}

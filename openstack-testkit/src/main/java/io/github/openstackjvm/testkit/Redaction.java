package io.github.openstackjvm.testkit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Masks secrets by the names of fields and headers. */
final class Redaction {
    static final String MASK = "***";

    /** Parts of the names of what the fake keeps secret, whatever service it is of. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|secret|temp-url-key|sync-key|blob).*");

    private static final int LONGEST = 64 * 1024;
    private static final Set<String> FIELDS = Set.of(
            "password",
            "adminpass",
            "admin_pass",
            "original_password",
            "secret",
            "private_key",
            "user_data",
            "payload",
            "auth_key",
            "psk");
    private static final Set<String> HEADERS =
            Set.of("x-auth-token", "x-subject-token", "x-service-token", "authorization", "x-storage-token");

    private Redaction() {}

    /** Whether what goes by this name is nobody's business. References to secrets are none. */
    static boolean secret(String name) {
        boolean reference = name.endsWith("_id") || name.endsWith("_ref");
        return FIELDS.contains(name.toLowerCase(Locale.ROOT))
                || (!reference && SECRET.matcher(name).matches());
    }

    static Map<String, List<String>> headers(HttpHeaders headers) {
        Map<String, List<String>> map = headers.toMap();
        map.replaceAll((name, values) -> HEADERS.contains(name) ? List.of(MASK) : List.copyOf(values));
        return map;
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
            boolean secret = FIELDS.contains(name.toLowerCase(Locale.ROOT)) && !(child instanceof Map);
            Json.put(copy, name, child != null && (token || secret) ? MASK : masked(child, name));
        });
        return copy;
    }
}

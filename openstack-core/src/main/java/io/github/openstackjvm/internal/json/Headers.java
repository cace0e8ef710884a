package io.github.openstackjvm.internal.json;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Headers as an object of JSON, for models that services keep in them. */
public final class Headers {
    private static final Pattern METADATA = Pattern.compile("x-[a-z]+-meta-(.+)");

    /** What is about the answer, and not about the resource. */
    private static final Set<String> NOT_OF_THE_RESOURCE = Set.of(
            "connection",
            "date",
            "keep-alive",
            "server",
            "set-cookie",
            "strict-transport-security",
            "transfer-encoding",
            "vary",
            "via",
            "x-openstack-request-id",
            "x-trans-id");

    private Headers() {}

    /** The object that these headers are for this model, of the resource with this name. */
    public static byte[] object(HttpHeaders headers, @Nullable String name, Class<?> model) {
        Set<String> known = fields(model);
        Map<String, Object> object = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> header : headers.toMap().entrySet()) {
            String value = String.join(",", header.getValue());
            Matcher meta = METADATA.matcher(header.getKey());
            if (meta.matches() && !known.contains(header.getKey())) {
                metadata.put(meta.group(1), value);
            } else if (!NOT_OF_THE_RESOURCE.contains(header.getKey())) {
                object.put(header.getKey(), value);
            }
        }
        object.put("metadata", metadata);
        if (name != null) {
            object.put("name", name);
        }
        return Json.write(object);
    }

    private static Set<String> fields(Class<?> model) {
        Set<String> fields = new HashSet<>();
        for (RecordComponent component : model.getRecordComponents()) {
            JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
            JsonAlias alias = component.getAccessor().getAnnotation(JsonAlias.class);
            if (property != null) {
                fields.add(property.value());
            }
            if (alias != null) {
                fields.addAll(List.of(alias.value()));
            }
        }
        return fields;
    }
}

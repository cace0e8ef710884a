package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** Bodies of Neutron requests: taken apart and checked in Neutron's order, since the first complaint is the answer. */
final class NetworkBody {
    private final String one;
    private final String many;
    private final List<Attribute> attributes;

    NetworkBody(String one, String many, List<Attribute> attributes) {
        this.one = one;
        this.many = many;
        this.attributes = attributes;
    }

    /** The items of a create request, one or many, with defaults filled in; null values are kept. */
    List<Map<String, Object>> forCreate(Call call) {
        Map<String, Object> body = json(call);
        List<Map<String, Object>> items = new ArrayList<>();
        if (body.get(many) instanceof List<?> list) {
            if (list.isEmpty()) {
                throw Refusal.badRequest("Resources required");
            }
            list.forEach(item -> items.add(item(item)));
        } else {
            items.add(item(body.get(one)));
        }
        return items.stream().map(item -> filled(call, item)).toList();
    }

    /** Whether a create request has many items. */
    boolean many(Call call) {
        return json(call).get(many) instanceof List;
    }

    /** What an update request changes. */
    Map<String, Object> forUpdate(Call call) {
        Map<String, Object> item = item(json(call).get(one));
        checkProject(call, item);
        checkKnown(item);
        for (Attribute attribute : attributes) {
            if (item.containsKey(attribute.name) && !attribute.update()) {
                throw Refusal.badRequest("Cannot update read-only attribute " + attribute.name);
            }
        }
        Map<String, Object> changes = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            if (item.containsKey(attribute.name)) {
                Json.put(changes, attribute.name, attribute.check(item.get(attribute.name)));
            }
        }
        return changes;
    }

    static Map<String, Object> json(Call call) {
        try {
            return Json.object(call.json());
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "MalformedRequestBody", "Malformed request body: Cannot understand JSON.");
        }
    }

    private Map<String, Object> item(@Nullable Object item) {
        if (item == null) {
            throw Refusal.badRequest("Unable to find '" + one + "' in request body");
        }
        if (!(item instanceof Map)) {
            throw Refusal.badRequest("Object '" + one + "' contains invalid data");
        }
        return new LinkedHashMap<>(Json.object(item));
    }

    private Map<String, Object> filled(Call call, Map<String, Object> item) {
        String project = checkProject(call, item);
        checkKnown(item);
        for (Attribute attribute : attributes) {
            boolean there = item.containsKey(attribute.name);
            if (there && !attribute.create()) {
                throw Refusal.badRequest("Attribute '" + attribute.name + "' not allowed in POST");
            }
            if (!there && attribute.isRequired()) {
                throw Refusal.badRequest(
                        "Failed to parse request. Required attribute '" + attribute.name + "' not specified");
            }
        }
        Map<String, Object> filled = Json.map();
        for (Attribute attribute : attributes) {
            boolean there = item.containsKey(attribute.name);
            if (attribute.create() && (there || !attribute.isAbsent())) {
                Object value = there ? attribute.check(item.get(attribute.name)) : attribute.initial();
                Json.put(filled, attribute.name, value);
            }
        }
        filled.put("project_id", project);
        return filled;
    }

    /** The project a thing is for. Both names are one attribute; only administrators may name another project. */
    private static String checkProject(Call call, Map<String, Object> item) {
        String own = call.caller().projectId();
        Object project = item.containsKey("project_id") ? item.get("project_id") : item.get("tenant_id");
        if (project != null && !Objects.equals(project, own) && !call.caller().admin()) {
            throw Refusal.badRequest("Specifying 'project_id' or 'tenant_id' other than the authenticated project in "
                    + "request requires admin or advsvc privileges");
        }
        item.remove("tenant_id");
        item.remove("project_id");
        return project == null ? own : String.valueOf(project);
    }

    private void checkKnown(Map<String, Object> item) {
        List<String> unknown = item.keySet().stream()
                .filter(name -> attributes.stream().noneMatch(attribute -> attribute.name.equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest(
                    "Unrecognized attribute(s) '" + unknown.stream().collect(Collectors.joining(", ")) + "'");
        }
    }
}

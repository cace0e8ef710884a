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
import io.github.openstackjvm.testkit.engine.Python;
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
        Map<String, Object> body = checked(call);
        List<Map<String, Object>> items = new ArrayList<>();
        if (body.containsKey(many)) {
            items.addAll(several(body.get(many)));
        } else {
            items.add(item(body.get(one)));
        }
        return items.stream().map(item -> filled(call, item)).toList();
    }

    private List<Map<String, Object>> several(@Nullable Object given) {
        if (given == null || given.equals("") || given.equals(List.of()) || given.equals(Map.of())) {
            throw Refusal.badRequest("Resources required");
        }
        if (!(given instanceof List<?> list)) {
            throw noBody();
        }
        List<Map<String, Object>> items = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Map)) {
                throw noBody();
            }
            Map<String, Object> item = Json.object(each);
            items.add(item(item.getOrDefault(one, item)));
        }
        return items;
    }

    /** Whether a create request has many items. */
    boolean many(Call call) {
        return json(call).get(many) instanceof List;
    }

    /** What an update request changes. */
    Map<String, Object> forUpdate(Call call) {
        Map<String, Object> body = checked(call);
        if (body.containsKey(many)) {
            throw Refusal.badRequest("Bulk operation not supported");
        }
        Map<String, Object> item = item(body.get(one));
        boolean moves = item.containsKey("tenant_id") || item.containsKey("project_id");
        checkProject(call, item);
        checkKnown(item);
        if (moves) {
            throw Refusal.badRequest("Cannot update read-only attribute tenant_id");
        }
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

    /** A body is an object, before anything is asked of it. */
    private static Map<String, Object> checked(Call call) {
        try {
            Object body = call.json();
            if (!(body instanceof Map) && call.request().body().length() > 0) {
                throw noBody();
            }
            return Json.object(body);
        } catch (JsonProcessingException e) {
            throw noBody();
        }
    }

    private static Refusal noBody() {
        return Refusal.badRequest("Body contains invalid data");
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
        boolean named = item.containsKey("project_id") || item.containsKey("tenant_id");
        Object project = item.containsKey("project_id") ? item.get("project_id") : item.get("tenant_id");
        if (item.containsKey("tenant_id") && !Objects.equals(project, item.get("tenant_id"))) {
            throw Refusal.badRequest("'project_id' and 'tenant_id' do not match");
        }
        if (named && !Objects.equals(project, own) && !call.caller().admin()) {
            throw Refusal.badRequest("Specifying 'project_id' or 'tenant_id' other than the authenticated project in "
                    + "request requires admin or advsvc privileges");
        }
        item.remove("tenant_id");
        item.remove("project_id");
        if (named && !(project instanceof String)) {
            throw Attribute.invalid("tenant_id", "'" + Python.str(project) + "' is not a valid string");
        }
        return named ? String.valueOf(project) : own;
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

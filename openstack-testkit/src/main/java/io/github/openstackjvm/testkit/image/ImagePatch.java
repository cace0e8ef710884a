package io.github.openstackjvm.testkit.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** The changes of an update, in Glance's form of JSON patch. */
final class ImagePatch {
    private static final String TYPE = "application/openstack-images-v2.%s-json-patch";
    private static final Set<String> READ_ONLY = Set.of(
            "created_at",
            "updated_at",
            "status",
            "checksum",
            "size",
            "virtual_size",
            "direct_url",
            "self",
            "file",
            "schema",
            "id",
            "os_hash_algo",
            "os_hash_value");
    private static final Set<String> RESERVED = Set.of("location", "deleted", "deleted_at");
    private static final List<String> OPERATIONS = List.of("add", "remove", "replace");
    private static final Pattern ADJACENT = Pattern.compile("/\\s*?/");
    private static final Pattern BAD_TILDE = Pattern.compile("~[^01]");

    private ImagePatch() {}

    /**
     * One change.
     *
     * @param operation add, remove or replace
     * @param field the field or property
     * @param value what it shall be
     */
    record Change(String operation, String field, @Nullable Object value) {}

    /** The changes that were sent, once they make sense. */
    static List<Change> of(Call call) {
        String type = call.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!type.equals(TYPE.formatted("1")) && !type.equals(TYPE.formatted("0"))) {
            throw new Refusal(415, type);
        }
        if (!(FakeImage.body(call) instanceof List<?> list)) {
            throw Refusal.badRequest("Request body must be a JSON array of operation objects.");
        }
        List<Change> changes = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?>)) {
                throw Refusal.badRequest("Operations must be JSON objects.");
            }
            Map<String, Object> raw = Json.object(item);
            changes.add(change(type.equals(TYPE.formatted("0")) ? newer(raw) : raw));
        }
        return changes;
    }

    /** In the first form of patches, the operation was the name of the path. */
    private static Map<String, Object> newer(Map<String, Object> raw) {
        List<String> named = OPERATIONS.stream().filter(raw::containsKey).toList();
        if (named.size() != 1) {
            throw Refusal.badRequest("Operation objects must contain " + (named.isEmpty() ? "exactly" : "only")
                    + " one member named \"add\", \"remove\", or \"replace\".");
        }
        Map<String, Object> change = Json.map("op", named.get(0));
        Json.put(change, "path", raw.get(named.get(0)));
        if (raw.containsKey("value")) {
            Json.put(change, "value", raw.get("value"));
        }
        return change;
    }

    private static Change change(Map<String, Object> raw) {
        String available = "It must be one of the following: " + String.join(", ", OPERATIONS) + ".";
        Object operation = raw.get("op");
        if (operation == null) {
            throw Refusal.badRequest("Unable to find `op` in JSON Schema change. " + available);
        }
        if (!OPERATIONS.contains(operation)) {
            throw Refusal.badRequest("Invalid operation: `" + operation + "`. " + available);
        }
        if (!(raw.get("path") instanceof String pointer)) {
            throw Refusal.badRequest("Unable to find 'path' in JSON Schema change");
        }
        List<String> path = path(pointer);
        String field = path.get(0);
        int depth = field.equals("locations") && !operation.equals("replace") ? 2 : 1;
        if (path.size() != depth) {
            throw Refusal.badRequest("Invalid JSON pointer for this resource: '/" + String.join("/", path) + "'");
        }
        if (!operation.equals("remove") && !raw.containsKey("value")) {
            throw Refusal.badRequest("Operation \"" + operation + "\" requires a member named \"value\".");
        }
        checkField(field);
        if (!operation.equals("remove")) {
            Object value = raw.get("value");
            ImageSchema.IMAGE.check(Json.map(field, depth == 2 ? List.of(value == null ? "" : value) : value));
        }
        return new Change((String) operation, field, raw.get("value"));
    }

    private static void checkField(String field) {
        if (READ_ONLY.contains(field)) {
            throw Refusal.forbidden("Attribute '" + field + "' is read-only.");
        }
        if (RESERVED.contains(field) || field.startsWith("os_glance_")) {
            throw Refusal.forbidden("Attribute '" + field + "' is reserved.");
        }
    }

    private static List<String> path(String pointer) {
        if (!pointer.startsWith("/")) {
            throw Refusal.badRequest("Pointer `" + pointer + "` does not start with \"/\".");
        }
        if (ADJACENT.matcher(pointer.substring(1)).find()) {
            throw Refusal.badRequest("Pointer `" + pointer + "` contains adjacent \"/\".");
        }
        if (pointer.length() > 1 && pointer.endsWith("/")) {
            throw Refusal.badRequest("Pointer `" + pointer + "` end with \"/\".");
        }
        if (BAD_TILDE.matcher(pointer).find() || pointer.endsWith("~")) {
            throw Refusal.badRequest(
                    "Pointer `" + pointer + "` contains \"~\" not part of a recognized escape sequence.");
        }
        List<String> path = new ArrayList<>();
        for (String part : pointer.replaceFirst("^/+", "").split("/", -1)) {
            path.add(part.replace("~1", "/").replace("~0", "~").strip());
        }
        return path;
    }
}

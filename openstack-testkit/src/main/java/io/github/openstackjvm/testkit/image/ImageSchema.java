package io.github.openstackjvm.testkit.image;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;

/** What Glance says an image and its members look like. */
final class ImageSchema {
    private static final String UUID =
            "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$";
    private static final List<String> TEXT_OR_NULL = List.of("null", "string");

    /** One image. */
    static final JsonSchema IMAGE = new JsonSchema("image", image());

    /** One member. */
    static final JsonSchema MEMBER = new JsonSchema("member", schema("member", member()));

    /** One task. */
    static final JsonSchema TASK = new JsonSchema("task", schema("task", task(true)));

    private ImageSchema() {}

    /** Names of the fields that every image has. */
    static boolean base(String field) {
        return Json.object(IMAGE.document().get("properties")).containsKey(field);
    }

    /** A page of these. */
    static Map<String, Object> many(String name, Map<String, Object> one) {
        Map<String, Object> properties = Json.map(
                name,
                Json.map("type", "array", "items", one),
                "first",
                Json.map("type", "string"),
                "next",
                Json.map("type", "string"),
                "schema",
                Json.map("type", "string"));
        if (name.equals("members")) {
            properties.remove("first");
            properties.remove("next");
        }
        Map<String, Object> schema = Json.map("name", name, "properties", properties);
        if (!name.equals("members")) {
            schema.put(
                    "links",
                    List.of(
                            Json.map("rel", "first", "href", "{first}"),
                            Json.map("rel", "next", "href", "{next}"),
                            Json.map("rel", "describedby", "href", "{schema}")));
        } else {
            schema.put("links", List.of(Json.map("rel", "describedby", "href", "{schema}")));
        }
        return schema;
    }

    /** A page of tasks, which shows less of each than asking for it does. */
    static Map<String, Object> tasks() {
        return many("tasks", schema("task", task(false)));
    }

    private static Map<String, Object> schema(String name, Map<String, Object> properties) {
        return Json.map("name", name, "properties", properties);
    }

    private static Map<String, Object> image() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Json.map("type", "string", "description", "An identifier for the image", "pattern", UUID));
        properties.put("name", text("Descriptive name for the image", 255));
        properties.put(
                "status",
                Json.map(
                        "type",
                        "string",
                        "readOnly",
                        true,
                        "description",
                        "Status of the image",
                        "enum",
                        List.of(
                                "queued",
                                "saving",
                                "active",
                                "killed",
                                "deleted",
                                "uploading",
                                "importing",
                                "pending_delete",
                                "deactivated")));
        properties.put(
                "visibility",
                Json.map(
                        "type",
                        "string",
                        "description",
                        "Scope of image accessibility",
                        "enum",
                        List.of("community", "public", "private", "shared")));
        properties.put("protected", flag("If true, image will not be deletable."));
        properties.put("os_hidden", flag("If true, image will not appear in default image list response."));
        properties.put("checksum", shown("md5 hash of image contents.", 32));
        properties.put("os_hash_algo", shown("Algorithm to calculate the os_hash_value", 64));
        properties.put(
                "os_hash_value",
                shown("Hexdigest of the image contents using the algorithm specified by the os_hash_algo", 128));
        properties.put("owner", text("Owner of the image", 255));
        properties.put("size", counted("Size of image file in bytes"));
        properties.put("virtual_size", counted("Virtual size of image in bytes"));
        properties.put(
                "container_format",
                oneOf(
                        "Format of the container",
                        null,
                        "ami",
                        "ari",
                        "aki",
                        "bare",
                        "ovf",
                        "ova",
                        "docker",
                        "compressed"));
        properties.put(
                "disk_format",
                oneOf(
                        "Format of the disk",
                        null,
                        "ami",
                        "ari",
                        "aki",
                        "vhd",
                        "vhdx",
                        "vmdk",
                        "raw",
                        "qcow2",
                        "vdi",
                        "iso",
                        "ploop"));
        properties.put("created_at", time("Date and time of image registration"));
        properties.put("updated_at", time("Date and time of the last image modification"));
        properties.put(
                "tags",
                Json.map(
                        "type",
                        "array",
                        "description",
                        "List of strings related to the image",
                        "items",
                        Json.map("type", "string", "maxLength", 255)));
        properties.put("direct_url", time("URL to access the image file kept in external store"));
        properties.put("min_ram", whole("Amount of ram (in MB) required to boot image."));
        properties.put("min_disk", whole("Amount of disk space (in GB) required to boot image."));
        properties.put("self", time("An image self url"));
        properties.put("file", time("An image file url"));
        properties.put(
                "stores",
                time("Store in which image data resides.  Only present when the operator has enabled multiple stores. "
                        + " May be a comma-separated list of store identifiers."));
        properties.put("schema", time("An image schema url"));
        properties.put(
                "locations",
                Json.map(
                        "type",
                        "array",
                        "items",
                        Json.map(
                                "type",
                                "object",
                                "properties",
                                Json.map(
                                        "url", Json.map("type", "string", "maxLength", 255),
                                        "metadata", Json.map("type", "object")),
                                "required",
                                List.of("url", "metadata")),
                        "description",
                        "A set of URLs to access the image file kept in external store"));
        return Json.map(
                "name",
                "image",
                "properties",
                properties,
                "additionalProperties",
                Json.map("type", "string"),
                "links",
                List.of(
                        Json.map("rel", "self", "href", "{self}"),
                        Json.map("rel", "enclosure", "href", "{file}"),
                        Json.map("rel", "describedby", "href", "{schema}")));
    }

    private static Map<String, Object> member() {
        return Json.map(
                "member_id",
                Json.map("type", "string", "description", "An identifier for the image member (tenantId)"),
                "image_id",
                Json.map("type", "string", "description", "An identifier for the image", "pattern", UUID),
                "created_at",
                Json.map("type", "string", "description", "Date and time of image member creation"),
                "updated_at",
                Json.map("type", "string", "description", "Date and time of last modification of image member"),
                "status",
                Json.map(
                        "type",
                        "string",
                        "description",
                        "The status of this image member",
                        "enum",
                        List.of("pending", "accepted", "rejected")),
                "schema",
                Json.map("readOnly", true, "type", "string"));
    }

    private static Map<String, Object> task(boolean whole) {
        Map<String, Object> properties = Json.map(
                "id", described("An identifier for the task", "pattern", UUID),
                "type",
                        described(
                                "The type of task represented by this content",
                                "enum",
                                List.of("import", "api_image_import")),
                "status",
                        described(
                                "The current status of this task",
                                "enum",
                                List.of("pending", "processing", "success", "failure")));
        if (whole) {
            List<String> objectOrNull = List.of("null", "object");
            properties.put(
                    "input",
                    Json.map("description", "The parameters required by task, JSON blob", "type", objectOrNull));
            properties.put(
                    "result", Json.map("description", "The result of current task, JSON blob", "type", objectOrNull));
        }
        properties.put("owner", described("An identifier for the owner of this task"));
        if (whole) {
            properties.put(
                    "message",
                    described(
                            "Human-readable informative message only included when appropriate (usually on failure)"));
        }
        properties.put("image_id", described("Image associated with the task"));
        properties.put("request_id", described("Human-readable informative request-id"));
        properties.put("user_id", described("User associated with the task"));
        properties.put(
                "expires_at",
                Json.map(
                        "description",
                        "Datetime when this resource would be subject to removal",
                        "type",
                        TEXT_OR_NULL));
        properties.put("created_at", described("Datetime when this resource was created"));
        properties.put("updated_at", described("Datetime when this resource was updated"));
        properties.put("self", Json.map("readOnly", true, "type", "string"));
        properties.put("schema", Json.map("readOnly", true, "type", "string"));
        return properties;
    }

    private static Map<String, Object> described(String description, Object... more) {
        Map<String, Object> schema = Json.map("description", description);
        schema.putAll(Json.map(more));
        schema.put("type", "string");
        return schema;
    }

    private static Map<String, Object> text(String description, int longest) {
        return Json.map("type", TEXT_OR_NULL, "description", description, "maxLength", longest);
    }

    private static Map<String, Object> shown(String description, int longest) {
        return Json.map("type", TEXT_OR_NULL, "readOnly", true, "description", description, "maxLength", longest);
    }

    private static Map<String, Object> counted(String description) {
        return Json.map("type", List.of("null", "integer"), "readOnly", true, "description", description);
    }

    private static Map<String, Object> time(String description) {
        return Json.map("type", "string", "readOnly", true, "description", description);
    }

    private static Map<String, Object> whole(String description) {
        return Json.map("type", "integer", "description", description);
    }

    private static Map<String, Object> flag(String description) {
        return Json.map("type", "boolean", "description", description);
    }

    private static Map<String, Object> oneOf(String description, @Nullable Object... values) {
        return Json.map("type", TEXT_OR_NULL, "description", description, "enum", Arrays.asList(values));
    }
}

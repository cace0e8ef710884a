package io.github.openstackjvm.testkit.image;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Json;

/** What Glance says definitions of metadata look like. */
final class MetadefSchema {
    private static final List<Object> TYPES =
            Arrays.asList("array", "boolean", "integer", "number", "object", "string", null);

    /** A namespace with all that is in it. */
    static final JsonSchema NAMESPACE =
            new JsonSchema("namespace", closed("namespace", namespace(), definitions(), "namespace"));

    /** An object. */
    static final JsonSchema OBJECT = new JsonSchema("object", closed("object", object(), definitions(), "name"));

    /** A property that stands by itself. */
    static final JsonSchema PROPERTY =
            new JsonSchema("property", closed("property", property(), propertyDefinitions(), "name", "type", "title"));

    /** A property under its name. */
    static final JsonSchema PROPERTY_OF_OBJECT =
            new JsonSchema("property", closed("property", property(), propertyDefinitions(), "type", "title"));

    /** A tag. */
    static final JsonSchema TAG = new JsonSchema("tag", closed("tag", tag(), Map.of(), "name"));

    /** Several tags. */
    static final JsonSchema TAGS = new JsonSchema("tags", closed("tags", tags(), Map.of()));

    /** That a namespace is meant for a kind of thing. */
    static final JsonSchema RESOURCE_TYPE = new JsonSchema(
            "resource_type_association", closed("resource_type_association", resourceType(), Map.of(), "name"));

    private MetadefSchema() {}

    /** All of them by their names. */
    static Map<String, Map<String, Object>> documents() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        all.put("namespace", NAMESPACE.document());
        all.put("namespaces", many("namespaces", NAMESPACE.document()));
        all.put("object", OBJECT.document());
        all.put("objects", many("objects", OBJECT.document()));
        all.put("property", PROPERTY.document());
        all.put("properties", properties(PROPERTY_OF_OBJECT.document()));
        all.put("tag", TAG.document());
        all.put("tags", many("tags", TAG.document()));
        all.put("resource_type", RESOURCE_TYPE.document());
        all.put("resource_types", many("resource_type_associations", RESOURCE_TYPE.document()));
        return all;
    }

    private static Map<String, Object> closed(
            String name, Map<String, Object> properties, Map<String, Object> definitions, String... required) {
        Map<String, Object> schema = Json.map("name", name, "properties", properties, "additionalProperties", false);
        if (!definitions.isEmpty()) {
            schema.put("definitions", definitions);
        }
        if (required.length > 0) {
            schema.put("required", List.of(required));
        }
        return schema;
    }

    /** The definitions stand around the page and not in each item. */
    private static Map<String, Object> many(String name, Map<String, Object> one) {
        return page(name, Json.map("type", "array", "items", bare(one)), one);
    }

    private static Map<String, Object> properties(Map<String, Object> one) {
        return page("properties", Json.map("type", "object", "additionalProperties", bare(one)), one);
    }

    private static Map<String, Object> bare(Map<String, Object> one) {
        Map<String, Object> bare = new LinkedHashMap<>(one);
        bare.remove("definitions");
        return bare;
    }

    private static Map<String, Object> page(String name, Map<String, Object> items, Map<String, Object> one) {
        Map<String, Object> page = Json.map(
                "name",
                name,
                "properties",
                Json.map(name, items, "first", kind("string"), "next", kind("string"), "schema", kind("string")),
                "links",
                List.of(
                        Json.map("rel", "first", "href", "{first}"),
                        Json.map("rel", "next", "href", "{next}"),
                        Json.map("rel", "describedby", "href", "{schema}")));
        if (one.containsKey("definitions")) {
            page.put("definitions", one.get("definitions"));
        }
        return page;
    }

    private static Map<String, Object> kind(String type) {
        return Json.map("type", type);
    }

    private static Map<String, Object> text(String description, int longest) {
        return Json.map("type", "string", "description", description, "maxLength", longest);
    }

    private static Map<String, Object> name() {
        return Json.map("type", "string", "maxLength", 80);
    }

    private static Map<String, Object> time(String description) {
        return Json.map("type", "string", "readOnly", true, "description", description, "format", "date-time");
    }

    private static Map<String, Object> readOnly() {
        return Json.map("readOnly", true, "type", "string");
    }

    private static Map<String, Object> ref(String definition) {
        return Json.map("$ref", "#/definitions/" + definition);
    }

    private static Map<String, Object> namespace() {
        return Json.map(
                "namespace",
                text("The unique namespace text.", 80),
                "display_name",
                text("The user friendly name for the namespace. Used by UI if available.", 80),
                "description",
                text("Provides a user friendly description of the namespace.", 500),
                "visibility",
                Json.map(
                        "type",
                        "string",
                        "description",
                        "Scope of namespace accessibility.",
                        "enum",
                        List.of("public", "private")),
                "protected",
                Json.map("type", "boolean", "description", "If true, namespace will not be deletable."),
                "owner",
                text("Owner of the namespace.", 255),
                "created_at",
                time("Date and time of namespace creation"),
                "updated_at",
                time("Date and time of the last namespace modification"),
                "schema",
                readOnly(),
                "self",
                readOnly(),
                "resource_type_associations",
                list(Json.map("name", kind("string"), "prefix", kind("string"), "properties_target", kind("string"))),
                "properties",
                ref("property"),
                "objects",
                list(Json.map(
                        "name",
                        kind("string"),
                        "description",
                        kind("string"),
                        "required",
                        ref("stringArray"),
                        "properties",
                        ref("property"))),
                "tags",
                list(Json.map("name", kind("string"))));
    }

    private static Map<String, Object> list(Map<String, Object> properties) {
        return Json.map("type", "array", "items", Json.map("type", "object", "properties", properties));
    }

    private static Map<String, Object> object() {
        return Json.map(
                "name",
                name(),
                "description",
                kind("string"),
                "required",
                ref("stringArray"),
                "properties",
                ref("property"),
                "schema",
                readOnly(),
                "self",
                readOnly(),
                "created_at",
                time("Date and time of object creation"),
                "updated_at",
                time("Date and time of the last object modification"));
    }

    private static Map<String, Object> tag() {
        return Json.map(
                "name",
                name(),
                "created_at",
                time("Date and time of tag creation"),
                "updated_at",
                time("Date and time of the last tag modification"));
    }

    private static Map<String, Object> tags() {
        Map<String, Object> item = Json.map(
                "type",
                "object",
                "properties",
                Json.map("name", kind("string")),
                "required",
                List.of("name"),
                "additionalProperties",
                false);
        return Json.map("tags", Json.map("type", "array", "items", item));
    }

    private static Map<String, Object> resourceType() {
        return Json.map(
                "name",
                text(
                        "Resource type names should be aligned with Heat resource types whenever possible:"
                                + " https://docs.openstack.org/heat/latest/template_guide/openstack.html",
                        80),
                "prefix",
                text(
                        "Specifies the prefix to use for the given resource type. Any properties in the namespace should"
                                + " be prefixed with this prefix when being applied to the specified resource type. Must"
                                + " include prefix separator (e.g. a colon :).",
                        80),
                "properties_target",
                text(
                        "Some resource types allow more than one key / value pair per instance.  For example, Cinder"
                                + " allows user and image metadata on volumes. Only the image properties metadata is"
                                + " evaluated by Nova (scheduling or drivers). This property allows a namespace target to"
                                + " remove the ambiguity.",
                        80),
                "created_at",
                time("Date and time of resource type association"),
                "updated_at",
                time("Date and time of the last resource type association modification"));
    }

    private static Map<String, Object> property() {
        return Json.map(
                "name",
                name(),
                "title",
                kind("string"),
                "description",
                kind("string"),
                "operators",
                Json.map("type", "array", "items", kind("string")),
                "type",
                Json.map("type", "string", "enum", TYPES),
                "required",
                ref("stringArray"),
                "minimum",
                kind("number"),
                "maximum",
                kind("number"),
                "maxLength",
                ref("positiveInteger"),
                "minLength",
                ref("positiveIntegerDefault0"),
                "pattern",
                Json.map("type", "string", "format", "regex"),
                "enum",
                kind("array"),
                "readonly",
                kind("boolean"),
                "default",
                Json.map(),
                "items",
                Json.map(
                        "type",
                        "object",
                        "properties",
                        Json.map("type", Json.map("type", "string", "enum", TYPES), "enum", kind("array"))),
                "maxItems",
                ref("positiveInteger"),
                "minItems",
                ref("positiveIntegerDefault0"),
                "uniqueItems",
                Json.map("type", "boolean", "default", false),
                "additionalItems",
                kind("boolean"));
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> definitions = numbers();
        definitions.put("stringArray", Json.map("type", "array", "items", kind("string"), "uniqueItems", true));
        definitions.put(
                "property",
                Json.map(
                        "type",
                        "object",
                        "additionalProperties",
                        Json.map("type", "object", "required", List.of("title", "type"), "properties", property())));
        return definitions;
    }

    private static Map<String, Object> propertyDefinitions() {
        Map<String, Object> definitions = numbers();
        definitions.put(
                "stringArray", Json.map("type", "array", "items", kind("string"), "minItems", 1, "uniqueItems", true));
        return definitions;
    }

    private static Map<String, Object> numbers() {
        return Json.map(
                "positiveInteger",
                Json.map("type", "integer", "minimum", 0),
                "positiveIntegerDefault0",
                Json.map("allOf", List.of(ref("positiveInteger"), Json.map("default", 0))));
    }
}

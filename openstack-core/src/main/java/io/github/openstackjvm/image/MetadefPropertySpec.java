package io.github.openstackjvm.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Spec;

/** A property to define, or what is to stand in place of one. */
public final class MetadefPropertySpec extends Spec<MetadefPropertySpec> {

    /** A property with this name, of this type, which people see as that title. */
    public static MetadefPropertySpec of(String name, PropertyType type, String title) {
        return new MetadefPropertySpec().name(name).type(type).title(title);
    }

    /** Unique in its namespace, up to 80 characters. */
    public MetadefPropertySpec name(String name) {
        return set("name", name);
    }

    /** What kind of values it has. */
    public MetadefPropertySpec type(PropertyType type) {
        return set("type", type);
    }

    /** What people see. */
    public MetadefPropertySpec title(String title) {
        return set("title", title);
    }

    /** What it means. */
    public MetadefPropertySpec description(String text) {
        return set("description", text);
    }

    /** With which a filter may compare it, such as {@code <in>}. */
    public MetadefPropertySpec operators(String... operators) {
        return set("operators", List.of(operators));
    }

    /** What holds when it is not set. */
    public MetadefPropertySpec defaultValue(String value) {
        return set("default", value);
    }

    /** Whether users cannot set it. */
    public MetadefPropertySpec readOnly(boolean is) {
        return set("readonly", is);
    }

    /** Least number. */
    public MetadefPropertySpec minimum(long number) {
        return set("minimum", number);
    }

    /** Greatest number. */
    public MetadefPropertySpec maximum(long number) {
        return set("maximum", number);
    }

    /** The only values it can have. */
    public MetadefPropertySpec values(String... values) {
        return set("enum", List.of(values));
    }

    /** The regular expression that a text must match. */
    public MetadefPropertySpec pattern(String regex) {
        return set("pattern", regex);
    }

    /** Shortest text. */
    public MetadefPropertySpec minLength(long characters) {
        return set("minLength", characters);
    }

    /** Longest text. */
    public MetadefPropertySpec maxLength(long characters) {
        return set("maxLength", characters);
    }

    /** What the values of an array are, and which there can be; none: any. */
    public MetadefPropertySpec items(PropertyType type, String... values) {
        Map<String, Object> items = new LinkedHashMap<>();
        items.put("type", type);
        if (values.length > 0) {
            items.put("enum", List.of(values));
        }
        return set("items", items);
    }

    /** Whether no value of an array occurs twice. */
    public MetadefPropertySpec uniqueItems(boolean unique) {
        return set("uniqueItems", unique);
    }

    /** Fewest values of an array. */
    public MetadefPropertySpec minItems(long count) {
        return set("minItems", count);
    }

    /** Most values of an array. */
    public MetadefPropertySpec maxItems(long count) {
        return set("maxItems", count);
    }

    /** Whether an array may have other values, too. */
    public MetadefPropertySpec additionalItems(boolean allowed) {
        return set("additionalItems", allowed);
    }

    /** Its name. */
    String name() {
        return String.valueOf(value("name"));
    }

    @Override
    protected List<String> required() {
        return List.of("name", "type", "title");
    }
}

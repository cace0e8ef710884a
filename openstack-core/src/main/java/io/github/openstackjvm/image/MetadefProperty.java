package io.github.openstackjvm.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A property that images, volumes, flavors or others can have, as a namespace defines it: so that people who set it know what
 * it means and which values it takes. The constructor is not API.
 *
 * @param name unique in its namespace or object
 * @param type what kind of values it has
 * @param title what people see
 * @param description what it means
 * @param operators with which a filter may compare it
 * @param defaultValue what holds when it is not set
 * @param readOnly whether users cannot set it
 * @param minimum least number
 * @param maximum greatest number
 * @param values the only ones it can have; empty: any
 * @param pattern the regular expression that a text must match
 * @param minLength shortest text
 * @param maxLength longest text
 * @param confidential whether its value is not shown
 * @param items what the values of an array are
 * @param uniqueItems whether no value of an array occurs twice
 * @param minItems fewest values of an array
 * @param maxItems most values of an array
 * @param additionalItems whether an array may have other values, too
 * @param extras fields without a component of their own
 */
public record MetadefProperty(
        String name,
        PropertyType type,
        String title,
        @Nullable String description,
        List<String> operators,

        @JsonProperty("default") @Nullable String defaultValue,

        @JsonProperty("readonly") @Nullable Boolean readOnly,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @JsonProperty("enum") List<String> values,
        @Nullable String pattern,
        @JsonProperty("minLength") @Nullable Long minLength,
        @JsonProperty("maxLength") @Nullable Long maxLength,
        @Nullable Boolean confidential,
        @Nullable Items items,
        @JsonProperty("uniqueItems") @Nullable Boolean uniqueItems,
        @JsonProperty("minItems") @Nullable Long minItems,
        @JsonProperty("maxItems") @Nullable Long maxItems,
        @JsonProperty("additionalItems") @Nullable Boolean additionalItems,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<MetadefProperty> {

    /** Its name. */
    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }

    /** Where they stand under their names, they have no other. */
    static Map<String, MetadefProperty> named(Map<String, MetadefProperty> properties) {
        Map<String, MetadefProperty> named = new LinkedHashMap<>();
        properties.forEach((name, property) -> named.put(name, property.withName(name)));
        return Collections.unmodifiableMap(named);
    }

    private MetadefProperty withName(String other) {
        return new MetadefProperty(
                other,
                type,
                title,
                description,
                operators,
                defaultValue,
                readOnly,
                minimum,
                maximum,
                values,
                pattern,
                minLength,
                maxLength,
                confidential,
                items,
                uniqueItems,
                minItems,
                maxItems,
                additionalItems,
                extras);
    }

    /**
     * What the values of an array are.
     *
     * @param type what kind
     * @param values the only ones there can be; empty: any
     * @param extras fields without a component of their own
     */
    public record Items(
            PropertyType type,
            @JsonProperty("enum") List<String> values,
            @JsonAnySetter Map<String, @Nullable Object> extras) {}
}

package io.github.openstackjvm.image;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What kind of values a defined property has.
 *
 * @param value as on the wire
 */
public record PropertyType(String value) implements OpenValue {
    /** Text. */
    public static final PropertyType STRING = new PropertyType("string");
    /** A whole number. */
    public static final PropertyType INTEGER = new PropertyType("integer");
    /** Any number. */
    public static final PropertyType NUMBER = new PropertyType("number");
    /** True or false. */
    public static final PropertyType BOOLEAN = new PropertyType("boolean");
    /** Several values. */
    public static final PropertyType ARRAY = new PropertyType("array");
    /** Values with names. */
    public static final PropertyType OBJECT = new PropertyType("object");

    @Override
    public String toString() {
        return value;
    }
}

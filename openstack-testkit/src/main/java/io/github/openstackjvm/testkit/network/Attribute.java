package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;

import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** One attribute of a Neutron resource: when it may be given, what it is without, and what may be asked of lists by it. */
final class Attribute {
    final String name;
    private BinaryOperator<@Nullable Object> check = (name, value) -> value;
    private @Nullable Object initial;
    private boolean create;
    private boolean update;
    private boolean required;
    private boolean filter;
    private boolean sort;

    private Attribute(String name) {
        this.name = name;
    }

    /** An attribute only the service sets. */
    static Attribute readOnly(String name) {
        return new Attribute(name);
    }

    /** An attribute which may be given when creating; null unless told otherwise. */
    static Attribute given(String name) {
        Attribute attribute = new Attribute(name);
        attribute.create = true;
        return attribute;
    }

    Attribute required() {
        required = true;
        return this;
    }

    /** Its value when none is given. */
    Attribute initially(@Nullable Object value) {
        initial = value;
        return this;
    }

    /** It may be changed. */
    Attribute updatable() {
        update = true;
        return this;
    }

    /** Lists may be filtered by it. */
    Attribute filters() {
        filter = true;
        return this;
    }

    /** Lists may be filtered and sorted by it. */
    Attribute sorts() {
        sort = true;
        return filters();
    }

    /** What its values go through: refused, or made what is kept. */
    Attribute through(BinaryOperator<@Nullable Object> checkNameAndValue) {
        check = checkNameAndValue;
        return this;
    }

    /** A text of at most so many characters. */
    Attribute text(int max) {
        return through((name, value) -> {
            if (!(value instanceof String text)) {
                throw invalid(name, "'" + Python.str(value) + "' is not a valid string");
            }
            if (text.length() > max) {
                throw invalid(name, "'" + text + "' exceeds maximum length of " + max);
            }
            return text;
        });
    }

    /** True or false, in the forms Neutron takes. */
    Attribute flag() {
        return through((name, value) -> switch (String.valueOf(value).toLowerCase(Locale.ROOT)) {
            case "true", "1", "on", "t", "yes", "y" -> true;
            case "false", "0", "off", "f", "no", "n" -> false;
            default ->
                throw new Refusal(
                        400,
                        "InvalidInput",
                        "Invalid input for operation: '" + Python.str(value) + "' cannot be converted to boolean.");
        });
    }

    /** One of these. */
    Attribute oneOf(String... values) {
        return through((name, value) -> {
            if (!List.of(values).contains(String.valueOf(value))) {
                throw invalid(name, Python.str(value) + " is not in valid_values");
            }
            return value;
        });
    }

    static Refusal invalid(@Nullable Object name, String reason) {
        return Refusal.badRequest("Invalid input for " + name + ". Reason: " + reason + ".");
    }

    boolean create() {
        return create;
    }

    boolean update() {
        return update;
    }

    boolean isRequired() {
        return required;
    }

    boolean filter() {
        return filter;
    }

    boolean sort() {
        return sort;
    }

    @Nullable
    Object initial() {
        return initial;
    }

    @Nullable
    Object check(@Nullable Object value) {
        return check.apply(name, value);
    }
}

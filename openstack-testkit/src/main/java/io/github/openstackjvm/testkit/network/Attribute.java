package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

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
    private boolean absent;
    private boolean policed;
    private boolean hidden;
    private Consumer<String> filterCheck = value -> {};

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

    /** An attribute which is empty at first, and may be changed then. */
    static Attribute updateOnly(String name) {
        Attribute attribute = new Attribute(name);
        attribute.update = true;
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

    /** It has no value at all when none is given. */
    Attribute absent() {
        absent = true;
        return this;
    }

    /** A policy of its own says who may set it. */
    Attribute policed() {
        policed = true;
        return this;
    }

    /** It is never shown. */
    Attribute hidden() {
        hidden = true;
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

    /** Lists may be filtered by it; what it is compared with goes through this, which may refuse it. */
    Attribute filters(Consumer<String> checkFilter) {
        filterCheck = checkFilter;
        return filters();
    }

    /** Lists may be filtered and sorted by it. */
    Attribute sorts() {
        sort = true;
        return filters();
    }

    /** Lists may be sorted by it. */
    Attribute sortsOnly() {
        sort = true;
        return this;
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
        return through((name, value) -> Checks.flag(value));
    }

    /** A UUID. */
    Attribute uuid() {
        return through(Checks.that(Checks::uuid));
    }

    /** A UUID or null. */
    Attribute uuidOrNull() {
        return through(Checks.thatOrNull(Checks::uuid));
    }

    /** A text of at most so many characters, or null. */
    Attribute textOrNull(int max) {
        text(max);
        return through(Checks.orNull(check));
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

    boolean isAbsent() {
        return absent;
    }

    boolean isPoliced() {
        return policed;
    }

    boolean isHidden() {
        return hidden;
    }

    void checkFilter(String value) {
        filterCheck.accept(value);
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

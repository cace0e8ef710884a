package io.github.openstackjvm.testkit;

import java.util.List;
import java.util.Objects;

import io.github.openstackjvm.testkit.engine.Row;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one thing in a fake cloud.
 *
 * @param <S> the assertion itself
 */
public abstract class ResourceAssert<S extends ResourceAssert<S>> extends AbstractAssert<S, List<Row>> {
    private final Found found;

    ResourceAssert(Found found, Class<S> self) {
        super(found.rows(), self);
        this.found = found;
    }

    /** There is exactly one. */
    public S exists() {
        row();
        return myself;
    }

    /** There is none. */
    public S doesNotExist() {
        if (!actual.isEmpty()) {
            failWithMessage("Expected no %s, but there is %s", found, actual);
        }
        return myself;
    }

    /** Its field, as the wire names it, has this value. */
    public S has(String field, @Nullable Object value) {
        Object is = row().get(field);
        boolean same = (is instanceof Number a && value instanceof Number b)
                ? a.doubleValue() == b.doubleValue()
                : Objects.equals(is, value);
        if (!same) {
            failWithMessage("Expected %s to have %s <%s>, but it is <%s>", found, field, value, is);
        }
        return myself;
    }

    /** The one thing meant. */
    Row row() {
        if (actual.size() != 1) {
            failWithMessage(
                    "Expected one %s, but there are %s: %s",
                    found,
                    actual.size(),
                    found.all().all().stream().map(row -> row.text("name")).toList());
        }
        return actual.get(0);
    }

    Found found() {
        return found;
    }
}

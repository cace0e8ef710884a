package io.github.openstackjvm.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.github.openstackjvm.testkit.engine.Row;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one thing in a fake cloud, as the cloud knows it now: to look at it ends nothing that is under way.
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

    /** It belongs to the project of this name or id. */
    public S belongsTo(String project) {
        Object owner = row().get(row().fields().containsKey("owner") ? "owner" : "project_id");
        return check(
                found.named("identity/projects", owner, project),
                "to belong to the project %s, but it belongs to <%s>",
                project,
                found.nameOf("identity/projects", owner));
    }

    /**
     * Its field has this value. For what there is no better assertion for: fields are named as the fake keeps them, which is
     * mostly as on the wire; {@link FakeCloud#dump} shows them.
     */
    public S has(String field, @Nullable Object value) {
        Object is = row().get(field);
        boolean same = (is instanceof Number a && value instanceof Number b)
                ? a.doubleValue() == b.doubleValue()
                : Objects.equals(is, value);
        return check(same, "to have %s <%s>, but it is <%s>", field, value, is);
    }

    /** What the texts of a field are among. */
    S hasAmong(String field, String what, String wanted) {
        return check(
                row().texts(field).contains(wanted),
                "to have the %s %s, but it has %s",
                what,
                wanted,
                row().texts(field));
    }

    S hasPair(String field, String what, String key, @Nullable Object value) {
        Object is = row().object(field).get(key);
        return check(Objects.equals(is, value), "to have the %s %s=%s, but it is <%s>", what, key, value, is);
    }

    /** It refers to a thing of this kind by name or id. */
    S refersTo(String field, String kind, String what, String wanted) {
        Object is = row().get(field);
        return check(
                found.named(kind, is, wanted),
                "to have the %s %s, but it has <%s>",
                what,
                wanted,
                is == null ? "none" : found.nameOf(kind, is));
    }

    /** Fails unless it is so. */
    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be one more dependency
    S check(boolean holds, String expectation, @Nullable Object... arguments) {
        if (!holds) {
            failWithMessage("%s", "Expected " + found + " " + expectation.formatted(arguments));
        }
        return myself;
    }

    /** The names by which things of this kind go. */
    List<String> names(String kind, Collection<?> ids) {
        return ids.stream().map(id -> found.nameOf(kind, id)).toList();
    }

    /** The one thing meant. */
    Row row() {
        if (actual.size() != 1) {
            failWithMessage("Expected one %s, but there are %s. There are: %s", found, actual.size(), found.names());
        }
        return actual.get(0);
    }

    Found found() {
        return found;
    }
}

package io.github.openstackjvm.testkit;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Row;

/** Assertions about a container of the object store. */
public final class ContainerAssert extends ResourceAssert<ContainerAssert> {
    ContainerAssert(Found found) {
        super(found, ContainerAssert.class);
    }

    /** It holds exactly these objects, in whatever order. */
    public ContainerAssert hasObjects(String... names) {
        List<String> is = objects();
        return check(
                is.size() == names.length && is.containsAll(List.of(names)),
                "to hold the objects %s, but it holds %s",
                List.of(names),
                is);
    }

    /** It holds an object of this name, among others. */
    public ContainerAssert hasObject(String name) {
        return check(objects().contains(name), "to hold the object %s, but it holds %s", name, objects());
    }

    /** It holds no object of this name. */
    public ContainerAssert doesNotHaveObject(String name) {
        return check(!objects().contains(name), "not to hold the object %s", name);
    }

    /** It holds nothing. */
    public ContainerAssert isEmpty() {
        return check(objects().isEmpty(), "to be empty, but it holds %s", objects());
    }

    /** It has this pair of metadata. Names are compared without regard to case. */
    public ContainerAssert hasMetadata(String name, String value) {
        return hasHeader("X-Container-Meta-" + name, value);
    }

    /** It was given this header, such as {@code X-Container-Read}. */
    public ContainerAssert hasHeader(String name, String value) {
        return check(
                value.equals(header(row(), name)), "to have %s <%s>, but it has %s", name, value, row().get("headers"));
    }

    private List<String> objects() {
        Found found = found();
        return found.scope()
                .fake()
                .locked(() ->
                        found.in(objectsOf(row())).all().stream().map(Row::id).toList());
    }

    private static String objectsOf(Row container) {
        return "object-store/objects/" + container.text("account") + "/" + container.id();
    }

    static String header(Row row, String name) {
        for (Map.Entry<String, Object> header : row.object("headers").entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return String.valueOf(header.getValue());
            }
        }
        return "";
    }
}

package io.github.openstackjvm.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Assertions about an object of the object store. */
public final class ObjectAssert extends ResourceAssert<ObjectAssert> {
    ObjectAssert(Found found) {
        super(found, ObjectAssert.class);
    }

    /** Its data are these. */
    public ObjectAssert hasContent(byte[] bytes) {
        return check(
                Arrays.equals(body().bytes(), bytes),
                "to have %s bytes of other data, but it has %s",
                bytes.length,
                body());
    }

    /** Its data are this text in UTF-8. */
    public ObjectAssert hasContent(String text) {
        boolean same = Arrays.equals(body().bytes(), text.getBytes(StandardCharsets.UTF_8));
        return check(same, "to be <%s>, but it is <%s>", text, same ? text : body().text());
    }

    /** It has so many bytes of data. */
    public ObjectAssert hasSize(long bytes) {
        return check(body().length() == bytes, "to have %s bytes, but it has %s", bytes, body());
    }

    /** It is of this type, such as {@code text/plain}. */
    public ObjectAssert hasContentType(String type) {
        return has("type", type);
    }

    /** It has this pair of metadata. Names are compared without regard to case. */
    public ObjectAssert hasMetadata(String name, String value) {
        return hasHeader("X-Object-Meta-" + name, value);
    }

    /** It was given this header, such as {@code Content-Encoding}. */
    public ObjectAssert hasHeader(String name, String value) {
        return check(
                value.equals(ContainerAssert.header(row(), name)),
                "to have %s <%s>, but it has %s",
                name,
                value,
                row().get("headers"));
    }

    private FakeBody body() {
        return row().get("body") instanceof FakeBody body ? body : FakeBody.EMPTY;
    }
}

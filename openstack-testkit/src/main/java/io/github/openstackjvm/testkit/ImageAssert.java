package io.github.openstackjvm.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Assertions about an image. */
public final class ImageAssert extends ResourceAssert<ImageAssert> {
    ImageAssert(Found found) {
        super(found, ImageAssert.class);
    }

    /** Servers and volumes can be made from it. */
    public ImageAssert isActive() {
        return hasStatus("active");
    }

    /** Its status is this one, in Glance's words, such as {@code queued}. */
    public ImageAssert hasStatus(String status) {
        return has("status", status);
    }

    /** Who sees it: {@code public}, {@code community}, {@code shared} or {@code private}. */
    public ImageAssert hasVisibility(String visibility) {
        return has("visibility", visibility);
    }

    /** How its data are to be understood, such as {@code qcow2}. */
    public ImageAssert hasDiskFormat(String format) {
        return has("disk_format", format);
    }

    /** Nobody can delete it. */
    public ImageAssert isProtected() {
        return has("protected", true);
    }

    /** It has this property. */
    public ImageAssert hasProperty(String key, String value) {
        return hasPair("properties", "property", key, value);
    }

    /** It has this tag. */
    public ImageAssert hasTag(String tag) {
        return hasAmong("tags", "tag", tag);
    }

    /** It has so many bytes of data. */
    public ImageAssert hasSize(long bytes) {
        return has("size", bytes);
    }

    /** Its data are these. */
    public ImageAssert hasContent(byte[] bytes) {
        return check(
                row().get("data") instanceof FakeBody data && Arrays.equals(data.bytes(), bytes),
                "to have %s bytes of other data, but it has %s",
                bytes.length,
                row().get("data"));
    }

    /** Its data are this text in UTF-8. */
    public ImageAssert hasContent(String text) {
        return hasContent(text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.github.openstackjvm.image;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How data come into an image that is registered.
 *
 * @param value as on the wire
 */
public record ImportMethod(String value) implements OpenValue {
    /** Out of what was staged. */
    public static final ImportMethod GLANCE_DIRECT = new ImportMethod("glance-direct");
    /** From an address that the cloud fetches. */
    public static final ImportMethod WEB_DOWNLOAD = new ImportMethod("web-download");
    /** Out of a store where the image is, into others. */
    public static final ImportMethod COPY_IMAGE = new ImportMethod("copy-image");
    /** From the image service of another region. */
    public static final ImportMethod GLANCE_DOWNLOAD = new ImportMethod("glance-download");

    @Override
    public String toString() {
        return value;
    }
}

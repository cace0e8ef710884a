package io.github.openstackjvm.image;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Spec;

/** A task to begin. */
public final class ImageTaskSpec extends Spec<ImageTaskSpec> {

    /** Makes an image of what is at this address, in this format. */
    public static ImageTaskSpec importing(URI address, DiskFormat format, ImageSpec image) {
        return new ImageTaskSpec()
                .type("import")
                .input("import_from", address.toString())
                .input("import_from_format", format)
                .input("image_properties", image);
    }

    /** What kind of task; {@code import} is the only one that callers may begin. */
    public ImageTaskSpec type(String type) {
        return set("type", type);
    }

    /** An argument of the task, by its name on the wire. */
    public ImageTaskSpec input(String name, Object value) {
        return pair("input", name, value);
    }

    /** All arguments of the task. */
    public ImageTaskSpec input(Map<String, ?> arguments) {
        return set("input", arguments);
    }

    @Override
    protected List<String> required() {
        return List.of("type", "input");
    }
}

package io.github.openstackjvm.internal.wire;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.openstackjvm.error.InvalidSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a resource bears, from the step of its creation on, by which it is recognised later.
 *
 * @param name what kind of mark it is
 * @param key the caller's
 */
public record Mark(String name, String key) {
    private static final String KEY_NAME = "idempotency-key";

    /** Nova's tags end after 60 characters and have neither comma nor slash; Cinder's filters are literals of Python. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,40}");

    /** Refuses what not every service could keep. */
    public Mark {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidSpec("'" + key + "' cannot be the " + name.replace('-', ' ')
                    + " of anything: 1 to 40 letters of ASCII, digits, and . _ : - are one, such as a UUID");
        }
    }

    /** By which a creation is recognised that was asked for before. */
    public static Mark idempotency(String key) {
        return new Mark(KEY_NAME, key);
    }

    static boolean isIdempotency(String text) {
        return text.startsWith(KEY_NAME + "=");
    }

    /** By which it is recognised what one scope of clean-up made. */
    public static Mark cleanup(String tag) {
        return new Mark("cleanup-tag", tag);
    }

    /** Whether this model bears it: among its metadata or tags, or in its description. */
    public boolean isOn(Object model) {
        return (value(model, "metadata") instanceof Map<?, ?> pairs && key.equals(pairs.get(name)))
                || (value(model, "tags") instanceof Collection<?> tags && tags.contains(text()))
                || (value(model, "description") instanceof String words && words.contains(inWords()));
    }

    /** What a model has under this name, whichever kind of resource it is; null when it has nothing. */
    public static @Nullable Object value(Object model, String component) {
        try {
            return model.getClass().getMethod(component).invoke(model);
        } catch (ReflectiveOperationException e) {
            return null; // this kind has none
        }
    }

    /** For a description, beside other words: the brackets tell where it ends. */
    String inWords() {
        return "[" + text() + "]";
    }

    /** Name and key in one text. */
    public String text() {
        return name + "=" + key;
    }
}

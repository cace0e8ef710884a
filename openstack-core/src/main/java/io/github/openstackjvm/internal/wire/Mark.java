package io.github.openstackjvm.internal.wire;

import java.util.regex.Pattern;

import io.github.openstackjvm.error.InvalidSpec;

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
            throw new InvalidSpec("'" + key + "' cannot be an " + name.replace('-', ' ')
                    + ": 1 to 40 letters of ASCII, digits, and . _ : - are one, such as a UUID");
        }
    }

    /** By which a creation is recognised that was asked for before. */
    public static Mark idempotency(String key) {
        return new Mark(KEY_NAME, key);
    }

    /** Name and key in one text. */
    public String text() {
        return name + "=" + key;
    }
}

package io.github.openstackjvm.testkit.image;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Refusal;

/** How much an image may have. */
final class ImageLimits {
    /** Of properties, tags and members, so many. */
    static final int MOST = 128;

    private ImageLimits() {}

    /** Refuses a new image that has too much of something, or less than nothing. */
    static void check(Map<String, Object> wanted) {
        Object tags = wanted.get("tags");
        checkTags(tags instanceof List<?> list ? new LinkedHashSet<>(list).size() : 0);
        checkNegative(wanted, "min_disk");
        checkNegative(wanted, "min_ram");
        long properties = wanted.keySet().stream()
                .filter(field -> !ImageSchema.base(field))
                .count();
        checkProperties(properties);
    }

    static void checkTags(int count) {
        if (count > MOST) {
            throw tooMany("tags", count);
        }
    }

    static void checkProperties(long count) {
        if (count > MOST) {
            throw tooMany("properties", count);
        }
    }

    private static Refusal tooMany(String what, long count) {
        return new Refusal(
                413,
                "The limit has been exceeded on the number of allowed image " + what + ". Attempted: " + count
                        + ", Maximum: " + MOST);
    }

    private static void checkNegative(Map<String, Object> wanted, String field) {
        if (wanted.get(field) instanceof Number number && number.longValue() < 0) {
            throw negative(field, number);
        }
        if (wanted.get(field) instanceof Number number && number.longValue() > Integer.MAX_VALUE) {
            throw Refusal.badRequest("'" + field + "' value out of range, must not exceed " + Integer.MAX_VALUE + ".");
        }
    }

    /** What is said of a size below zero. */
    static Refusal negative(String field, Object value) {
        return Refusal.badRequest(
                "Invalid value '" + value + "' for parameter '" + field + "': Cannot be a negative value");
    }
}

package io.github.openstackjvm.testkit.objectstore;

import org.jspecify.annotations.Nullable;

/** How versions of objects are named where they lie hidden. */
final class VersionNames {
    private VersionNames() {}

    static String hiddenContainer(String container) {
        return "\0versions\0" + container;
    }

    static String hiddenObject(String object, Timestamp version) {
        return "\0" + object + "\0" + version.inverse();
    }

    static Timestamp time(String version) {
        Timestamp time = Timestamp.parse(version);
        if (time == null) {
            throw new Refused(400, "Invalid version parameter");
        }
        return time;
    }

    /** Name and version of a hidden object; null when it is none. */
    static @Nullable Version version(String hiddenName) {
        String[] parts = hiddenName.split("\0", -1);
        Timestamp inverse = parts.length == 3 && parts[0].isEmpty() ? Timestamp.parse(parts[2]) : null;
        return inverse == null ? null : new Version(parts[1], inverse.inverse().toString());
    }

    record Version(String name, String id) {}

    static SwiftRequest reserved(SwiftRequest request) {
        return request.with("X-Backend-Allow-Reserved-Names", "true");
    }
}

package io.github.openstackjvm.objectstore;

/** What goes with the bytes of an object. Everything may be left out. */
public final class ObjectSpec extends ObjectHeaders<ObjectSpec> {

    /** Puts it only if there is no object of that name; otherwise that is a {@code Conflict}. */
    public ObjectSpec ifAbsent() {
        return set("If-None-Match", "*");
    }

    /** The MD5 of the bytes in hexadecimal digits, if it is known before: Swift then refuses what differs. */
    public ObjectSpec etag(String md5) {
        return set("ETag", md5);
    }

    /** In a copy, none of the metadata of the object that is copied. */
    public ObjectSpec freshMetadata() {
        return set("X-Fresh-Metadata", "true");
    }

    /** What can be changed of an object. */
    public static final class Update extends ObjectHeaders<Update> {

        /** Takes these pairs of metadata away. */
        public Update removeMetadata(String... names) {
            for (String name : names) {
                set("X-Object-Meta-" + name.toLowerCase(java.util.Locale.ROOT), null);
            }
            return this;
        }

        /** Does not delete it by itself. */
        public Update neverDelete() {
            return set("X-Delete-At", null);
        }
    }
}

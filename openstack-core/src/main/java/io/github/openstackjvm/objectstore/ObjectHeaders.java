package io.github.openstackjvm.objectstore;

import java.time.Duration;
import java.time.Instant;

/**
 * What is set of an object when it is put, and later.
 *
 * @param <S> the specification itself
 */
public abstract class ObjectHeaders<S extends ObjectHeaders<S>> extends HeaderSpec<S> {
    static final String CONTENT_TYPE = "Content-Type";

    ObjectHeaders() {
        super("Object");
    }

    /** Its media type; left out, Swift goes by the name. */
    public final S contentType(String mediaType) {
        return set(CONTENT_TYPE, mediaType);
    }

    /** Such as {@code gzip}. Nothing is packed or unpacked. */
    public final S contentEncoding(String encoding) {
        return set("Content-Encoding", encoding);
    }

    /** How browsers are to show it, such as {@code attachment; filename="report.pdf"}. */
    public final S contentDisposition(String disposition) {
        return set("Content-Disposition", disposition);
    }

    /** In which language it is. */
    public final S contentLanguage(String language) {
        return set("Content-Language", language);
    }

    /** How long it may be kept by those who read it. */
    public final S cacheControl(String directives) {
        return set("Cache-Control", directives);
    }

    /** Deletes it at this time, which is rounded down to seconds. */
    public final S deleteAt(Instant time) {
        return set("X-Delete-At", time.getEpochSecond());
    }

    /** Deletes it after this time, by Swift's clock. */
    public final S deleteAfter(Duration time) {
        return set("X-Delete-After", time.toSeconds());
    }
}

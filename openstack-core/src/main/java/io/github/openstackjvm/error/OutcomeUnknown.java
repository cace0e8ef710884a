package io.github.openstackjvm.error;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A request that makes or changes something was sent, and its answer was lost, or was a 500, 502, 503 or 504 that leaves open
 * whether the service did it: it may have been carried out, or not. It was not repeated, since that might do it twice. Look
 * before trying again: {@link #lookAt()} says where, {@link #name()} and {@link #sentAt()} for what.
 */
public final class OutcomeUnknown extends OpenStackException {
    private static final long serialVersionUID = 1;

    private final String lookAt;
    private final @Nullable String name;
    private final Instant sentAt;

    /** With the circumstances, with where to look, and with what cut the answer off. */
    public OutcomeUnknown(
            String message,
            ErrorContext context,
            String lookAt,
            @Nullable String name,
            Instant sentAt,
            @Nullable Throwable cause) {
        super(message, context, cause);
        this.lookAt = lookAt;
        this.name = name;
        this.sentAt = sentAt;
    }

    /** The address to GET: of the list in which the new resource would be, or of the resource that was to be changed. */
    public String lookAt() {
        return lookAt;
    }

    /** The name that was asked for; empty when the request gave none. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** When it was sent for the first time, by this machine's clock: what is older is not its work. */
    public Instant sentAt() {
        return sentAt;
    }
}

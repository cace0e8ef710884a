package io.github.openstackjvm.testkit.engine;

import org.jspecify.annotations.Nullable;

/** A service says no: thrown by a handler, put into the service's own dialect by {@link FakeService#refuse}. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The status code of the answer. */
    private final int status;
    /** Name of the fault where the dialect has one. */
    private final @Nullable String type;

    /** A refusal of this status, in these words. */
    public Refusal(int status, String message) {
        this(status, null, message);
    }

    /** A refusal of a kind the service has a name for (Neutron's {@code type}). */
    public Refusal(int status, @Nullable String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    /** A 400. */
    public static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    /** A 403. */
    public static Refusal forbidden(String message) {
        return new Refusal(403, message);
    }

    /** A 404. */
    public static Refusal notFound(String message) {
        return new Refusal(404, message);
    }

    /** A 409. */
    public static Refusal conflict(String message) {
        return new Refusal(409, message);
    }

    /** The status code of the answer. */
    public int status() {
        return status;
    }

    /** Name of the fault; null where the dialect needs none. */
    public @Nullable String type() {
        return type;
    }

    /** The words of the answer. */
    public String message() {
        return String.valueOf(getMessage());
    }
}

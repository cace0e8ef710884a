package io.github.openstackjvm.transport;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** No complete answer came. Says why, and whether the request may have reached the server. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1;

    /** Why there is no answer. */
    public enum Reason {
        /** The server, or the proxy, could not be reached: name unknown, refused, no route, connect limit. Not sent. */
        UNREACHABLE(false),
        /** No TLS connection could be agreed on: certificate of either side, host name, protocol. Not sent. */
        UNTRUSTED(false),
        /** No connection of the pool became free in time. Not sent. */
        NO_CONNECTION_FREE(false),
        /** A kept connection was closed by the server while, or before, the request was sent; no byte of an answer came. */
        STALE_CONNECTION(true),
        /** The connection broke, or the server closed it, before the answer was complete. Some of it may have come. */
        BROKEN(true),
        /** A time limit passed: response, idle, or the total one, which may do so before the request was sent. */
        TIMEOUT(true),
        /** What came is not HTTP, or is larger than allowed. */
        MALFORMED(true),
        /** The source of the request's body failed or ended early. */
        SOURCE(true),
        /** The calling thread was interrupted; its flag is set. */
        INTERRUPTED(true),
        /** The transport was closed. */
        CLOSED(true);

        private final boolean maySent;

        Reason(boolean maySent) {
            this.maySent = maySent;
        }
    }

    /** Why there is no answer. */
    private final Reason reason;
    /** Whether a byte of the request may have left. */
    private final boolean sent;

    /** A failure after which the request may have reached the server, unless the reason rules that out. */
    public TransportException(Reason reason, String message, @Nullable Throwable cause) {
        this(reason, reason.maySent, message, cause);
    }

    /** A failure of which it is known whether a byte of the request may have left. */
    public TransportException(Reason reason, boolean sent, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.sent = sent;
    }

    /** Why there is no answer. */
    public Reason reason() {
        return reason;
    }

    /** False when it is certain that the server did not see the request. */
    public boolean sent() {
        return sent;
    }
}

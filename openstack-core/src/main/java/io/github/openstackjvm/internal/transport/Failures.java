package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

import io.github.openstackjvm.internal.transport.Exchange.Phase;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Says of every failure why there is no answer, in one sentence, and whether the request may have reached the server. */
final class Failures {
    private Failures() {}

    /**
     * What to throw.
     *
     * @param phase where the call stood when it failed
     * @param wire what passed over the connection so far, null when none was used
     */
    static TransportException of(Exchange exchange, Phase phase, @Nullable Wire wire, Exception e) {
        if (Thread.currentThread().isInterrupted()) {
            exchange.abortInterrupted(); // a virtual thread's socket, or the pool, saw it before the watch did
        }
        if (exchange.aborted()) {
            return new TransportException(exchange.reason(Reason.CLOSED), exchange.sent(), exchange.message(), e);
        }
        if (e instanceof TransportException already) {
            return already;
        }
        return switch (phase) {
            case QUEUED, LOOKUP ->
                unsent(Reason.UNREACHABLE, "No connection to " + exchange.label + ": " + detail(e), e);
            case CONNECT -> unsent(Reason.UNREACHABLE, connect(exchange, e), e);
            case TUNNEL ->
                unsent(Reason.UNREACHABLE, "The proxy broke the tunnel to " + exchange.label + ": " + detail(e), e);
            case HANDSHAKE -> handshake(exchange, e);
            case SENDING, WAITING, RECEIVING, PAUSED -> sent(exchange, wire, e);
        };
    }

    private static TransportException unsent(Reason reason, String message, Exception e) {
        return new TransportException(reason, false, message, e);
    }

    private static String connect(Exchange exchange, Exception e) {
        if (e instanceof SocketTimeoutException) {
            return "Connecting to " + exchange.label + " took longer than " + text(exchange.limits.connect());
        }
        if (e instanceof ConnectException && detail(e).toLowerCase(Locale.ROOT).contains("refused")) {
            return "Connecting to " + exchange.label + " was refused";
        }
        return "Connecting to " + exchange.label + " failed: " + detail(e);
    }

    private static TransportException handshake(Exchange exchange, Exception e) {
        if (e instanceof SSLException && !(e.getCause() instanceof IOException)) {
            return unsent(Reason.UNTRUSTED, "No trusted TLS connection to " + exchange.label + ": " + detail(e), e);
        }
        return unsent(
                Reason.UNREACHABLE,
                "The connection to " + exchange.label + " broke while agreeing on TLS: " + detail(e),
                e);
    }

    private static TransportException sent(Exchange exchange, @Nullable Wire wire, Exception e) {
        String label = exchange.label;
        if (e instanceof SourceFailure) {
            return new TransportException(Reason.SOURCE, exchange.sent(), String.valueOf(e.getMessage()), e.getCause());
        }
        if (e instanceof TruncatedChunkException || e instanceof TruncatedHead) {
            return broken(exchange, e);
        }
        if (e instanceof MessageConstraintException) {
            return new TransportException(
                    Reason.MALFORMED, "The head of the answer of " + label + " is too large: " + detail(e), e);
        }
        if (e instanceof HttpException || e instanceof MalformedChunkCodingException || e instanceof BadAnswer) {
            return new TransportException(
                    Reason.MALFORMED, "What " + label + " answered is malformed: " + detail(e), e);
        }
        boolean silent = wire == null || wire.silent();
        if (silent && wire != null && !wire.reused() && certificateRefused(e)) {
            // TLS 1.3 says so only after the client's own side of the handshake is done. Nothing was processed.
            return unsent(Reason.UNTRUSTED, label + " refused the client's certificate: " + detail(e), e);
        }
        if (silent && wire != null && wire.reused()) {
            return new TransportException(
                    Reason.STALE_CONNECTION, label + " had closed the kept connection: " + detail(e), e);
        }
        return broken(exchange, e);
    }

    private static TransportException broken(Exchange exchange, Exception e) {
        return new TransportException(
                Reason.BROKEN,
                exchange.sent(),
                "The connection to " + exchange.label + " broke before the answer was complete: " + detail(e),
                e);
    }

    private static boolean certificateRefused(Exception e) {
        String text = detail(e);
        return e instanceof SSLException
                && text.contains("fatal alert")
                && (text.contains("certificate") || text.contains("unknown_ca") || text.contains("access_denied"));
    }

    /** The words of the innermost cause that has any. */
    static String detail(Throwable e) {
        String text = e.getClass().getSimpleName();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                text = cause.getMessage();
            }
        }
        return text;
    }

    /** "10 s", "1.5 s", "500 ms". */
    static String text(Duration duration) {
        long millis = Exchange.nanos(duration) / 1_000_000;
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /** What passed over a connection in this call. */
    interface Wire {
        /** Whether an earlier call had used it. */
        boolean reused();

        /** Whether no byte of an answer came. */
        boolean silent();
    }

    /** The caller's own source failed, not the wire. */
    static final class SourceFailure extends IOException {
        private static final long serialVersionUID = 1;

        SourceFailure(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The answer is complete but makes no sense, or is too large. */
    static final class BadAnswer extends IOException {
        private static final long serialVersionUID = 1;

        BadAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The connection ended inside the head of the answer. */
    static final class TruncatedHead extends IOException {
        private static final long serialVersionUID = 1;

        TruncatedHead(@Nullable Throwable cause) {
            super("the head of the answer is incomplete", cause);
        }
    }
}

package io.github.openstackjvm.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.NotModified;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OverLimit;
import io.github.openstackjvm.error.QuotaExceeded;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Makes the exception of an answer that is not the one hoped for. */
final class ErrorMapper {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(300, "Multiple Choices"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(303, "See Other"),
            Map.entry(304, "Not Modified"),
            Map.entry(305, "Use Proxy"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(402, "Payment Required"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(407, "Proxy Authentication Required"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(411, "Length Required"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(416, "Range Not Satisfiable"),
            Map.entry(417, "Expectation Failed"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(423, "Locked"),
            Map.entry(428, "Precondition Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(498, "Rate Limited"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"),
            Map.entry(505, "HTTP Version Not Supported"),
            Map.entry(507, "Insufficient Storage"));

    private ErrorMapper() {}

    /**
     * The exception for this answer.
     *
     * @param body as it came, of which up to 64 KiB are looked at
     * @param now by which a date in {@code Retry-After} becomes a pause
     */
    static OpenStackException map(int status, HttpHeaders headers, byte[] body, CallFacts facts, Instant now) {
        Fault fault = FaultReader.read(status, headers, body);
        String words = status < 400 ? redirect(status, headers, facts.url()) : fault.message();
        String message = facts.sentence("answered " + status + reason(status), words, fault.requestId());
        ErrorContext context = facts.context(status, fault);
        Duration pause = RetryAfter.of(headers, now);
        Refusal refusal = Refusal.of(status, facts.service(), facts.method(), fault);
        return refusal == null
                ? byStatus(status, pause, message, context)
                : byRefusal(refusal, pause, message, context);
    }

    private static OpenStackException byRefusal(
            Refusal refusal, @Nullable Duration pause, String message, ErrorContext context) {
        return switch (refusal) {
            // Before any pause: Cinder sends "Retry-After: 0" with a quota that no waiting enlarges.
            case QUOTA -> new QuotaExceeded(message, context, null);
            case RATE -> new OverLimit(pause, message, context, null);
            case MICROVERSION -> new UnsupportedMicroversion(message, context, null);
            case IN_USE -> new Conflict(Conflict.Reason.IN_USE, message, context, null);
            case BUSY -> new Conflict(Conflict.Reason.BUSY, message, context, null);
            case EXISTS -> new Conflict(Conflict.Reason.EXISTS, message, context, null);
            case AMBIGUOUS -> new Conflict(Conflict.Reason.AMBIGUOUS, message, context, null);
            case CHANGED -> new Conflict(Conflict.Reason.CHANGED, message, context, null);
            case STATE -> new Conflict(Conflict.Reason.OTHER, message, context, null);
        };
    }

    private static OpenStackException byStatus(
            int status, @Nullable Duration pause, String message, ErrorContext context) {
        return switch (status) {
            case 304 -> new NotModified(message, context, null);
            case 401 -> new Unauthenticated(message, context, null);
            // A pause means a limit on requests, whatever the number before it.
            case 403 ->
                pause == null ? new Forbidden(message, context, null) : new OverLimit(pause, message, context, null);
            case 404, 410 -> new NotFound(message, context, null);
            // Of a proxy, not of the cloud.
            case 407 -> new OpenStackException(message, context, null);
            // Swift's word for an upload that came too slowly.
            case 408 -> new Unavailable(message, context, null);
            case 409 -> new Conflict(Conflict.Reason.OTHER, message, context, null);
            case 413 ->
                pause == null ? new BadRequest(message, context, null) : new OverLimit(pause, message, context, null);
            // 498 is what Swift's own rate limit answers.
            case 429, 498 -> new OverLimit(pause, message, context, null);
            // The service does not do this at all; trying again is as useless as with a 400.
            case 501, 505 -> new OpenStackException(message, context, null);
            default ->
                status >= 500
                        ? new Unavailable(message, context, null)
                        : status >= 400
                                ? new BadRequest(message, context, null)
                                : new OpenStackException(message, context, null);
        };
    }

    private static String elsewhere(String url, String location) {
        return Origin.resolve(url, location).filter(to -> Origin.same(url, to)).isPresent()
                ? ""
                : ", since that is not the origin of the service and must not see the token";
    }

    private static String reason(int status) {
        String reason = REASONS.get(status);
        return reason == null ? "" : " " + reason;
    }

    private static @Nullable String redirect(int status, HttpHeaders headers, String url) {
        return switch (status) {
            case 300 -> "several versions are offered here, and the call needs the URL of one of them";
            case 301, 302, 303, 307, 308 ->
                headers.first("Location")
                        .map(to -> "the redirect to " + Redaction.url(to) + " was not followed" + elsewhere(url, to))
                        .orElse("the redirect to nowhere was not followed");
            case 304 -> "nothing has changed since then";
            default -> "which is not an answer to this call";
        };
    }
}

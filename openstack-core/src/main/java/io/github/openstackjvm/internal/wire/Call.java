package io.github.openstackjvm.internal.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import feign.Request;
import io.github.openstackjvm.transport.HttpBody;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one call that is neither its path nor its body, and afterwards what its answer said beside the body.
 * Feign hands it untouched from the method to the client; it is used once.
 */
public final class Call extends Request.Options {
    private final Line line;
    private final Needs needs;
    private final @Nullable String parent;
    private final List<Map.Entry<String, String>> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Duration limit;
    private @Nullable HttpBody content;
    private @Nullable String subject;
    private boolean streaming;
    private int status;
    private boolean repetition;
    private boolean mayHaveHappened;
    private @Nullable String requestId;
    private boolean wasGone;
    private UnaryOperator<@Nullable String> answerHeaders = name -> null;

    /** A call by this way; within a parent, if there is one. */
    public Call(Line line, Needs needs, @Nullable String parent) {
        this.line = line;
        this.needs = needs;
        this.parent = parent;
    }

    /** Adds a parameter; the same name may occur again. */
    public Call query(String name, String value) {
        query.add(Map.entry(name, value));
        return this;
    }

    /** Adds parameters in their order. */
    public Call query(List<Map.Entry<String, String>> parameters) {
        query.addAll(parameters);
        return this;
    }

    /** Adds headers. */
    public Call headers(Map<String, String> more) {
        headers.putAll(more);
        return this;
    }

    /** Ends the whole call, repetitions included, within this time; null: that of the policy. */
    public Call within(@Nullable Duration time) {
        limit = time;
        return this;
    }

    /** Within which time the whole call ends; null: that of the policy. */
    public @Nullable Duration limit() {
        return limit;
    }

    /** Adds a header. */
    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sends this, of this type of media, in place of a body in JSON. */
    public Call content(String mediaType, HttpBody body) {
        content = body;
        return header("Content-Type", mediaType);
    }

    /** Leaves the answer's body on the wire: for methods that return an {@code HttpAnswer}, which must be closed. */
    public Call streaming() {
        streaming = true;
        return this;
    }

    /** Is about the resource with this id, where the answer does not say so itself: see {@link InHeaders}. */
    public Call about(String id) {
        subject = id;
        return this;
    }

    /** The id of the resource that this call is about; null when nobody needs to know. */
    public @Nullable String subject() {
        return subject;
    }

    /** By which way it goes. */
    public Line line() {
        return line;
    }

    /** What this call touches that not every microversion knows. */
    public Needs needs() {
        return needs;
    }

    /** The id that stands for <code>{parent}</code> in the path. */
    public String parent() {
        if (parent == null) {
            throw new IllegalStateException("This path needs the id of a parent");
        }
        return parent;
    }

    /** The parameters in their order. */
    public List<Map.Entry<String, String>> query() {
        return query;
    }

    /** The headers beside those of every call. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What is sent in place of a body in JSON; null when nothing is. */
    public @Nullable HttpBody content() {
        return content;
    }

    /** Whether the answer's body stays on the wire. */
    public boolean isStreaming() {
        return streaming;
    }

    /** Takes down what the answer said: its status, and its headers by their names, in any case. For the client. */
    public void answered(
            int withStatus, boolean again, @Nullable String id, boolean gone, UnaryOperator<@Nullable String> byName) {
        status = withStatus;
        repetition = again;
        mayHaveHappened = true;
        requestId = id;
        wasGone = gone;
        answerHeaders = byName;
    }

    /** Takes down that it failed, although one of its attempts may have been carried out. For the client. */
    public void failedInDoubt() {
        mayHaveHappened = true;
    }

    /** Whether it was carried out, or may have been. */
    public boolean mayHaveHappened() {
        return mayHaveHappened;
    }

    /** The id of what this call has made: under this key of its answer, or else in its header {@code Location}; empty: nowhere. */
    public String madeId(Map<?, ?> answer, String key) {
        Object id = answer.get(key);
        String address = answerHeader("Location");
        if (id != null) {
            return id.toString();
        }
        return address == null ? "" : address.substring(address.lastIndexOf('/') + 1);
    }

    /** A header of the answer, once answered; null when it has none of that name. */
    public @Nullable String answerHeader(String name) {
        return answerHeaders.apply(name);
    }

    /** The status of the answer, once answered. */
    public int status() {
        return status;
    }

    /** Whether an earlier attempt may have been carried out although its answer was lost. */
    public boolean isRepetition() {
        return repetition;
    }

    /** The service's id of the request, once answered. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Whether a repeated deletion found nothing any more. */
    public boolean wasGone() {
        return wasGone;
    }
}

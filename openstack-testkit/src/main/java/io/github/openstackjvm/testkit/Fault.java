package io.github.openstackjvm.testkit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with the calls it is for. It strikes every time unless {@link #times} says otherwise, and instead of the
 * call's effect unless {@link #afterEffect} says otherwise.
 */
public final class Fault {
    private final HttpMethod method;
    private final PathPattern path;

    private Kind kind = Kind.NONE;
    private int status;
    private @Nullable FakeResponse response;
    private Duration delay = Duration.ZERO;
    private @Nullable Duration retryAfter;
    private boolean after;
    private int left = Integer.MAX_VALUE;

    enum Kind {
        NONE,
        REPLY,
        DROP,
        TRUNCATE,
        EXPIRE
    }

    Fault(HttpMethod method, String path) {
        this.method = method;
        this.path = new PathPattern(path);
    }

    /** Answers with this status, in the words of the service. */
    public Fault reply(int newStatus) {
        kind = Kind.REPLY;
        status = newStatus;
        return this;
    }

    /** Answers exactly this. */
    public Fault reply(FakeResponse newResponse) {
        kind = Kind.REPLY;
        response = newResponse;
        return this;
    }

    /** Adds {@code Retry-After}, in seconds, to the answer. */
    public Fault retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    /** Closes the connection without an answer. */
    public Fault drop() {
        kind = Kind.DROP;
        return this;
    }

    /** Closes the connection in the middle of the answer's body. Implies {@link #afterEffect}. */
    public Fault truncate() {
        kind = Kind.TRUNCATE;
        return afterEffect();
    }

    /** Lets all tokens expire just before the call, so that it is refused with a 401 where it needs one. */
    public Fault expireTokens() {
        kind = Kind.EXPIRE;
        return this;
    }

    /** Lets this time pass on the fake's clock before the answer. Goes with every other fault, and alone. */
    public Fault delay(Duration time) {
        delay = time;
        return this;
    }

    /** Strikes when the call has had its effect: what was asked is done, only the answer is lost. */
    public Fault afterEffect() {
        after = true;
        return this;
    }

    /** Strikes so many times, then never again. */
    public Fault times(int n) {
        left = n;
        return this;
    }

    /** Strikes once. */
    public Fault once() {
        return times(1);
    }

    boolean strikes(JournalEntry call) {
        if (left == 0 || call.method() != method || !path.matches(call)) {
            return false;
        }
        left -= left == Integer.MAX_VALUE ? 0 : 1;
        return true;
    }

    Kind kind() {
        return kind;
    }

    int status() {
        return status;
    }

    @Nullable
    FakeResponse response() {
        return response;
    }

    Duration delay() {
        return delay;
    }

    boolean after() {
        return after;
    }

    FakeResponse decorated(FakeResponse answer) {
        return retryAfter == null ? answer : answer.with("Retry-After", String.valueOf(retryAfter.toSeconds()));
    }

    /** What it is for, and what it does. */
    @Override
    public String toString() {
        String what = switch (kind) {
            case NONE -> "goes on";
            case REPLY -> "answers " + (response == null ? status : response);
            case DROP -> "closes the connection";
            case TRUNCATE -> "breaks off in the middle of the answer";
            case EXPIRE -> "ends all tokens";
        };
        return method + " " + path + " " + what
                + (after && kind != Kind.TRUNCATE ? " after its effect" : "")
                + (delay.isZero() ? "" : ", " + Words.of(delay) + " later")
                + (retryAfter == null ? "" : ", to be tried again after " + Words.of(retryAfter))
                + Words.times(left);
    }
}

package io.github.openstackjvm.testkit;

import io.github.openstackjvm.transport.HttpHeaders;

/**
 * What a fake cloud answers.
 *
 * @param status the status code
 * @param headers all header lines but {@code Content-Length}, which the front derives
 * @param body empty when there is none
 */
public record FakeResponse(int status, HttpHeaders headers, FakeBody body) {

    /** An answer without a body. */
    public static FakeResponse of(int status) {
        return new FakeResponse(status, HttpHeaders.EMPTY, FakeBody.EMPTY);
    }

    /** The same answer with this header in place of all of that name. */
    public FakeResponse with(String name, String value) {
        return new FakeResponse(status, headers.with(name, value), body);
    }

    /** The same answer with one more header line. */
    public FakeResponse plus(String name, String value) {
        return new FakeResponse(status, headers.plus(name, value), body);
    }

    /** The same answer with another body. */
    public FakeResponse withBody(FakeBody other) {
        return new FakeResponse(status, headers, other);
    }

    /** Status and size: bodies may hold secrets. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body;
    }
}

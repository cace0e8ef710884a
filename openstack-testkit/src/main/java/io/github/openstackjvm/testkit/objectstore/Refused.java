package io.github.openstackjvm.testkit.objectstore;

/** A filter says no: the answer goes up the pipeline as any other. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SwiftResponse response;

    Refused(SwiftResponse response) {
        super(response.line(), null, false, false);
        this.response = response;
    }

    /** In the words that go with the status. */
    Refused(int status) {
        this(new SwiftResponse(status));
    }

    /** In these words. */
    Refused(int status, String words) {
        this(SwiftResponse.html(status, words));
    }

    static Refused plain(int status, String words) {
        return new Refused(SwiftResponse.plain(status, words));
    }

    SwiftResponse response() {
        return response;
    }
}

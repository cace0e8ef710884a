package io.github.openstackjvm.testkit.objectstore;

/** One step of the pipeline. */
@FunctionalInterface
interface Filter {

    /** Answers, or has the rest of the pipeline do so. */
    SwiftResponse handle(SwiftRequest request, App next);

    /** The rest of the pipeline. */
    @FunctionalInterface
    interface App {
        /** Answers a request. */
        SwiftResponse handle(SwiftRequest request);
    }

    /** This step before that rest. */
    default App before(App rest) {
        return request -> {
            try {
                return handle(request, rest);
            } catch (Refused refused) {
                return refused.response();
            }
        };
    }
}

package io.github.openstackjvm.testkit.compute;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** What servers say about what went wrong. */
final class Faults {
    private Faults() {}

    /** It went wrong on the cloud's side, in these words. */
    static void set(Row server, String now, String words) {
        server.set("fault", Json.map("code", 500, "created", now, "message", words, "details", traceback(words)));
    }

    /** What administrators get to see. */
    static String traceback(String words) {
        return "Traceback (most recent call last):\n  File \"/nova/compute/manager.py\", in decorated_function\n"
                + "nova.exception.NovaException: " + words + "\n";
    }
}

package io.github.openstackjvm.testkit.compute;

import java.time.Instant;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Schema;

/** When that must have changed last which a list is to show. */
record Changes(Instant since, Instant before) {
    private static final Changes ALWAYS = new Changes(Instant.MIN, Instant.MAX);

    /** Adds the parameters that ask for it. */
    static void know(Call call, Map<String, Schema> known) {
        known.put("changes-since", Forms.TIME);
        if (call.since("2.66")) {
            known.put("changes-before", Forms.TIME);
        }
    }

    /** What was asked for. */
    static Changes asked(Call call) {
        Changes asked = new Changes(
                call.query("changes-since").map(Text::time).orElse(ALWAYS.since),
                call.query("changes-before")
                        .filter(value -> call.since("2.66"))
                        .map(Text::time)
                        .orElse(ALWAYS.before));
        if (asked.before.isBefore(asked.since)) {
            throw Refusal.badRequest("The value of changes-since must be less than or equal to changes-before.");
        }
        return asked;
    }

    /** Whether anything was asked for. */
    boolean asked() {
        return !equals(ALWAYS);
    }

    /** Whether what changed at this time is shown. */
    boolean cover(String at) {
        Instant time = Instant.parse(at);
        return !time.isBefore(since) && !time.isAfter(before);
    }
}

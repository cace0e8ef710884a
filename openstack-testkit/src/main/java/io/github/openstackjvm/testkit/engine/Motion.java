package io.github.openstackjvm.testkit.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.Transitions;

/**
 * What goes on in the background. A resource says what begins; it is told when that has ended, which may be at once. What is
 * under way is kept as rows like everything else.
 */
public final class Motion {
    private static final String REGION = "";
    private static final String KIND = "engine/motion";

    private final World world;
    private final Transitions rules;
    private final Map<String, Arrival> arrivals = new HashMap<>();

    Motion(World world, Transitions rules) {
        this.world = world;
        this.rules = rules;
    }

    /** What happens when something ends. */
    public interface Arrival {
        /**
         * It has ended as it should.
         *
         * @param id of the thing it happened to
         * @param what it was, such as {@code resize}
         */
        void done(String id, String what);

        /** It has ended in an error, in these words. */
        void failed(String id, String what, String words);
    }

    /** Tells who is told about a kind, such as {@code server}, in a region. */
    public void tell(String region, String kind, Arrival arrival) {
        arrivals.put(region + "/" + kind, arrival);
        Transitions.check(kind);
    }

    /** Something begins to happen to a thing; what was under way with it before no longer is. */
    public void begin(String region, String kind, String id, String what) {
        forget(region, kind, id);
        Transitions.Rule rule = rules.begin(kind);
        Row motion = Row.of(
                "id",
                region + "/" + kind + "/" + id,
                "place",
                region + "/" + kind,
                "target",
                id,
                "what",
                what,
                "reads",
                rule.reads(),
                "due",
                rule.endless() ? null : world.now().plus(rule.time()).toString(),
                "fault",
                rule.fault());
        if (rule.reads() == 0 && rule.time().isZero() && !rule.endless()) {
            end(motion);
        } else {
            all().add(motion);
        }
    }

    /** Whether something is under way with a thing. */
    public boolean moving(String region, String kind, String id) {
        return all().has(region + "/" + kind + "/" + id);
    }

    /** What was under way with a thing no longer is. */
    public void forget(String region, String kind, String id) {
        all().remove(region + "/" + kind + "/" + id);
    }

    /** A thing is about to be shown: counts, and ends what was waiting for that. */
    public void read(String region, String kind, String id) {
        all().find(region + "/" + kind + "/" + id).ifPresent(motion -> {
            if (motion.number("reads") > 0) {
                motion.set("reads", motion.number("reads") - 1);
            } else if (due(motion)) {
                end(motion);
            }
        });
    }

    /** Ends everything whose time has come. */
    public void settle() {
        for (Row motion : all().where(each -> each.number("reads") == 0 && due(each))) {
            // One may have ended another.
            if (all().has(motion.id())) {
                end(motion);
            }
        }
    }

    /** Ends everything that is under way, whatever its rule. */
    public void finish() {
        for (List<Row> rest = all().all(); !rest.isEmpty(); rest = all().all()) {
            end(rest.get(0));
        }
    }

    private boolean due(Row motion) {
        return motion.get("due") != null && !world.now().isBefore(Instant.parse(motion.text("due")));
    }

    private void end(Row motion) {
        all().remove(motion.id());
        Arrival arrival = arrivals.get(motion.text("place"));
        if (arrival == null) {
            throw new IllegalStateException("Nobody is told about " + motion.text("place"));
        }
        if (motion.get("fault") == null) {
            arrival.done(motion.text("target"), motion.text("what"));
        } else {
            arrival.failed(motion.text("target"), motion.text("what"), motion.text("fault"));
        }
    }

    private FakeCollection all() {
        return world.collection(REGION, KIND);
    }
}

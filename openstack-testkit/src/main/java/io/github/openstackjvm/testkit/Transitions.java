package io.github.openstackjvm.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How long what goes on in the background takes: at once unless a rule says otherwise. The latest rule that fits wins.
 *
 * <p>Kinds are named as on the wire: {@code server}, {@code port}, {@code volume}, {@code snapshot}, {@code backup},
 * {@code group}, {@code group_snapshot}, {@code image}; and {@code *} is all of them. A rule is for what begins after it was
 * made.
 */
public final class Transitions {
    private static final List<String> KINDS =
            List.of("server", "port", "volume", "snapshot", "backup", "group", "group_snapshot", "image");

    private final List<Rule> rules = new ArrayList<>();

    private volatile boolean suspended;

    Transitions() {}

    /**
     * A rule for this kind; until it says more, it changes nothing.
     *
     * @throws IllegalArgumentException when nothing of this kind takes its time
     */
    public synchronized Rule of(String kind) {
        if (!kind.equals("*")) {
            check(kind);
        }
        Rule rule = new Rule(kind);
        rules.add(0, rule);
        return rule;
    }

    /** A rule for all kinds. */
    public Rule all() {
        return of("*");
    }

    /** Everything happens at once again. */
    public synchronized void reset() {
        rules.clear();
    }

    /**
     * Fails unless things of this kind take their time. For the engine.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public static void check(String kind) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("There are transitions of " + KINDS + ", not of " + kind);
        }
    }

    /** The rules, the latest first. */
    synchronized List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** The rules, the latest first. */
    @Override
    public synchronized String toString() {
        return rules.toString();
    }

    /** Everything happens at once while this is done, whatever the rules. */
    void suspended(Runnable work) {
        suspended = true;
        try {
            work.run();
        } finally {
            suspended = false;
        }
    }

    /** The rule for something of this kind that begins now. For the engine. */
    public synchronized Rule begin(String kind) {
        if (suspended) {
            return new Rule(kind);
        }
        for (Rule rule : rules) {
            if ((rule.kind.equals("*") || rule.kind.equals(kind)) && rule.take()) {
                return rule;
            }
        }
        return new Rule(kind);
    }

    /** How long something takes, and how it ends. */
    public static final class Rule {
        private final String kind;
        private int reads;
        private Duration time = Duration.ZERO;
        private boolean never;
        private @Nullable String fault;
        private int times = Integer.MAX_VALUE;

        private Rule(String kind) {
            this.kind = kind;
        }

        /** So many reads still show it on its way. */
        public Rule afterReads(int count) {
            reads = count;
            return this;
        }

        /** It takes this time on the fake's clock. */
        public Rule onClock(Duration duration) {
            time = duration;
            return this;
        }

        /** It does not end. */
        public Rule never() {
            never = true;
            return this;
        }

        /** It ends in an error, in these words. */
        public Rule fails(String words) {
            fault = words;
            return this;
        }

        /** The rule is for so many; the next ones are as if it had not been made. */
        public Rule times(int count) {
            times = count;
            return this;
        }

        private boolean take() {
            return times-- > 0;
        }

        /** Reads that show it on its way. */
        public int reads() {
            return reads;
        }

        /** Its time on the fake's clock. */
        public Duration time() {
            return time;
        }

        /** Whether it does not end. */
        public boolean endless() {
            return never;
        }

        /** How it fails; null when it does not. */
        public @Nullable String fault() {
            return fault;
        }

        /** What it is for, and what it says. */
        @Override
        public String toString() {
            return (kind.equals("*") ? "everything" : kind)
                    + (never ? " never ends" : time.isZero() && reads == 0 ? " at once" : "")
                    + (time.isZero() ? "" : " after " + Words.of(time))
                    + (reads == 0 ? "" : " after " + reads + " reads")
                    + (fault == null ? "" : ", fails: " + fault)
                    + Words.times(times);
        }
    }
}

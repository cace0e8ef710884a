package io.github.openstackjvm.testkit;

import java.util.List;

import org.assertj.core.api.AbstractAssert;

/** Assertions about calls. */
public final class CallsAssert extends AbstractAssert<CallsAssert, List<JournalEntry>> {
    private final Journal journal;
    private final String what;

    CallsAssert(Journal journal, HttpMethod method, String path) {
        super(journal.calls(method, path), CallsAssert.class);
        this.journal = journal;
        this.what = method + " " + path;
    }

    /** There were exactly so many. */
    public CallsAssert times(int n) {
        if (actual.size() != n) {
            failWithMessage(
                    "Expected %s to be called %s times, not %s. All calls:%n%s", what, n, actual.size(), journal);
        }
        return this;
    }

    /** There was exactly one. */
    public CallsAssert once() {
        return times(1);
    }

    /** There was none. */
    public CallsAssert never() {
        return times(0);
    }

    /** The last of them had this text in its body. */
    public CallsAssert lastBodyContains(String text) {
        if (actual.isEmpty() || !actual.get(actual.size() - 1).body().contains(text)) {
            failWithMessage(
                    "Expected the last %s to have <%s> in its body. Calls:%n%s",
                    what,
                    text,
                    actual.stream().map(call -> call + " " + call.body()).toList());
        }
        return this;
    }
}

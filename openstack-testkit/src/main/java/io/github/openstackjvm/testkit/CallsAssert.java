package io.github.openstackjvm.testkit;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about calls. Those that begin with {@code with} narrow which are meant; the others say how many of them there
 * were, or when.
 */
public final class CallsAssert extends AbstractAssert<CallsAssert, List<JournalEntry>> {
    private final Journal journal;
    private final String what;

    CallsAssert(Journal journal, String what, List<JournalEntry> calls) {
        super(calls, CallsAssert.class);
        this.journal = journal;
        this.what = what;
    }

    private CallsAssert narrowed(String how, Predicate<JournalEntry> test) {
        return new CallsAssert(
                journal, what + " " + how, actual.stream().filter(test).toList());
    }

    /** Those to the service of this type, such as {@code compute}. */
    @CheckReturnValue
    public CallsAssert withService(String type) {
        return narrowed("to " + type, call -> call.service().equals(type));
    }

    /** Those with this text somewhere in their body. Secrets are masked there. */
    @CheckReturnValue
    public CallsAssert withBody(String text) {
        return narrowed("with <" + text + "> in the body", call -> call.body().contains(text));
    }

    /**
     * Those whose JSON body has this value. Secrets are masked there.
     *
     * @param pointer where, such as {@code /server/name} or {@code /server/networks/0/uuid}
     */
    @CheckReturnValue
    public CallsAssert withJson(String pointer, @Nullable Object value) {
        return narrowed(
                "with " + pointer + " " + value,
                call -> call.has(pointer) && same(call.json(pointer).orElse(null), value));
    }

    // JSON knows one kind of number only.
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return (one instanceof Number a && other instanceof Number b)
                ? a.doubleValue() == b.doubleValue()
                : Objects.equals(one, other);
    }

    /** Those with this header. Names are compared without regard to case; tokens are masked. */
    @CheckReturnValue
    public CallsAssert withHeader(String name, String value) {
        return narrowed(
                "with the header " + name + ": " + value,
                call -> call.headers(name).contains(value));
    }

    /** Those with this parameter in the query. */
    @CheckReturnValue
    public CallsAssert withQuery(String name, String value) {
        return narrowed(
                "with the query " + name + "=" + value,
                call -> call.query().getOrDefault(name, List.of()).contains(value));
    }

    /** Those without a parameter of this name in the query. */
    @CheckReturnValue
    public CallsAssert withoutQuery(String name) {
        return narrowed("without the query " + name, call -> !call.query().containsKey(name));
    }

    /** Those that were answered with this status; 0: the connection was dropped instead. */
    @CheckReturnValue
    public CallsAssert withStatus(int status) {
        return narrowed("answered with " + status, call -> call.status() == status);
    }

    /** There were exactly so many. */
    public CallsAssert times(int n) {
        return check(actual.size() == n, "to be called " + n + " times");
    }

    /** There was exactly one. */
    public CallsAssert once() {
        return times(1);
    }

    /** There was none. */
    public CallsAssert never() {
        return times(0);
    }

    /** There were so many or more. */
    public CallsAssert atLeast(int n) {
        return check(actual.size() >= n, "to be called at least " + n + " times");
    }

    /** There were so many or fewer. */
    public CallsAssert atMost(int n) {
        return check(actual.size() <= n, "to be called at most " + n + " times");
    }

    /** The first of them came before the first of those of this verb and path; there were some of both. */
    public CallsAssert before(HttpMethod method, String path) {
        List<JournalEntry> all = journal.calls();
        List<JournalEntry> others = journal.calls(method, path);
        boolean so = !actual.isEmpty() && !others.isEmpty() && all.indexOf(actual.get(0)) < all.indexOf(others.get(0));
        return check(so, "to be called before " + method + " " + path);
    }

    /** The last of them had this text in its body. */
    public CallsAssert lastBodyContains(String text) {
        boolean so = !actual.isEmpty() && actual.get(actual.size() - 1).body().contains(text);
        return check(so, "to have <" + text + "> in the last body");
    }

    private CallsAssert check(boolean holds, String expectation) {
        if (!holds) {
            StringBuilder message =
                    new StringBuilder("Expected " + what + " " + expectation + ", not " + actual.size());
            actual.forEach(
                    call -> message.append("\n  ").append(call).append(' ').append(call.body()));
            failWithMessage(
                    "%s", message.append("\nAll calls:\n").append(journal).toString());
        }
        return this;
    }
}

package io.github.openstackjvm.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.transport.HttpBody;

/** Deletes many objects in few requests. */
final class BulkDeletion {
    /** A tenth of what clouds take by default, since each request lasts until all of its deletions are done. */
    private static final int AT_ONCE = 1000;

    private static final int NAMED = 5;

    private final Binding<StorageAccount.Api> account;

    BulkDeletion(Binding<StorageAccount.Api> account) {
        this.account = account;
    }

    /** Deletes what has these paths, which are encoded. */
    BulkReport delete(List<String> paths) {
        BulkReport all = new BulkReport(0, 0);
        for (int from = 0; from < paths.size(); from += AT_ONCE) {
            List<String> some = paths.subList(from, Math.min(paths.size(), from + AT_ONCE));
            byte[] text = (String.join("\n", some) + "\n").getBytes(StandardCharsets.UTF_8);
            Call call = account.call().query("bulk-delete", "true").content("text/plain", HttpBody.of(text));
            all = all.plus(report(account.api().delete(call)));
        }
        return all;
    }

    /** The report of such a request, or what it failed with: the status of the answer is 200 in any case. */
    static BulkReport report(BulkReport.Answer answer) {
        long done = answer.done() == null ? 0 : answer.done();
        long absent = answer.absent() == null ? 0 : answer.absent();
        String status = answer.status() == null ? "" : answer.status();
        if (!answer.errors().isEmpty() || !status.startsWith("2")) {
            StringJoiner words = new StringJoiner("; ");
            if (answer.words() != null && !answer.words().isBlank()) {
                words.add(answer.words());
            }
            answer.errors().stream()
                    .limit(NAMED)
                    .forEach(error -> words.add(Encoded.decode(error.get(0)) + ": " + error.get(1)));
            if (answer.errors().size() > NAMED) {
                words.add("and " + (answer.errors().size() - NAMED) + " more");
            }
            String message = "The object store answered " + status + " for "
                    + answer.errors().size() + " of many objects, with " + done + " done: " + words;
            throw status.startsWith("404")
                    ? new NotFound(message, ErrorContext.NONE, null)
                    : new OpenStackException(message, ErrorContext.NONE, null);
        }
        return new BulkReport(done, absent);
    }
}

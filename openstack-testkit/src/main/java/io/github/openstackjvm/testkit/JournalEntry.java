package io.github.openstackjvm.testkit;

import java.util.List;
import java.util.Map;

/**
 * One call the fake cloud got. Secrets are not in it.
 *
 * @param method the verb
 * @param path the whole path, such as {@code /compute/v2.1/servers}
 * @param operation the path below the service's version, such as {@code /servers}; the whole path when no service is meant
 * @param service the type of the service, such as {@code compute}; empty when no service is meant
 * @param query the query, decoded
 * @param headers names in lower case; tokens are masked
 * @param body the body of the request as text; secrets are masked
 * @param status what was answered; 0 when the connection was dropped instead
 * @param effect whether the service itself handled the call: false when a fault answered in its place
 * @param known whether the fake knows such an operation
 */
public record JournalEntry(
        HttpMethod method,
        String path,
        String operation,
        String service,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String body,
        int status,
        boolean effect,
        boolean known) {

    JournalEntry answered(int newStatus, boolean hadEffect) {
        return new JournalEntry(method, path, operation, service, query, headers, body, newStatus, hadEffect, known);
    }

    /** Method, path, query and status in one line. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : " " + query) + " -> "
                + (status == 0 ? "connection dropped" : status) + (effect ? "" : " (fault, no effect)");
    }
}

package io.github.openstackjvm.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * What an answer says about a failure. Nothing in it is secret.
 *
 * @param message the service's own words on one line; null when it has none
 * @param type the service's name for the failure, such as {@code NetworkInUse}; null when it gives none
 * @param requestId by which the operator finds the request in the logs; null when there is none
 * @param body the body as text, masked
 */
record Fault(
        @Nullable String message,
        @Nullable String type,
        @Nullable String requestId,
        String body) {}

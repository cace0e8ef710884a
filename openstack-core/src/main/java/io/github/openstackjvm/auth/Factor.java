package io.github.openstackjvm.auth;

import java.util.Map;

/**
 * One proof of who somebody is.
 *
 * @param method as Identity calls it, such as {@code password}
 * @param credentials what stands below that name
 */
record Factor(String method, Map<String, Object> credentials) {
    /** The method only: the rest is secret. */
    @Override
    public String toString() {
        return method;
    }
}

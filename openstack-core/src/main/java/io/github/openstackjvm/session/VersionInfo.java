package io.github.openstackjvm.session;

import org.jspecify.annotations.Nullable;

/**
 * One version of a service's API, as the service itself announces it.
 *
 * @param version the major version
 * @param status as the service writes it, such as {@code CURRENT}, {@code SUPPORTED}, {@code stable} or {@code DEPRECATED};
 *     empty when it says none
 * @param min the lowest microversion, null when there are none
 * @param max the highest microversion, null when there are none
 * @param url where this version is, at the host that the catalog names, without a slash at its end
 */
public record VersionInfo(
        ApiVersion version,
        String status,
        @Nullable Microversion min,
        @Nullable Microversion max,
        String url) {}

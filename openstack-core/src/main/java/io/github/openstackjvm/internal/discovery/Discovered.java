package io.github.openstackjvm.internal.discovery;

import java.util.List;

import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.VersionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where a version of a service is, and what it can do.
 *
 * @param url the address to which paths are appended, without a slash at its end
 * @param version null when neither the service nor its address tells
 * @param min the lowest microversion, null when there are none
 * @param max the highest microversion, null when there are none
 * @param versions all versions that the service announced where it was asked; empty when it announced none
 * @param lasting whether asking again would bring the same
 * @param trouble why it is not known what the service offers; null when it is known, though it may be nothing
 */
public record Discovered(
        String url,
        @Nullable ApiVersion version,
        @Nullable Microversion min,
        @Nullable Microversion max,
        List<VersionInfo> versions,
        boolean lasting,
        @Nullable OpenStackException trouble) {

    /** As the service says. */
    public Discovered(
            String url,
            @Nullable ApiVersion version,
            @Nullable Microversion min,
            @Nullable Microversion max,
            List<VersionInfo> versions) {
        this(url, version, min, max, versions, true, null);
    }

    /** Copies the list. */
    public Discovered {
        versions = List.copyOf(versions);
    }
}

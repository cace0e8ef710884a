package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A share of Manila that a server has. The constructor is not API.
 *
 * @param shareId the share, which is also how it is found here
 * @param status {@code inactive} while the server is off, {@code active} while it runs, {@code error}, or on the way
 * @param tag by which the guest mounts it
 * @param uuid Nova's record of it; for administrators
 * @param exportLocation where the share is; for administrators
 * @param extras fields without a component of their own
 */
public record ServerShare(
        String shareId,
        String status,
        @Nullable String tag,
        @Nullable String uuid,
        @Nullable String exportLocation,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<ServerShare> {

    @Override
    public String toString() {
        return Show.of(this);
    }

    @Override
    public String id() {
        return shareId;
    }
}

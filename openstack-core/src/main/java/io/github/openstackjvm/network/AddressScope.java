package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Where an address occurs only once, so that routers pass it without translation. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param projectId whose it is
 * @param ipVersion 4 or 6
 * @param shared whether other projects may use it
 * @param extras fields without a component of their own
 */
public record AddressScope(
        String id,
        String name,
        @Nullable String projectId,
        int ipVersion,
        boolean shared,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<AddressScope> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}

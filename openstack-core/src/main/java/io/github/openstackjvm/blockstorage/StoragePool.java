package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A pool of storage that the scheduler knows. The constructor is not API.
 *
 * @param name host, backend and pool, such as {@code node@lvm#pool}
 * @param capabilities what it can do and how much it has; only when asked for
 * @param extras fields without a component of their own
 */
public record StoragePool(
        String name,
        Map<String, @Nullable Object> capabilities,
        @JsonAnySetter Map<String, @Nullable Object> extras) implements Resource<StoragePool> {

    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}

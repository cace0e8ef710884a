package io.github.openstackjvm.blockstorage;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * By what users may filter a list. The constructor is not API.
 *
 * @param resource what is listed, such as {@code volume}
 * @param filters names of the filters; one that ends in {@code ~} finds parts of values, too
 * @param extras fields without a component of their own
 */
public record ResourceFilters(
        String resource,
        List<String> filters,
        @JsonAnySetter Map<String, @Nullable Object> extras) implements Resource<ResourceFilters> {

    @Override
    public String id() {
        return resource;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}

package io.github.openstackjvm.blockstorage;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Services whose unfinished work is being cleaned up, and those for which nobody can. The constructor is not API.
 *
 * @param cleaning for these somebody does
 * @param unavailable for these nobody can at present
 * @param extras fields without a component of their own
 */
public record CleanupResult(
        List<Worker> cleaning,
        List<Worker> unavailable,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /**
     * A service that is down.
     *
     * @param id its number
     * @param host where it ran
     * @param binary its name, such as {@code cinder-volume}
     * @param clusterName its cluster
     */
    public record Worker(
            long id,
            @Nullable String host,
            @Nullable String binary,
            @Nullable String clusterName) {}

    @Override
    public String toString() {
        return Show.of(this);
    }
}

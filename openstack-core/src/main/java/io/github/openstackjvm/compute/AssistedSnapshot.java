package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot that Nova takes of an attached volume on behalf of Cinder. The constructor is not API.
 *
 * @param id as Cinder gave it
 * @param volumeId the volume
 * @param extras fields without a component of their own
 */
public record AssistedSnapshot(
        String id,
        @JsonProperty("volumeId") String volumeId,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}

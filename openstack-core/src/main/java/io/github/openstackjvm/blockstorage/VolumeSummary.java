package io.github.openstackjvm.blockstorage;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * How many volumes there are. The constructor is not API.
 *
 * @param count how many
 * @param sizeGiB their size together, in GiB
 * @param metadata all keys of their metadata, with all values of each
 * @param extras fields without a component of their own
 */
public record VolumeSummary(
        @JsonProperty("total_count") int count,
        @JsonProperty("total_size") long sizeGiB,
        @Since("3.36") Map<String, List<String>> metadata,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}

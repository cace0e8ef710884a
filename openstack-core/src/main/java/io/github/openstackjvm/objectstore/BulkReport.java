package io.github.openstackjvm.objectstore;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a request has done to many objects.
 *
 * @param done how many were deleted, or made
 * @param absent how many were not there to be deleted
 */
public record BulkReport(long done, long absent) {

    /** Both together. */
    BulkReport plus(BulkReport other) {
        return new BulkReport(done + other.done, absent + other.absent);
    }

    /** The answer to such a request, whose status is in its body. */
    record Answer(
            @JsonProperty("Number Deleted") @JsonAlias("Number Files Created") @Nullable
            Long done,

            @JsonProperty("Number Not Found") @Nullable Long absent,
            @JsonProperty("Response Status") @Nullable String status,
            @JsonProperty("Response Body") @Nullable String words,
            @JsonProperty("Errors") List<List<String>> errors,
            @JsonAnySetter Map<String, @Nullable Object> extras) {}
}

package io.github.openstackjvm.image;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * A place where the cloud keeps the data of images. The constructor is not API.
 *
 * @param id any text
 * @param description null when there is none
 * @param isDefault whether data go there unless something else is asked for
 * @param readOnly whether nothing can be brought there
 * @param type such as {@code rbd}; null unless details were asked for
 * @param weight the larger, the sooner data are fetched from there; null unless details were asked for
 * @param properties what depends on the type; empty unless details were asked for
 * @param extras fields without a component of their own
 */
public record ImageStore(
        String id,
        @Nullable String description,
        @JsonProperty("default") boolean isDefault,
        @JsonProperty("read-only") boolean readOnly,
        @Since("2.15") @Nullable String type,
        @Since("2.15") @Nullable Integer weight,
        @Since("2.15") Map<String, @Nullable Object> properties,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<ImageStore> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}

package io.github.openstackjvm.image;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Extras;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Where data of an image are. The constructor is not API.
 *
 * @param url an address that means something to the service and its stores, such as {@code rbd://…}
 * @param metadata what the service knows about the place, such as {@code store}, the store's id
 * @param extras fields without a component of their own
 */
public record ImageLocation(
        String url,
        Map<String, @Nullable Object> metadata,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /** Keeps copies. */
    public ImageLocation {
        metadata = Extras.of(metadata);
        extras = Extras.of(extras);
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}

package io.github.openstackjvm.blockstorage;

import java.util.function.Function;

import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.resource.OpenValue;
import io.github.openstackjvm.resource.Resource;

/** Finds out why something failed in the background: an error status says nothing, but Cinder keeps a message. */
final class Faults {
    private final Messages messages;

    Faults(Messages messages) {
        this.messages = messages;
    }

    /** Tells by this status how far resources are, and by messages why they failed. */
    <T extends Resource<T>> Judge<T> judge(Function<T, ? extends OpenValue> status) {
        return new Judge<>(status, (failed, otherwise) -> of(failed.id(), otherwise));
    }

    /** The latest message about the resource with this id, or else these words. */
    String of(String resourceId, String otherwise) {
        try {
            return messages.list()
                    .resourceId(resourceId)
                    .first()
                    .map(Message::text)
                    .orElse(otherwise);
        } catch (UnsupportedMicroversion | NotFound | Forbidden | BadRequest | Unavailable | EndpointMissing e) {
            // Old clouds have no messages, and a policy may hide them: that something failed is known all the same.
            return otherwise;
        }
    }
}

package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.error.UnsupportedMicroversion;

/** Finds out why something failed in the background: an error status says nothing, but Cinder keeps a message. */
final class Faults {
    private final Messages messages;

    Faults(Messages messages) {
        this.messages = messages;
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

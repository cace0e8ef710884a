package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** What the project is told of orders that failed in the background. */
@Since("3.3")
public final class Messages extends ResourceCollection<Message>
        implements Lists<Message, Messages.Query>, Gets<Message>, Deletes<Message, Deleted> {

    @Wire(path = "/messages", one = "message", sorting = COMBINED, min = "3.3", max = "3.71")
    interface Api extends CrudApi<Message> {}

    Messages(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the messages, the newest first. {@code GET /messages}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /messages/{id}}. */
    @Override
    public Message get(Ref<Message> ref) {
        return read(ref);
    }

    /** Deletes one; all are deleted after some time. {@code DELETE /messages/{id}}. */
    @Override
    public Deleted delete(Ref<Message> ref) {
        return remove(ref);
    }

    /** A listing of messages. */
    public static final class Query extends Listing<Message, Query> {
        private static final VersionRange FILTERS = VersionRange.since(3, 5);

        Query(Question<Message> question) {
            super(question, Query::new);
        }

        /** About the resource with this id. */
        @Since("3.5")
        public Query resourceId(String id) {
            return with(FILTERS, "resource_uuid", id);
        }

        /** About resources of this kind, such as {@code VOLUME}. */
        @Since("3.5")
        public Query resourceType(String type) {
            return with(FILTERS, "resource_type", type);
        }

        /** About this event, such as {@code VOLUME_VOLUME_001_003}. */
        @Since("3.5")
        public Query eventId(String id) {
            return with(FILTERS, "event_id", id);
        }

        /** About the request with this id. */
        @Since("3.5")
        public Query requestId(String id) {
            return with(FILTERS, "request_id", id);
        }

        /** Of this level, such as {@code ERROR}. */
        @Since("3.5")
        public Query level(String level) {
            return with(FILTERS, "message_level", level);
        }
    }
}

package io.github.openstackjvm.testkit.blockstorage;

import java.util.function.BiPredicate;

import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Keeps users from taking a volume from a server behind Nova's back. */
final class AttachmentGuard {
    private BiPredicate<String, String> has = (server, attachment) -> false;

    /** Tells who knows whether a server has a volume by an attachment: Nova. */
    void ask(BiPredicate<String, String> serverHasAttachment) {
        has = serverHasAttachment;
    }

    /** Refuses when a server that Nova knows uses it. */
    void mayDetach(Row attachment) {
        String server = attachment.text("instance");
        boolean connected =
                !server.isEmpty() && !attachment.object("connection_info").isEmpty();
        if (connected && has.test(server, attachment.id())) {
            throw Refusal.conflict(
                    "ConflictNovaUsingAttachment: Detach volume from instance " + server + " using the Compute API");
        }
    }
}

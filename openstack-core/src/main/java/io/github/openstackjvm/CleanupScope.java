package io.github.openstackjvm;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what was made by way of it, unless all went well.
 *
 * <pre>{@code
 * try (CleanupScope scope = cloud.cleanupScope("ci-42")) {
 *   Network lan = scope.cloud().network().networks().create(NetworkSpec.named("lan"));
 *   ...
 *   scope.keep();  // left out, all of it is deleted in any case
 * }
 * }</pre>
 *
 * <p>What counts is what collections of {@link #cloud()} and its views make, on any thread; the latest goes first, and what is in
 * use or busy is tried again until the rest is gone. On the way, routers of the scope lose their subnets and subnets of the
 * scope their routers, volumes are detached, and containers emptied. What was made by a request whose answer was lost is looked
 * for by its tag as long as there is time, since it may come late; what is not found then is told as left.
 *
 * <p>Everything bears the scope's tag from its creation on, so that {@link Cloud#sweep} finds it after a crash: servers, volumes
 * and snapshots among their metadata, images among their tags, and backups and what Neutron makes in their description, beside
 * other words. Keypairs, server groups, containers and the like can bear nothing: they are deleted here, and not found by a
 * sweep. Neither are networks and ports that {@code createOrAdopt} made, whose description holds their key.
 *
 * <p>Not deleted are volumes that Nova makes for a server and leaves behind, objects put into containers that were there, what was
 * there and was made known to the cloud (volumes taken over, imported records of backups), and what was made by requests of
 * {@link Cloud#session()}. Images of servers and volumes, and volumes made of backups, bear no tag.
 *
 * <p>When the program is stopped, by Ctrl-C or a signal that lets it end, an open scope is cleaned up before it does. An
 * interrupt that ends the work does not keep it from cleaning up; a second one, during that, does.
 */
public final class CleanupScope implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.cleanup");

    private final Cloud outside;
    private final Ledger ledger;
    private final Thread atShutdown = new Thread(this::shutDown, "openstack-cleanup");
    private Duration deadline;
    private @Nullable CleanupReport report;
    private boolean kept;

    CleanupScope(Cloud outside, Ledger ledger) {
        this.outside = outside;
        this.ledger = ledger;
        this.deadline = outside.view().waiter().deadline(false);
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    /** The cloud whose collections tell this scope what they make. */
    public Cloud cloud() {
        return outside.recordedIn(ledger);
    }

    /** What everything bears that is made here, where it can. */
    public String tag() {
        return ledger.mark().key();
    }

    /**
     * The same scope, which cleans up no longer than this, waiting for what is being made included; as long as the policy waits
     * for a transition, unless it is said.
     */
    public synchronized CleanupScope within(Duration time) {
        deadline = time;
        return this;
    }

    /** What was made so far, in its order. */
    public List<CleanupReport.Item> made() {
        return ledger.content().made().stream().map(Ledger.Made::item).toList();
    }

    /**
     * All went well: nothing is deleted, and nothing more is made by way of this. Within another scope it is that one's now, what
     * is still being made included; it bears this one's tag all the same.
     *
     * @throws io.github.openstackjvm.error.Closed when the scope around has cleaned up already
     */
    public synchronized void keep() {
        if (report == null) {
            ledger.keep();
            kept = true;
            withdraw();
        }
    }

    /**
     * Deletes now what was made, and tells what became of it. Nothing more is made by way of this. Done once; asked again it
     * tells the same.
     */
    public synchronized CleanupReport remove() {
        if (report == null) {
            report = kept ? new CleanupReport(tag(), List.of(), List.of()) : removeAll();
            withdraw();
        }
        return report;
    }

    private CleanupReport removeAll() {
        // What ended the work may have been an interrupt. What was made has to go all the same.
        boolean interrupted = Thread.interrupted();
        Duration left = deadline;
        try {
            left = ledger.end(deadline);
        } catch (InterruptedException e) {
            interrupted = true;
            Thread.currentThread().interrupt();
        }
        try {
            CleanupReport done = new Removal(outside, ledger.mark(), ledger.content(), left).run();
            done.removed().forEach(item -> LOG.info("Deleted {}", item));
            done.left().forEach(rest -> LOG.warn("Could not delete {}", rest));
            return done;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Deletes what was made, unless it is kept.
     *
     * @throws io.github.openstackjvm.error.CleanupIncomplete naming each resource that is left, and why
     */
    @Override
    public void close() {
        remove().orThrow();
    }

    /** Whoever comes second, this or the program's own thread, waits for the first. */
    private void shutDown() {
        LOG.info("The program ends: what was made with the tag '{}' is deleted", tag());
        remove();
    }

    private void withdraw() {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException e) {
            LOG.debug("The program is ending already");
        }
    }
}

package io.github.openstackjvm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.internal.wire.Keys;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Lists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What scopes of clean-up with one tag have left behind in a project. */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.cleanup");

    private final Cloud cloud;
    private final Mark mark;

    Sweep(Cloud cloud, Mark mark) {
        this.cloud = cloud;
        this.mark = mark;
    }

    /**
     * Looks for it and deletes nothing: one list of each kind of resource that can bear a tag.
     *
     * @throws OpenStackException when a list fails
     */
    public List<CleanupReport.Item> dryRun() {
        Found found = find();
        if (!found.troubles.isEmpty()) {
            throw found.troubles.values().iterator().next();
        }
        return found.made.stream().map(Ledger.Made::item).toList();
    }

    /** Deletes it, as long as the policy waits for a transition. */
    public CleanupReport remove() {
        return remove(cloud.view().waiter().deadline(false));
    }

    /** Deletes it, at most as long as this, and tells what became of it; a list that failed is told as something that is left. */
    public CleanupReport remove(Duration deadline) {
        Found found = find();
        CleanupReport report = new Removal(cloud, mark, new Ledger.Content(found.made, List.of()), deadline).run();
        List<CleanupReport.Left> left = new ArrayList<>(report.left());
        found.troubles.forEach((kind, trouble) -> left.add(new CleanupReport.Left(
                new CleanupReport.Item(kind, null, null),
                "nobody knows whether there is one: " + trouble.getMessage())));
        return new CleanupReport(report.tag(), report.removed(), left);
    }

    /** What was found, and by kind of resource why it could not be looked for. */
    private record Found(List<Ledger.Made> made, Map<String, OpenStackException> troubles) {}

    private Found find() {
        Marked marked = new Marked(cloud);
        Found found = new Found(new ArrayList<>(), new LinkedHashMap<>());
        Names.collections(cloud)
                .filter(Lists.class::isInstance)
                .map(all -> ((Lists<?, ?>) all).list().question().binding())
                .filter(where -> where.wire().marks() != Wire.Marks.NONE)
                .forEach(where -> {
                    try {
                        found.made.addAll(marked.among(where, mark));
                    } catch (EndpointMissing | Forbidden | NotFound | UnsupportedMicroversion e) {
                        // The cloud has no such thing, or not for us: then none of it can have been made.
                        LOG.debug("No look at {}: {}", where.wire().path(), e.getMessage());
                    } catch (Cancelled | Closed e) {
                        throw e;
                    } catch (OpenStackException e) {
                        found.troubles.put(Keys.kind(where.wire()), e);
                    }
                });
        found.made.sort(Comparator.comparing(Ledger.Made::since, Comparator.nullsFirst(Comparator.naturalOrder())));
        return found;
    }
}

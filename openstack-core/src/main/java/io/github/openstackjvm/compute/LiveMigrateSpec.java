package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/** How a server moves while it runs. Everything may be left out. */
public final class LiveMigrateSpec extends Spec<LiveMigrateSpec> {

    /** To this host; null, or left out: wherever the scheduler says. */
    public LiveMigrateSpec host(@Nullable String host) {
        return set("host", host);
    }

    /** Whether its local disks move, too. Left out, Nova finds out whether they must (since 2.25). */
    public LiveMigrateSpec blockMigration(boolean wanted) {
        return set("block_migration", wanted);
    }

    /** Whether the new host may promise more disk than it has. */
    @Until("2.24")
    public LiveMigrateSpec diskOverCommit(boolean allowed) {
        return set("disk_over_commit", allowed, until(2, 24));
    }

    /** The scheduler is not asked whether the host will do. */
    @Since("2.30")
    @Until("2.67")
    public LiveMigrateSpec force() {
        return set("force", true, since(2, 30).andUntil(2, 67));
    }

    @Override
    protected LiveMigrateSpec completed() {
        LiveMigrateSpec whole = copy();
        if (!touches("host")) {
            whole.host(null);
        }
        if (!touches("block_migration")) {
            whole.set("block_migration", "auto", since(2, 25));
        }
        return whole;
    }
}

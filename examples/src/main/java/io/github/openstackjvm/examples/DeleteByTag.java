package io.github.openstackjvm.examples;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Pending;

/** Deletes all servers with a tag, and waits until the last of them is gone. */
public final class DeleteByTag {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(delete(cloud, "worker") + " servers are gone");
        }
    }

    // region: method
    static int delete(Cloud cloud, String tag) {
        Servers servers = cloud.compute().servers();
        List<Pending<Deleted>> orders =
                servers.list().tags(tag).stream().map(servers::delete).toList();
        return Pending.all(orders).join().size();
    }
    // endregion

    private DeleteByTag() {}
}

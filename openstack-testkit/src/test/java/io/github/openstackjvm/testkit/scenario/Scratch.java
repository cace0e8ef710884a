package io.github.openstackjvm.testkit.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;

/** Names that nobody else has, and what must be undone when a scenario ends, the latest first. */
final class Scratch {
    private final String prefix =
            "scenario-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + "-";
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Deque<Cloud> clouds = new ArrayDeque<>();

    String name(String what) {
        return prefix + what;
    }

    /** Whether a thing of this name is the scenario's own. */
    boolean owns(String name) {
        return name != null && name.startsWith(prefix);
    }

    /** Undoes this at the end; that it is gone already is fine. */
    void undo(Runnable action) {
        undo.push(action);
    }

    Cloud closing(Cloud cloud) {
        clouds.push(cloud);
        return cloud;
    }

    void cleanUp() {
        try {
            while (!undo.isEmpty()) {
                unlessGone(undo.pop());
            }
            for (Cloud cloud : clouds) {
                left(cloud);
            }
        } finally {
            clouds.forEach(Cloud::close);
        }
    }

    @SuppressWarnings("EmptyCatch") // gone already is what is wanted
    private static void unlessGone(Runnable action) {
        try {
            action.run();
        } catch (NotFound expected) {
            // The scenario deleted it itself.
        }
    }

    private void left(Cloud cloud) {
        cloud.compute().keypairs().list().stream().forEach(one -> refuse("keypair", one.name()));
        cloud.compute().flavors().list().stream().forEach(one -> refuse("flavor", one.name()));
        cloud.compute().servers().list().stream().forEach(one -> refuse("server", one.name()));
        cloud.compute().serverGroups().list().stream().forEach(one -> refuse("server group", one.name()));
        ifAllowed(() -> cloud.compute().aggregates().list().stream().forEach(one -> refuse("aggregate", one.name())));
        cloud.image().images().list().stream().forEach(one -> refuse("image", String.valueOf(one.name())));
        cloud.network().securityGroups().list().stream().forEach(one -> refuse("security group", one.name()));
        cloud.network().networks().list().stream().forEach(one -> refuse("network", one.name()));
        cloud.network().ports().list().stream().forEach(one -> refuse("port", one.name()));
        cloud.network().routers().list().stream().forEach(one -> refuse("router", one.name()));
        cloud.network().floatingIps().list().stream()
                .forEach(one -> refuse("floating IP", String.valueOf(one.description())));
        cloud.blockstorage().volumes().list().stream().forEach(one -> refuse("volume", one.name()));
        cloud.blockstorage().snapshots().list().stream().forEach(one -> refuse("snapshot", one.name()));
        cloud.objectstore().containers().list().prefix(prefix).stream().forEach(one -> refuse("container", one.name()));
        cloud.blockstorage().types().list().stream().forEach(one -> refuse("volume type", one.name()));
    }

    @SuppressWarnings("EmptyCatch") // what one may not see one cannot have made
    private static void ifAllowed(Runnable look) {
        try {
            look.run();
        } catch (Forbidden expected) {
            // Only administrators have aggregates.
        }
    }

    private void refuse(String kind, String name) {
        if (owns(name)) {
            throw new AssertionError("The scenario left a " + kind + " behind: " + name);
        }
    }
}

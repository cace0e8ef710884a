package io.github.openstackjvm.examples;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;

/** Asks four services at the same time. */
public final class ManyAtOnce {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(count(cloud).join());
        }
    }

    // region: method
    static CompletableFuture<Long> count(Cloud cloud) {
        List<CompletableFuture<Long>> counts = List.of(
                cloud.async(c -> c.compute().servers().list().count()),
                cloud.async(c -> c.blockstorage().volumes().list().count()),
                cloud.async(c -> c.network().ports().list().count()),
                cloud.async(c -> c.image().images().list().count()));
        return CompletableFuture.allOf(counts.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        counts.stream().mapToLong(CompletableFuture::join).sum());
    }
    // endregion

    private ManyAtOnce() {}
}

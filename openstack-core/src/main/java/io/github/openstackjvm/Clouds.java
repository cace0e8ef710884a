package io.github.openstackjvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import org.jspecify.annotations.Nullable;

/**
 * Several clouds and all their regions, asked together. A cloud or a region that fails does not keep the others from
 * answering.
 *
 * <pre>{@code
 * try (Clouds clouds = OpenStack.clouds("north", "south")) {
 *     clouds.query(cloud -> cloud.compute().servers().list().stream(), System.err::println)
 *             .forEach(found -> System.out.println(found.cloud() + " " + found.region() + " " + found.value().name()));
 * }
 * }</pre>
 */
public final class Clouds implements AutoCloseable {
    private final List<Cloud> all;

    Clouds(List<Cloud> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Something that was found.
     *
     * @param cloud the name of the cloud
     * @param region where it was found; empty when the cloud has no regions
     * @param value what was found
     */
    public record Found<T>(String cloud, String region, T value) {}

    /**
     * A cloud, or a region of it, that did not answer.
     *
     * @param cloud the name of the cloud
     * @param region empty when the cloud itself failed
     * @param why what was wrong
     */
    public record Failure(String cloud, String region, OpenStackException why) {
        /** Where and why. */
        @Override
        public String toString() {
            return cloud + (region.isEmpty() ? "" : "/" + region) + ": " + why.getMessage();
        }
    }

    /** The clouds themselves, in their order. */
    public List<Cloud> all() {
        return all;
    }

    /**
     * Asks all regions of all clouds at the same time, and tells what they answer in the order of clouds and regions. Of each
     * region, what was found before it failed is told, too. Nothing is sent before the stream is read.
     *
     * @param question asks one region of one cloud; whatever it throws is told as that region's failure
     * @param failed is told what did not answer, on the thread that reads the stream
     */
    public <T> Stream<Found<T>> query(Function<Cloud, Stream<T>> question, Consumer<Failure> failed) {
        return Stream.of(question).flatMap(one -> answers(one, failed));
    }

    private <T> Stream<Found<T>> answers(Function<Cloud, Stream<T>> question, Consumer<Failure> failed) {
        Asking<T> asking = new Asking<>(question);
        // All are asked before the first is waited for.
        List<CompletableFuture<List<CompletableFuture<Answer<T>>>>> asked =
                all.stream().map(asking::everywhere).toList();
        return asked.stream()
                .flatMap(regions -> regions.join().stream())
                .map(CompletableFuture::join)
                .flatMap(answer -> {
                    if (answer.failure() != null) {
                        failed.accept(answer.failure());
                    }
                    return answer.found().stream();
                })
                .onClose(asking::end);
    }

    /** What a region answered, all or until it failed. */
    private record Answer<T>(List<Found<T>> found, @Nullable Failure failure) {}

    /** One question on its way to all regions. No call waits for another one: they may have one thread between them. */
    private static final class Asking<T> {
        private final Function<Cloud, Stream<T>> question;
        private final Queue<CompletableFuture<?>> calls = new ConcurrentLinkedQueue<>();
        private volatile boolean over;

        Asking(Function<Cloud, Stream<T>> question) {
            this.question = question;
        }

        CompletableFuture<List<CompletableFuture<Answer<T>>>> everywhere(Cloud cloud) {
            return call(cloud, same -> same.session().catalog().regions())
                    .thenApply(regions -> (regions.isEmpty() ? List.of("") : regions)
                            .stream().map(region -> in(cloud, region)).toList())
                    .exceptionally(
                            why -> List.of(CompletableFuture.completedFuture(failed(cloud, "", List.of(), why))));
        }

        private CompletableFuture<Answer<T>> in(Cloud cloud, String region) {
            List<Found<T>> found = new ArrayList<>();
            return call(region.isEmpty() ? cloud : cloud.inRegion(region), there -> {
                        try (Stream<T> values = question.apply(there)) {
                            values.forEach(value -> found.add(new Found<>(cloud.name(), region, value)));
                        }
                        return new Answer<>(found, null);
                    })
                    .exceptionally(why -> failed(cloud, region, found, why));
        }

        private <R> CompletableFuture<R> call(Cloud cloud, Function<Cloud, R> what) {
            CompletableFuture<R> call = cloud.async(what);
            calls.add(call);
            if (over) {
                end();
            }
            return call;
        }

        private Answer<T> failed(Cloud cloud, String region, List<Found<T>> found, Throwable why) {
            Throwable cause = why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
            return new Answer<>(
                    List.copyOf(found),
                    new Failure(
                            cloud.name(),
                            region,
                            cause instanceof OpenStackException known
                                    ? known
                                    : new OpenStackException(
                                            "The question failed: " + cause, ErrorContext.NONE, cause)));
        }

        /** Nobody wants to know any more. */
        void end() {
            over = true;
            calls.forEach(call -> call.cancel(true));
        }
    }

    @Override
    public void close() {
        all.forEach(Cloud::close);
    }
}

package io.github.openstackjvm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

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
     * @param question asks one region of one cloud
     * @param failed is told what did not answer, on the thread that reads the stream
     */
    public <T> Stream<Found<T>> query(Function<Cloud, Stream<T>> question, Consumer<Failure> failed) {
        return Stream.of(question).flatMap(one -> answers(one, failed));
    }

    private <T> Stream<Found<T>> answers(Function<Cloud, Stream<T>> question, Consumer<Failure> failed) {
        // All are asked before the first is waited for.
        List<CompletableFuture<List<Answer<T>>>> asked = all.stream()
                .map(cloud -> cloud.async(same -> inAllRegions(same, question)))
                .toList();
        return asked.stream()
                .flatMap(future -> future.join().stream())
                .flatMap(answer -> {
                    if (answer.failure() != null) {
                        failed.accept(answer.failure());
                    }
                    return answer.found().stream();
                })
                .onClose(() -> asked.forEach(future -> future.cancel(true)));
    }

    /** What a region answered, all or until it failed. */
    private record Answer<T>(List<Found<T>> found, @Nullable Failure failure) {}

    private static <T> List<Answer<T>> inAllRegions(Cloud cloud, Function<Cloud, Stream<T>> question) {
        List<String> regions;
        try {
            regions = cloud.session().catalog().regions();
        } catch (OpenStackException e) {
            return List.of(new Answer<>(List.of(), new Failure(cloud.name(), "", e)));
        }
        if (regions.isEmpty()) {
            return List.of(in(cloud, "", question));
        }
        List<CompletableFuture<Answer<T>>> asked = regions.stream()
                .map(region -> cloud.inRegion(region).async(there -> in(there, region, question)))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static <T> Answer<T> in(Cloud cloud, String region, Function<Cloud, Stream<T>> question) {
        List<Found<T>> found = new ArrayList<>();
        try (Stream<T> values = question.apply(cloud)) {
            values.forEach(value -> found.add(new Found<>(cloud.name(), region, value)));
            return new Answer<>(found, null);
        } catch (OpenStackException e) {
            return new Answer<>(found, new Failure(cloud.name(), region, e));
        }
    }

    @Override
    public void close() {
        all.forEach(Cloud::close);
    }
}

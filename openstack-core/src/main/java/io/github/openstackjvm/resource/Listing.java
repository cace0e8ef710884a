package io.github.openstackjvm.resource;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.NotFound;

/**
 * A question to the cloud: which resources there are. Immutable; every filter returns a new one. Nothing is sent until it is
 * read, and each reading asks the cloud afresh. It is complete: pages are followed to the end, one in memory at a time.
 *
 * @param <T> the resource
 * @param <Q> the listing itself
 */
public abstract class Listing<T, Q extends Listing<T, Q>> implements Iterable<T> {
    private final Question<T> question;
    private final Function<Question<T>, Q> like;

    /** For the listings of a collection. */
    protected Listing(Question<T> question, Function<Question<T>, Q> like) {
        this.question = question;
        this.like = like;
    }

    /** Adds a filter by its name on the wire, for what this class does not name. Several values repeat the parameter. */
    public final Q with(String name, Object... values) {
        return with(VersionRange.ANY, name, values);
    }

    /** Adds a filter that not every microversion knows. */
    protected final Q with(VersionRange range, String name, Object... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("The filter '" + name + "' needs a value");
        }
        return like.apply(question.with(range, name, List.of(values)));
    }

    /** Adds a filter by another resource; a name is looked up when the listing is read. */
    protected final <R extends Resource<R>> Q ref(String name, Class<R> type, String nameOrId) {
        return like.apply(question.with(name, type, Ref.<R>id(nameOrId), true));
    }

    /** Adds a filter by another resource. */
    protected final <R extends Resource<R>> Q ref(String name, Class<R> type, Ref<R> other) {
        return like.apply(question.with(name, type, other, false));
    }

    /** What is asked. For collections. */
    public final Question<T> question() {
        return question;
    }

    /** Asks for pages of this size. Never changes what is found. */
    public final Q pageSize(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A page holds at least one resource, not " + size);
        }
        return like.apply(question.pageSize(size));
    }

    /** Sorts by this field of the wire; called again, by this one among equals. */
    public final Q sortBy(String key, Order order) {
        return like.apply(question.sortBy(key, order));
    }

    /** The pages, each requested when it is reached. */
    public final Iterable<Page<T>> pages() {
        return () -> new Pages<>(question);
    }

    /** The resources one after the other; pages are requested as they are reached. */
    @Override
    public final Iterator<T> iterator() {
        return new Pages.Items<>(new Pages<>(question));
    }

    /** The same as a stream. */
    public final Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** All of them. */
    public final List<T> toList() {
        return stream().toList();
    }

    /** The first of them, at most this many. */
    public final List<T> toList(int max) {
        return max < 1 ? List.of() : atMost(max);
    }

    /** The first one. */
    public final Optional<T> first() {
        return atMost(1).stream().findFirst();
    }

    /**
     * The only one.
     *
     * @throws NotFound when there is none
     * @throws Ambiguous when there are several
     */
    public final T one() {
        List<T> found = atMost(2);
        if (found.isEmpty()) {
            throw new NotFound("No " + question.kind() + " matches " + question, ErrorContext.NONE, null);
        } else if (found.size() > 1) {
            throw new Ambiguous(
                    "More than one " + question.kind() + " matches " + question + ": narrow it down",
                    ErrorContext.NONE,
                    null);
        }
        return found.get(0);
    }

    /** How many there are. */
    public final long count() {
        return stream().count();
    }

    private List<T> atMost(int max) {
        // A page no larger than what is wanted, unless the caller chose a size, or the service has one page only.
        Iterator<T> items = new Pages.Items<>(new Pages<>(question.sizeable() ? question.pageSize(max) : question));
        List<T> found = new ArrayList<>(Math.min(max, 100));
        while (found.size() < max && items.hasNext()) {
            found.add(items.next());
        }
        return List.copyOf(found);
    }

    /** What is asked for. */
    @Override
    public String toString() {
        return question.toString();
    }
}

package io.github.openstackjvm.resource;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.MetadataApi;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.TagsApi;
import io.github.openstackjvm.internal.wire.Wire;

/**
 * All resources of a kind, in one scope of a cloud. Holds no state; safe for any number of threads. What can be done with
 * them is what the collection implements: {@link Lists}, {@link Gets}, {@link Finds}, {@link Creates}, {@link Updates},
 * {@link Deletes}. The protected methods do those verbs' common part; collections outside this library are not foreseen.
 *
 * @param <T> the resource
 */
@SuppressWarnings("exports") // the constructor and the sub-resources are for the collections of this library
public abstract class ResourceCollection<T extends Resource<T>> {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

    private final Binding<? extends CrudApi<T>> binding;

    /** Bound to a service of a cloud. */
    protected ResourceCollection(Binding<? extends CrudApi<T>> binding) {
        this.binding = binding;
    }

    /**
     * The id of what is meant. Costs requests only for a name.
     *
     * @throws NotFound when nothing has the name
     * @throws Ambiguous when several have it
     */
    public final String idOf(Ref<T> ref) {
        if (ref instanceof Ref.ByName<T> byName) {
            return idOfName(byName.name());
        }
        String id = ref instanceof Ref.ById<T> byId ? byId.id() : ((Resource<?>) ref).id();
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new InvalidSpec("'" + id + "' cannot be the id of a " + kind());
        }
        return id;
    }

    /**
     * The id for a name or id, as specifications and filters take it: a text that has the shape of an id is one; anything
     * else is looked up.
     *
     * @throws NotFound when nothing has the name
     * @throws Ambiguous when several have it
     */
    public final String idOf(String nameOrId) {
        return looksLikeId(nameOrId)
                ? nameOrId
                : lookUp(nameOrId).orElseThrow(() -> none(nameOrId)).id();
    }

    /**
     * The id of the one with exactly this name, even if the name looks like an id.
     *
     * @throws NotFound when nothing has the name
     * @throws Ambiguous when several have it
     */
    public final String idOfName(String name) {
        return byName(name).orElseThrow(() -> none(name)).id();
    }

    /** The question that lists everything. */
    protected final Question<T> everything() {
        return new Question<>(binding);
    }

    /** Reads one. */
    protected final T read(Ref<T> ref) {
        return binding.api().get(idOf(ref), binding.call());
    }

    /** Finds one by id, or else by name. */
    protected final Optional<T> lookUp(String nameOrId) {
        if (nameOrId.isBlank()) {
            throw new InvalidSpec("The name or id of a " + kind() + " must not be empty");
        }
        if (looksLikeId(nameOrId) || wire().id() == Wire.IdShape.ANY) {
            try {
                return Optional.of(read(Ref.id(nameOrId)));
            } catch (NotFound e) {
                // Not an id then: a name may look like one.
                return byName(nameOrId);
            }
        }
        return byName(nameOrId);
    }

    /** Finds one by id, or else by name; there must be one. */
    protected final T need(String nameOrId) {
        return lookUp(nameOrId).orElseThrow(() -> none(nameOrId));
    }

    /** Creates one. */
    protected final T make(Spec<?> spec) {
        Body body = bodyOf(spec);
        return binding.api().create(body, binding.call(body));
    }

    /** Changes one. */
    protected final T change(Ref<T> ref, Spec<?> changes) {
        Body body = bodyOf(changes);
        return binding.api().update(idOf(ref), body, binding.call(body));
    }

    /** Deletes one that is gone when the cloud has answered. */
    protected final Deleted remove(Ref<T> ref) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().delete(id, call);
        return new Deleted(id, call.wasGone());
    }

    /** The request's body for a specification, names in it replaced by ids. */
    protected final Body bodyOf(Spec<?> spec) {
        return spec.body().resolved(binding.resolver());
    }

    /** The request's body for several specifications at once. */
    protected final Body bodyOf(List<? extends Spec<?>> specs) {
        if (specs.isEmpty()) {
            throw new InvalidSpec("There is no " + kind() + " to create: the list is empty");
        }
        List<Body> bodies = specs.stream().map(this::bodyOf).toList();
        Needs needs = bodies.stream().map(Body::needs).reduce(Needs.NONE, Needs::and);
        return Body.several(wire().many(), bodies, needs);
    }

    /** The key-value pairs of one, kept below it under their own address. */
    protected final <A extends MetadataApi> Metadata metadata(Ref<T> ref, Class<A> api) {
        return new Metadata(binding.below(idOf(ref), api));
    }

    /** The tags of one, kept below it under their own address. */
    protected final <A extends TagsApi> Tags tags(Ref<T> ref, Class<A> api) {
        return new Tags(binding.below(idOf(ref), api));
    }

    /** An order that the cloud has taken, of which this transition tells the end. */
    protected final <R> Pending<R> pending(Accepted accepted, Transition<R> transition) {
        return new Pending<>(accepted, transition, binding.waits());
    }

    private Optional<T> byName(String name) {
        Question<T> question = everything();
        if (!wire().nameFilter().isEmpty()) {
            question = question.with(VersionRange.ANY, wire().nameFilter(), List.of(name));
        }
        Pages.Items<T> all = new Pages.Items<>(new Pages<>(question));
        T found = null;
        while (all.hasNext()) {
            T one = all.next();
            if (Objects.equals(one.name(), name)) {
                if (found != null) {
                    throw new Ambiguous(
                            "Several " + wire().many().replace('_', ' ') + " have the name '" + name + "', among them "
                                    + found.id() + " and " + one.id() + ". Use an id",
                            ErrorContext.NONE,
                            null);
                }
                found = one;
            }
        }
        return Optional.ofNullable(found);
    }

    private boolean looksLikeId(String text) {
        return switch (wire().id()) {
            case UUID -> UUID.matcher(text).matches();
            case HEX -> HEX.matcher(text).matches() || UUID.matcher(text).matches();
            case ANY -> false;
        };
    }

    private NotFound none(String nameOrId) {
        return new NotFound(
                "There is no " + kind() + " with the name or id '" + nameOrId + "'", ErrorContext.NONE, null);
    }

    private Wire wire() {
        return binding.wire();
    }

    private String kind() {
        return wire().one().replace('_', ' ');
    }
}

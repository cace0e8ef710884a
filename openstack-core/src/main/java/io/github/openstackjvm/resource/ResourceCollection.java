package io.github.openstackjvm.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keys;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.internal.wire.MetadataApi;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.TagsApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Transition.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * All resources of a kind, in one scope of a cloud. Holds no state; safe for any number of threads. What can be done with
 * them is what the collection implements: {@link Lists}, {@link Gets}, {@link Finds}, {@link Creates}, {@link Updates},
 * {@link Deletes}. The protected methods do those verbs' common part; collections outside this library are not foreseen.
 *
 * @param <T> the resource
 */
@SuppressWarnings("exports") // the constructor and the sub-resources are for the collections of this library
public abstract class ResourceCollection<T extends Resource<T>> {
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
        return checked(id);
    }

    private String checked(String id) {
        boolean strange = id.isBlank() || id.equals(".") || id.equals("..");
        if (wire().id() == Wire.IdShape.PATH ? id.isEmpty() : strange) {
            throw new InvalidSpec("'" + id + "' cannot be the id of a " + kind());
        } else if (wire().id() == Wire.IdShape.NAME && id.indexOf('/') >= 0) {
            throw new InvalidSpec("The name of a " + kind() + " has no slash, unlike '" + id + "'");
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
        return wire().id().fits(nameOrId)
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
        return wire().id().isName()
                ? checked(name)
                : byName(name).orElseThrow(() -> none(name)).id();
    }

    /** The question that lists everything; a collection may add what its service wants to hear for that. */
    protected Question<T> everything() {
        return new Question<>(binding);
    }

    /** The same, each request of which ends within this time. */
    protected final Question<T> everything(Duration limit) {
        return everything().within(limit);
    }

    /** The same, where these parameters lead on behind an item. */
    protected final Question<T> everything(Function<T, Map<String, String>> after) {
        return new Question<>(binding, after);
    }

    /** Reads one. */
    protected T read(Ref<T> ref) {
        return binding.api().get(idOf(ref), binding.call());
    }

    /** Finds one by id, or else by name. */
    final Optional<T> lookUp(String nameOrId) {
        if (wire().id().isName()) {
            try {
                return Optional.of(read(Ref.id(nameOrId)));
            } catch (NotFound e) {
                return Optional.empty();
            }
        }
        if (nameOrId.isBlank()) {
            throw new InvalidSpec("The name or id of a " + kind() + " must not be empty");
        }
        if (wire().id().fits(nameOrId) || wire().id() == Wire.IdShape.ANY) {
            try {
                return Optional.of(read(Ref.id(nameOrId)));
            } catch (NotFound e) {
                // Not an id then: a name may look like one.
                return byName(nameOrId);
            }
        }
        return byName(nameOrId);
    }

    /** Creates one. */
    protected final T make(Spec<?> spec) {
        Body body = bodyOf(spec);
        return binding.api().create(body, binding.call(body));
    }

    /**
     * Creates what bears a mark, unless it is there.
     *
     * @param marked brings what bears it
     * @param create sends the request that makes it
     * @param adopt makes of what was found what the request would have brought
     */
    protected final <R> R once(Mark mark, Listing<T, ?> marked, Supplier<R> create, Function<T, R> adopt) {
        return once(mark, marked.question(), create, adopt);
    }

    /**
     * Creates what has this key as its description, unless the project that it is for has it: where a service can filter by
     * nothing better that comes with the request that creates.
     */
    protected final <S extends Spec<S>> T onceDescribed(S spec, String key) {
        Mark mark = Mark.idempotency(key);
        if (spec.touches("description")) {
            throw new InvalidSpec(
                    "The description of a " + kind() + " is where its idempotency key is kept: leave it out");
        }
        Question<T> marked = everything().with(VersionRange.ANY, "description", List.of(mark.text()));
        Optional<String> owner = Optional.ofNullable(spec.value("project_id")).map(Object::toString);
        Question<T> there = owner.or(binding.resolver()::project)
                .map(project -> marked.with(VersionRange.ANY, "project_id", List.of(project)))
                .orElse(marked);
        return once(mark, there, () -> make(spec.copy().set("description", mark.text())), found -> found);
    }

    private <R> R once(Mark mark, Question<T> marked, Supplier<R> create, Function<T, R> adopt) {
        Once<T> once = new Once<>(kind(), mark, marked, binding.waits());
        return once.find().map(adopt).orElseGet(() -> {
            try {
                return create.get();
            } catch (OutcomeUnknown e) {
                T found = once.lookAgain(e);
                binding.found(found.id(), found.name(), e);
                return adopt.apply(found);
            }
        });
    }

    /** An order that was found to be taken already, or carried out. */
    protected static Accepted adopted(Resource<?> found) {
        return new Accepted(found.id(), null, null, Map.of());
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
        return Body.several(Keys.many(wire()), bodies, needs);
    }

    /** The key-value pairs of one, kept below it under their own address. */
    protected final <A extends MetadataApi> Metadata metadata(Ref<T> ref, Class<A> api) {
        return new Metadata(binding.below(idOf(ref), api));
    }

    /** The key-value pairs of one that cannot be replaced all at once. */
    protected final <A extends MetadataApi> KeyValues keyValues(Ref<T> ref, Class<A> api) {
        return new KeyValues(binding.below(idOf(ref), api));
    }

    /** The tags of one, kept below it under their own address. */
    protected final <A extends TagsApi> Tags tags(Ref<T> ref, Class<A> api) {
        return new Tags(binding.below(idOf(ref), api));
    }

    /** The tags of one, whose requests are made so. */
    protected final Tags tags(TagsApi api) {
        return new Tags(api, binding::call);
    }

    /** Orders one that the cloud goes on making. */
    protected final Accepted order(Spec<?> spec) {
        Body body = bodyOf(spec);
        Call call = binding.call(body);
        return accepted(binding.api().order(body, call), call);
    }

    /** What an answer says of an order, which is not the resource yet. */
    protected static Accepted accepted(Map<String, ? extends @Nullable Object> answer, Call call) {
        Map<String, @Nullable Object> extras = new LinkedHashMap<>(answer);
        Object id = extras.remove("id");
        Object password = extras.remove("adminPass");
        return new Accepted(
                id == null ? "" : id.toString(),
                call.requestId(),
                password == null ? null : Secret.of(password.toString()),
                extras);
    }

    /** An order about the resource with this id, taken with an answer that says no more. */
    protected static Accepted accepted(String id, Call call) {
        return new Accepted(id, call.requestId(), null, Map.of());
    }

    /**
     * An order that the cloud has taken and carries out on a resource of this kind.
     *
     * @param judge tells by the resource how far it is; without a resource it has failed
     */
    protected final Pending<T> pending(Accepted accepted, Function<T, Sighting<T>> judge) {
        return pending(accepted, slow(), judge);
    }

    private Pending<T> pending(Accepted accepted, boolean slow, Function<T, Sighting<T>> judge) {
        return new Pending<>(
                accepted,
                transition(
                        accepted,
                        slow,
                        seen -> seen == null
                                ? Sighting.failed("gone", "it was deleted in the meantime")
                                : judge.apply(seen)),
                binding.waits());
    }

    /**
     * A deletion that the cloud has taken and carries out: awaited until the resource is really gone.
     *
     * @param judge tells by the resource, while there still is one, whether it goes on
     */
    protected final Pending<Deleted> pendingDeletion(
            Accepted accepted, boolean wasGone, Function<T, Sighting<Deleted>> judge) {
        Deleted deleted = new Deleted(accepted.id(), wasGone);
        return new Pending<>(
                accepted,
                transition(
                        accepted, slow(), seen -> seen == null ? Sighting.reached("gone", deleted) : judge.apply(seen)),
                binding.waits());
    }

    /**
     * An order that leads to another kind of resource, such as the image of a server. Awaited as long as the slower kind.
     *
     * @param judge tells by that resource how far it is
     */
    protected final <O extends Resource<O>> Pending<O> pending(
            Class<O> type, Accepted accepted, Function<O, Sighting<O>> judge) {
        ResourceCollection<O> others = binding.resolver().collection(type);
        return others.pending(accepted, slow() || others.slow(), judge);
    }

    /**
     * An order that shows on something else than what it leads to, such as the record that the cloud keeps of its requests.
     *
     * @param id by which that is found
     * @param view where it is seen
     * @param judge tells by it how far the order is; by null when there is none
     */
    protected final <S, R> Pending<R> pending(
            Accepted accepted, String id, Transition.View<S> view, Function<@Nullable S, Sighting<R>> judge) {
        String what = kind() + " " + accepted.id();
        return new Pending<>(
                accepted, new Transition<>(what, id, binding.waits().now(), slow(), view, judge), binding.waits());
    }

    private <R> Transition<T, R> transition(Accepted accepted, boolean slow, Function<@Nullable T, Sighting<R>> judge) {
        return new Transition<>(
                kind() + " " + accepted.id(),
                accepted.id(),
                binding.waits().now(),
                slow,
                new Seen<>(this, binding),
                judge);
    }

    /** Whether what is made here may take as long as an image or a stack does. */
    protected boolean slow() {
        return false;
    }

    /**
     * The listing that brings these, and perhaps others; null when there is none that costs less than to ask for each.
     *
     * @param since when the first of them began to change
     */
    protected @Nullable Question<T> among(Set<String> ids, Instant since) {
        return wire().idFilter().isEmpty()
                ? null
                : everything().with(VersionRange.ANY, wire().idFilter(), List.copyOf(ids));
    }

    /** Whether a list does not say enough of this one, so that it is asked for by itself. */
    protected boolean needsACloserLook(T listed) {
        return false;
    }

    private Optional<T> byName(String name) {
        Question<T> question = everything();
        if (!wire().nameFilter().isEmpty()) {
            String filter = wire().nameOperator() + (wire().nameIsPattern() ? exactly(name) : name);
            question = question.with(VersionRange.ANY, wire().nameFilter(), List.of(filter));
        }
        Optional<T> found = only(question, name);
        Question<T> further = found.isEmpty() ? elsewhere(question) : null;
        return further == null ? found : only(further, name);
    }

    /** Where else a name is looked for that the usual list does not have; null when nowhere. */
    protected @Nullable Question<T> elsewhere(Question<T> named) {
        return null;
    }

    private Optional<T> only(Question<T> question, String name) {
        Pages.Items<T> all = new Pages.Items<>(new Pages<>(question));
        T found = null;
        while (all.hasNext()) {
            T one = all.next();
            if (Objects.equals(one.name(), name)) {
                if (found != null) {
                    throw new Ambiguous(
                            "Several " + Keys.many(wire()).replace('_', ' ') + " have the name '" + name
                                    + "', among them " + found.id() + " and " + one.id() + ". Use an id",
                            ErrorContext.NONE,
                            null);
                }
                found = one;
            }
        }
        return Optional.ofNullable(found);
    }

    /** A regular expression that the databases behind the services all understand. */
    private static String exactly(String name) {
        return "^" + name.replaceAll("([\\\\^$.|?*+()\\[\\]{}])", "\\\\$1") + "$";
    }

    final NotFound none(String nameOrId) {
        return new NotFound(
                "There is no " + kind() + " with the name or id '" + nameOrId + "'", ErrorContext.NONE, null);
    }

    private Wire wire() {
        return binding.wire();
    }

    private String kind() {
        return Keys.kind(wire());
    }
}

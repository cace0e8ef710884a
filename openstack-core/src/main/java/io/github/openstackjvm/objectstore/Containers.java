package io.github.openstackjvm.objectstore;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.MakesNamed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Updates;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NAME;
import static io.github.openstackjvm.internal.wire.Wire.Paging.MARKER;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The containers of an account. Their names are their ids. */
public final class Containers extends NamedCollection<Container>
        implements Lists<Container, Containers.Query>,
                Creates<ContainerSpec, Ref<Container>>,
                Updates<Container, ContainerSpec.Update, Ref<Container>>,
                Deletes<Container, Deleted> {

    @Wire(path = "", one = "container", many = "", id = NAME, paging = MARKER, sorting = NONE)
    interface Api extends CrudApi<Container> {
        @RequestLine("HEAD /{id}")
        Container head(@Param("id") String id, Call call);

        @MakesNamed
        @RequestLine("PUT /{id}")
        void put(@Param("id") String id, Call call);

        @RequestLine("POST /{id}")
        void post(@Param("id") String id, Call call);
    }

    private final Binding<Api> binding;

    Containers(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the containers by name. {@code GET} of the account's address. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    protected Container read(Ref<Container> ref) {
        String name = idOf(ref);
        return binding.api().head(name, binding.call().about(name));
    }

    @Override
    public ContainerSpec spec() {
        return new ContainerSpec();
    }

    /**
     * Creates a container, or changes the one of this name as {@link #update} does. {@code PUT /{container}}; the answer says
     * nothing, so what comes back is what to call it by.
     *
     * @throws io.github.openstackjvm.error.Conflict when there is one with another storage policy
     */
    @Override
    public Ref<Container> create(ContainerSpec spec) {
        Body body = bodyOf(spec);
        Ref<Container> container = Ref.id(String.valueOf(body.fields().get(ContainerSpec.NAME)));
        binding.api()
                .put(
                        idOf(container),
                        binding.call(body.without(ContainerSpec.NAME).inHeaders()));
        return container;
    }

    @Override
    public ContainerSpec.Update changes() {
        return new ContainerSpec.Update();
    }

    /** Changes what the changes touch, and leaves the rest. {@code POST /{container}}. */
    @Override
    public Ref<Container> update(Ref<Container> ref, ContainerSpec.Update changes) {
        binding.api().post(idOf(ref), binding.call(bodyOf(changes).inHeaders()));
        return ref;
    }

    /**
     * Deletes a container. {@code DELETE /{container}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there are objects in it, or versions of deleted ones
     */
    @Override
    public Deleted delete(Ref<Container> ref) {
        return remove(ref);
    }

    /** A listing of containers. */
    public static final class Query extends Listing<Container, Query> {
        Query(Question<Container> question) {
            super(question, Query::new);
        }

        /** Whose names begin so. */
        public Query prefix(String prefix) {
            return with("prefix", prefix);
        }

        /** Cuts names behind this text, and lists what they then have in common once, as a folder. */
        public Query delimiter(String delimiter) {
            return with("delimiter", delimiter);
        }

        /** Whose names come after this one. */
        public Query after(String name) {
            return with("marker", name);
        }

        /** Whose names come before this one. */
        public Query before(String name) {
            return with("end_marker", name);
        }

        /** The last name first; {@link #after} and {@link #before} then mean that order, too. */
        public Query reverse() {
            return with("reverse", true);
        }
    }
}

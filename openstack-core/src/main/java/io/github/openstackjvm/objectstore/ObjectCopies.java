package io.github.openstackjvm.objectstore;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Ref;
import org.jspecify.annotations.Nullable;

/** Copies of the objects of a container, links to objects, and objects that are made of others. */
public abstract sealed class ObjectCopies extends NamedCollection<StoredObject> permits StoredObjects {
    final Binding<StoredObjects.Api> binding;
    final String container;

    ObjectCopies(Binding<StoredObjects.Api> binding, String container) {
        super(binding);
        this.binding = binding;
        this.container = container;
    }

    Binding<StoredObjects.Api> binding() {
        return binding;
    }

    /** The name of the container. */
    public String container() {
        return container;
    }

    /** Copies an object within the cloud. {@code PUT /{container}/{object}} of the target, {@code X-Copy-From}. */
    public Ref<StoredObject> copy(Ref<StoredObject> ref, StoredObjects target, String name) {
        return copy(ref, target, name, new ObjectSpec());
    }

    /**
     * Copies an object within the cloud, with its metadata, to which the specification adds. Of a large one the bytes are
     * copied, up to 5 GiB; {@link #copyManifest} copies less.
     */
    public Ref<StoredObject> copy(Ref<StoredObject> ref, StoredObjects target, String name, ObjectSpec spec) {
        return copy(ref, target, name, spec, Map.of());
    }

    /** Copies the manifest of a large object: the copy has the same segments. */
    public Ref<StoredObject> copyManifest(Ref<StoredObject> ref, StoredObjects target, String name, ObjectSpec spec) {
        return copy(ref, target, name, spec, Map.of("multipart-manifest", "get"));
    }

    private Ref<StoredObject> copy(
            Ref<StoredObject> ref, StoredObjects target, String name, ObjectSpec spec, Map<String, String> query) {
        Call call = target.binding()
                .call(bodyOf(spec).inHeaders())
                .query(List.copyOf(query.entrySet()))
                // Of a version or a link, if that is what is meant here.
                .query(binding.call().query())
                .header("X-Copy-From", Encoded.path(container, idOf(ref)));
        String from = accountOf(binding);
        if (!from.equals(accountOf(target.binding()))) {
            call.header("X-Copy-From-Account", from);
        }
        target.binding().api().put(name, call);
        return Ref.id(name);
    }

    private static String accountOf(Binding<?> binding) {
        String address = binding.address();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** Puts a link to an object of this or another container of the account, whatever that object holds. */
    public Ref<StoredObject> putLink(String name, StoredObjects target, String targetName) {
        return putLink(name, target, targetName, null, new ObjectSpec());
    }

    /**
     * Puts a link to an object as it is now: once that holds other bytes, the link leads nowhere.
     * {@code PUT /{container}/{object}}, {@code X-Symlink-Target}.
     *
     * @throws Conflict when the object has another ETag, or is not there
     */
    public Ref<StoredObject> putLink(String name, StoredObjects target, StoredObject pinned) {
        return putLink(name, target, pinned.name(), pinned.etag(), new ObjectSpec());
    }

    private Ref<StoredObject> putLink(
            String name, StoredObjects target, String targetName, @Nullable String etag, ObjectSpec spec) {
        Call call = binding.call(bodyOf(spec).inHeaders())
                .header(
                        "X-Symlink-Target",
                        Encoded.path(target.container(), targetName).substring(1));
        if (etag != null) {
            call.header("X-Symlink-Target-Etag", etag);
        }
        String there = accountOf(target.binding());
        if (!there.equals(accountOf(binding))) {
            call.header("X-Symlink-Target-Account", there);
        }
        binding.api().put(name, call);
        return Ref.id(name);
    }

    /** The segments of a static large object. {@code GET /{container}/{object}?multipart-manifest=get}. */
    public List<Segment> manifest(Ref<StoredObject> ref) {
        return binding.api().manifest(idOf(ref), binding.call().query("multipart-manifest", "get"));
    }

    /**
     * Makes one object of all those in that container whose names begin so, in the order of their names, now and later.
     * {@code PUT /{container}/{object}}, {@code X-Object-Manifest}.
     */
    public Ref<StoredObject> putDynamicManifest(String name, String segmentContainer, String prefix, ObjectSpec spec) {
        Body body = bodyOf(spec).inHeaders();
        Call call = binding.call(body)
                .header(
                        "X-Object-Manifest",
                        Encoded.path(segmentContainer, prefix).substring(1));
        binding.api().put(name, call);
        return Ref.id(name);
    }
}

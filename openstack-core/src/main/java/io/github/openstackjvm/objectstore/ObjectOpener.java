package io.github.openstackjvm.objectstore;

import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.internal.wire.InHeaders;
import io.github.openstackjvm.internal.wire.Opener;
import io.github.openstackjvm.resource.Ref;
import org.jspecify.annotations.Nullable;

/** Begins the download of an object, or takes it up again while it is the same. */
final class ObjectOpener implements Opener<StoredObject> {
    private final StoredObjects objects;
    private final String name;
    private final ReadCondition[] conditions;

    ObjectOpener(StoredObjects objects, String name, ReadCondition... conditions) {
        this.objects = objects;
        this.name = name;
        this.conditions = conditions.clone();
    }

    @Override
    public Opened<StoredObject> open(long from, long count) {
        Call call = objects.binding().call().about(name).streaming();
        for (ReadCondition condition : conditions) {
            call.header(condition.header(), condition.value());
        }
        if (Opener.part(from, count)) {
            call.header("Range", Opener.range(from, count));
        }
        InHeaders<StoredObject> answer =
                StoredObjects.checked(conditions, () -> objects.binding().api().read(name, call));
        StoredObject object = answer.about();
        boolean whole = !Opener.part(from, count);
        Opened<StoredObject> opened = Opener.opened(
                "object " + name, answer.answer(), from, count, object, whole ? expected(object) : List.of(), false);
        String etag = object.etag();
        return etag == null ? opened : opened.withRest(new ObjectOpener(objects, name, ReadCondition.ifEtag(etag)));
    }

    private List<Checksum> expected(StoredObject object) {
        String etag = object.etag();
        if (etag == null || !Etag.isDigest(etag)) {
            return List.of();
        } else if (!object.isLarge()) {
            return List.of(new Checksum(Etag.MD5, etag));
        }
        List<Long> lengths = lengths(object);
        return lengths == null
                ? List.of()
                : List.of(new Checksum("MD5 of segments", etag, () -> new SegmentedMd5(lengths)));
    }

    /** The lengths of the segments; null when their MD5s are not known, or may not be read. */
    private @Nullable List<Long> lengths(StoredObject object) {
        try {
            return object.staticLarge()
                    ? Segments.lengths(objects.manifest(Ref.id(name)))
                    : Segments.lengths(objects, object.dynamicManifest());
        } catch (OpenStackException e) {
            return null;
        }
    }

    /** Which object. */
    @Override
    public String toString() {
        return name + new ArrayList<>(List.of(conditions));
    }
}

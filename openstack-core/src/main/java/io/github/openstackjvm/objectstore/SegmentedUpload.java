package io.github.openstackjvm.objectstore;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.transfer.Content;

/** Puts an object in segments, and then the manifest that makes one of them; or as a whole when it is small. */
final class SegmentedUpload {
    private final StoredObjects objects;
    private final StoredObjects segments;
    private final String name;
    private final Content content;
    private final LargeUpload how;

    SegmentedUpload(StoredObjects objects, StoredObjects segments, String name, Content content, LargeUpload how) {
        this.objects = objects;
        this.segments = segments;
        this.name = name;
        this.content = content;
        this.how = how;
    }

    StoredObject run() {
        long length = content.length();
        if (length > how.segmentBytes() * SegmentWriter.MOST_SEGMENTS && !how.isDynamic()) {
            throw new InvalidSpec(name + " of " + length + " bytes would have more than " + SegmentWriter.MOST_SEGMENTS
                    + " segments: let them have "
                    + (length + SegmentWriter.MOST_SEGMENTS - 1) / SegmentWriter.MOST_SEGMENTS
                    + " bytes or more, or make it dynamic");
        }
        return length >= 0 && length <= how.segmentBytes() ? whole() : inSegments();
    }

    private StoredObject whole() {
        Content watched = how.listener() == null ? content : content.onProgress(how.listener());
        List<String> old = oldSegments();
        StoredObject whole = objects.put(name, watched, how.spec());
        objects.deletePaths(old);
        return whole;
    }

    private StoredObject inSegments() {
        objects.containers().create(ContainerSpec.named(segments.container()));
        SegmentWriter writer = writer();
        List<Segment> parts;
        List<String> unused;
        boolean complete = false;
        try {
            parts = writer.write();
            unused = new ArrayList<>(oldSegments());
            complete = true;
        } finally {
            if (!complete) {
                writer.discard();
            }
        }
        StoredObject whole = assembled(parts, writer);
        unused.removeAll(parts.stream().flatMap(Segments::path).toList());
        objects.deletePaths(unused);
        return whole;
    }

    /**
     * No other upload has segments under the same prefix, unless it is to go on with them: they would be mixed, and lost with
     * the one that fails. So the segments that the object has now are not written upon but with the same bytes.
     */
    private SegmentWriter writer() {
        String label = how.label();
        if (label != null && SegmentWriter.divisible(content)) {
            SegmentWriter again = writer(label, true);
            if (!pointsTo(again.prefix()) || again.hasWritten(objects.get(name).etag())) {
                return again;
            }
        }
        return writer(UUID.randomUUID().toString(), false);
    }

    /** The form of the prefix is that of other tools, too. */
    private SegmentWriter writer(String label, boolean resumes) {
        String prefix = name + (how.isDynamic() ? "/dlo/" : "/slo/") + label + "/" + Math.max(0, content.length()) + "/"
                + how.segmentBytes() + "/";
        return new SegmentWriter(segments, prefix, resumes, name, content, how);
    }

    private StoredObject assembled(List<Segment> parts, SegmentWriter writer) {
        try {
            if (!how.isDynamic()) {
                return objects.putManifest(name, parts, how.spec());
            }
            objects.putDynamicManifest(name, segments.container(), writer.prefix(), how.spec());
        } catch (OpenStackException e) {
            // Whatever else it ended with, the manifest may be there, or come yet, and needs its segments.
            // Even a refusal may be that of a second attempt, when only the answer to the first was lost.
            if (e.context().status() / 100 == 4 && !mayPointTo(writer.prefix())) {
                writer.discard();
            }
            throw e;
        }
        return objects.get(name);
    }

    private boolean mayPointTo(String prefix) {
        try {
            return pointsTo(prefix);
        } catch (OpenStackException e) {
            return true;
        }
    }

    /** Whether the object that is there now has segments under this prefix. */
    private boolean pointsTo(String prefix) {
        String begin = segments.container() + "/" + prefix;
        StoredObject now = objects.find(name).orElse(null);
        if (now == null) {
            return false;
        }
        return now.staticLarge()
                ? manifest().stream()
                        .anyMatch(part -> String.valueOf(part.path()).startsWith("/" + begin))
                : begin.equals(now.dynamicManifest());
    }

    private List<Segment> manifest() {
        return objects.manifest(Ref.id(name));
    }

    /**
     * What nothing needs any more once another object is in the place of the one that is there now: its segments, encoded. Of a
     * dynamic one, only those that have its name before theirs, as uploads put them: it may also be a view on things that are
     * there for their own sake.
     */
    private List<String> oldSegments() {
        StoredObject old = how.keepsOld() ? null : objects.find(name).orElse(null);
        if (old == null) {
            return List.of();
        }
        if (old.staticLarge()) {
            return manifest().stream().flatMap(Segments::path).toList();
        }
        String[] place = String.valueOf(old.dynamicManifest()).split("/", 2);
        return place.length == 2 && place[1].startsWith(name + "/") ? pathsIn(place[0], place[1]) : List.of();
    }

    private List<String> pathsIn(String container, String prefix) {
        try {
            return objects.in(container).list().prefix(prefix).stream()
                    .map(each -> Encoded.path(container, each.name()))
                    .toList();
        } catch (NotFound e) {
            return List.of();
        }
    }
}

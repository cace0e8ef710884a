package io.github.openstackjvm.objectstore;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.internal.wire.Limited;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.TransferListener;
import io.github.openstackjvm.transfer.TransferProgress;
import org.jspecify.annotations.Nullable;

/** Puts an object in segments, and then the manifest that makes one of them; or as a whole when it is small. */
final class SegmentedUpload {
    /** What every cloud takes. More is refused when all the segments are there already, so it is better said before. */
    private static final int MOST_SEGMENTS = 1000;

    private final StoredObjects objects;
    private final StoredObjects segments;
    private final String name;
    private final Content content;
    private final LargeUpload how;
    private final String prefix;
    private final Set<String> put = new HashSet<>();

    SegmentedUpload(StoredObjects objects, StoredObjects segments, String name, Content content, LargeUpload how) {
        this.objects = objects;
        this.segments = segments;
        this.name = name;
        this.content = content;
        this.how = how;
        // The form that other tools use, too.
        this.prefix = name + (how.isDynamic() ? "/dlo/" : "/slo/")
                + (how.label() == null ? UUID.randomUUID() : how.label()) + "/" + Math.max(0, content.length()) + "/"
                + how.segmentBytes() + "/";
    }

    StoredObject run() {
        long length = content.length();
        if (length >= 0 && length <= how.segmentBytes()) {
            Content watched = how.listener() == null ? content : content.onProgress(how.listener());
            return replacing(() -> objects.put(name, watched, how.spec()), Set.of());
        }
        if (length > how.segmentBytes() * MOST_SEGMENTS && !how.isDynamic()) {
            throw new InvalidSpec(name + " of " + length + " bytes would have more than " + MOST_SEGMENTS
                    + " segments: let them have " + (length + MOST_SEGMENTS - 1) / MOST_SEGMENTS
                    + " bytes or more, or make it dynamic");
        }
        objects.containers().create(ContainerSpec.named(segments.container()));
        boolean finished = false;
        try {
            List<Segment> parts = content.repeatable() && length >= 0 && partable() ? parallel(length) : sequential();
            Set<String> kept = new HashSet<>();
            parts.forEach(part -> kept.add(String.valueOf(part.path())));
            StoredObject whole = replacing(() -> assembled(parts), kept);
            finished = true;
            return whole;
        } catch (OutcomeUnknown e) {
            // The manifest may be there.
            finished = true;
            throw e;
        } finally {
            if (!finished && how.label() == null) {
                cleanUp();
            }
        }
    }

    /** Content that is there once only has no parts that can be read side by side. */
    private boolean partable() {
        try {
            content.part(0, 0);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private StoredObject assembled(List<Segment> parts) {
        if (how.isDynamic()) {
            objects.putDynamicManifest(name, segments.container(), prefix, how.spec());
            return objects.get(name);
        }
        return objects.putManifest(name, parts, how.spec());
    }

    /** Puts the new object, and then deletes what only the old one has needed. */
    private StoredObject replacing(Callable<StoredObject> puts, Set<String> kept) {
        Optional<List<Segment>> old = how.keepsOld() ? Optional.empty() : oldSegments();
        StoredObject whole;
        try {
            whole = puts.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        List<String> unused = new ArrayList<>();
        for (Segment segment : old.orElse(List.of())) {
            if (segment.path() != null && !kept.contains(segment.path())) {
                String[] path = segment.path().substring(1).split("/", 2);
                unused.add(Encoded.path(path[0], path[1]));
            }
        }
        if (!unused.isEmpty()) {
            objects.deletePaths(unused);
        }
        return whole;
    }

    private Optional<List<Segment>> oldSegments() {
        return objects.find(name).filter(StoredObject::staticLarge).map(old -> objects.manifest(Ref.id(name)));
    }

    private List<Segment> parallel(long length) {
        int count = (int) ((length + how.segmentBytes() - 1) / how.segmentBytes());
        Map<String, StoredObject> there = new HashMap<>();
        if (how.label() != null) {
            segments.list().prefix(prefix).forEach(segment -> there.put(segment.name(), segment));
        }
        Whole progress = new Whole(how.listener(), count, length);
        Segment[] done = new Segment[count];
        Iterator<Callable<Segment>> tasks = IntStream.range(0, count)
                .<Callable<Segment>>mapToObj(i -> () -> done[i] = segment(i, length, there, progress))
                .iterator();
        try {
            Workers.all(objects.binding().waits(), how.atOnce(), tasks);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return List.of(done);
    }

    private Segment segment(int index, long length, Map<String, StoredObject> there, Whole progress) {
        long from = index * how.segmentBytes();
        long count = Math.min(how.segmentBytes(), length - from);
        Content part = content.part(from, count).onProgress(progress.of(index));
        String segmentName = segmentName(index);
        StoredObject before = there.get(segmentName);
        if (before != null
                && before.bytes() == count
                && md5(content.part(from, count)).equals(before.etag())) {
            progress.of(index).moved(new TransferProgress(count, OptionalLong.of(count), Duration.ZERO));
            return Segment.of(segments.container(), before);
        }
        return Segment.of(segments.container(), put(segmentName, part));
    }

    private StoredObject put(String segmentName, Content part) {
        synchronized (put) {
            put.add(segmentName);
        }
        return segments.put(segmentName, part);
    }

    private String segmentName(int index) {
        return prefix + String.format(java.util.Locale.ROOT, "%08d", index);
    }

    private static String md5(Content part) {
        MessageDigest digest = Checksum.digest(Etag.MD5);
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = part.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Checksum.hex(digest);
    }

    /** One after the other, each until it is full or there is no more. */
    private List<Segment> sequential() {
        List<Segment> done = new ArrayList<>();
        Content watched = how.listener() == null ? content : content.onProgress(how.listener());
        try (PushbackInputStream in = new PushbackInputStream(watched.open())) {
            for (int next = in.read(); next >= 0 || done.isEmpty(); next = in.read()) {
                if (next >= 0) {
                    in.unread(next);
                }
                if (done.size() == MOST_SEGMENTS && !how.isDynamic()) {
                    throw new InvalidSpec(name + " has more than " + MOST_SEGMENTS + " segments of "
                            + how.segmentBytes() + " bytes: let them be larger, or make it dynamic");
                }
                Content part = Content.once(new Open(new Limited(in, how.segmentBytes())));
                done.add(Segment.of(segments.container(), put(segmentName(done.size()), part)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return done;
    }

    /** What was put is of no use. */
    private void cleanUp() {
        // An interrupt has ended the upload; it must not end this, too.
        boolean interrupted = Thread.interrupted();
        try {
            segments.deleteAll(List.copyOf(put));
        } catch (OpenStackException e) {
            // The failure that led here says more. What is left has the object's name before it.
            return;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A stream that its reader does not close. */
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            return in.read(bytes, from, count);
        }

        @Override
        public void close() {
            // Others follow out of the same stream.
        }
    }

    /** Adds up how far the parts are. */
    private static final class Whole {
        private final @Nullable TransferListener listener;
        private final long[] moved;
        private final OptionalLong total;
        private final long began = System.nanoTime();

        Whole(@Nullable TransferListener listener, int parts, long total) {
            this.listener = listener;
            this.moved = new long[parts];
            this.total = OptionalLong.of(total);
        }

        TransferListener of(int part) {
            return progress -> {
                if (listener != null) {
                    moved(part, progress.bytes(), listener);
                }
            };
        }

        private synchronized void moved(int part, long bytes, TransferListener hears) {
            moved[part] = bytes;
            long sum = 0;
            for (long each : moved) {
                sum += each;
            }
            hears.moved(new TransferProgress(sum, total, Duration.ofNanos(System.nanoTime() - began)));
        }
    }
}

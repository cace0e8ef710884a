package io.github.openstackjvm.objectstore;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.internal.wire.Limited;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.TransferListener;
import io.github.openstackjvm.transfer.TransferProgress;
import org.jspecify.annotations.Nullable;

/** Puts content in segments under one prefix: several at once if it can be read in parts, else one after the other. */
final class SegmentWriter {
    /** What every cloud takes. More is refused when all the segments are there already, so it is better said before. */
    static final int MOST_SEGMENTS = 1000;

    private final StoredObjects segments;
    private final String prefix;
    private final boolean resumes;
    private final String name;
    private final Content content;
    private final LargeUpload how;
    private final Set<String> put = new HashSet<>();

    /**
     * Of the object with this name.
     *
     * @param resumes whether segments that are there count, and stay when it fails
     */
    SegmentWriter(
            StoredObjects segments, String prefix, boolean resumes, String name, Content content, LargeUpload how) {
        this.segments = segments;
        this.prefix = prefix;
        this.resumes = resumes;
        this.name = name;
        this.content = content;
        this.how = how;
    }

    /** Whether it has parts that can be read side by side. */
    static boolean divisible(Content content) {
        return !content.isOnce() && content.length() >= 0;
    }

    String prefix() {
        return prefix;
    }

    List<Segment> write() {
        return divisible(content) ? sideBySide() : oneAfterTheOther();
    }

    /** Whether a large object with this ETag has what this content would be in segments. */
    boolean hasWritten(@Nullable String etag) {
        List<Long> lengths = LongStream.range(0, count()).mapToObj(this::length).toList();
        return Checksum.hex(new SegmentedMd5(lengths), content).equals(etag);
    }

    private int count() {
        return (int) ((content.length() + how.segmentBytes() - 1) / how.segmentBytes());
    }

    private long length(long index) {
        return Math.min(how.segmentBytes(), content.length() - index * how.segmentBytes());
    }

    private List<Segment> sideBySide() {
        Map<String, StoredObject> there = new HashMap<>();
        if (resumes) {
            segments.list().prefix(prefix).forEach(segment -> there.put(segment.name(), segment));
        }
        Whole progress = new Whole(how.listener(), count(), content.length());
        Segment[] done = new Segment[count()];
        Iterator<Callable<Segment>> tasks = IntStream.range(0, count())
                .<Callable<Segment>>mapToObj(i -> () -> done[i] = segment(i, there, progress))
                .iterator();
        Workers.all(segments.binding().waits(), how.atOnce(), tasks);
        return List.of(done);
    }

    private Segment segment(int index, Map<String, StoredObject> there, Whole progress) {
        long count = length(index);
        Content part = content.part(index * how.segmentBytes(), count);
        StoredObject before = there.get(nameOf(index));
        if (before != null
                && before.bytes() == count
                && Checksum.hex(Checksum.digest(Etag.MD5), part).equals(before.etag())) {
            progress.of(index).moved(new TransferProgress(count, OptionalLong.of(count), Duration.ZERO));
            return Segment.of(segments.container(), before);
        }
        return put(index, part.onProgress(progress.of(index)));
    }

    private Segment put(int index, Content part) {
        String segment = nameOf(index);
        synchronized (put) {
            put.add(segment);
        }
        return Segment.of(segments.container(), segments.put(segment, part));
    }

    private String nameOf(int index) {
        return prefix + String.format(Locale.ROOT, "%08d", index);
    }

    /** Each until it is full or there is no more. */
    private List<Segment> oneAfterTheOther() {
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
                done.add(put(done.size(), Content.once(new Open(new Limited(in, how.segmentBytes())))));
            }
        } catch (IOException e) {
            throw Checksum.unreadable(e);
        }
        return done;
    }

    /** Deletes what was put and is of no use, unless a later upload is to go on with it. */
    void discard() {
        if (resumes) {
            return;
        }
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

package io.github.openstackjvm.testkit.scenario;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.objectstore.BulkReport;
import io.github.openstackjvm.objectstore.DirectoryOptions;
import io.github.openstackjvm.objectstore.DirectoryReport;
import io.github.openstackjvm.objectstore.LargeUpload;
import io.github.openstackjvm.objectstore.ObjectSpec;
import io.github.openstackjvm.objectstore.Segment;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.Incoming;
import io.github.openstackjvm.transfer.TransferProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Objects out of segments. */
@Scenario
class LargeObjectsScenario {
    private static final int PIECE = 30_000;
    /** Seven pieces, the last one shorter. */
    private static final byte[] BYTES = bytes(200_001);

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(StoredObjects objects, String name) {
        return objects.download(name).read(Incoming::readAllBytes);
    }

    private static List<String> names(StoredObjects objects) {
        return objects.list().stream().map(StoredObject::name).toList();
    }

    private static StoredObjects segmentsOf(Cloud cloud, Shelf shelf, StoredObjects objects) {
        shelf.alsoRemoves(objects.container() + "_segments");
        return cloud.objectstore().objects(objects.container() + "_segments");
    }

    @Test
    void aLargeFileIsPutInSegments(Cloud cloud, Scratch scratch, @TempDir Path folder) throws IOException {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects objects = shelf.container("large");
        StoredObjects segments = segmentsOf(cloud, shelf, objects);
        Path file = Files.write(folder.resolve("file"), BYTES);
        List<TransferProgress> seen = Collections.synchronizedList(new ArrayList<>());
        StoredObject put = objects.upload(
                "dir/ä large",
                Content.of(file),
                new LargeUpload()
                        .segmentBytes(PIECE)
                        .concurrency(4)
                        .with(new ObjectSpec().contentType("application/x-mine").metadata("a", "1"))
                        .onProgress(seen::add));
        assertThat(put.staticLarge()).isTrue();
        assertThat(put.bytes()).isEqualTo(BYTES.length);
        assertThat(seen.get(seen.size() - 1).fraction()).hasValue(1);
        assertThat(seen).extracting(TransferProgress::bytes).isSorted();

        StoredObject there = objects.get("dir/ä large");
        assertThat(there.isLarge()).isTrue();
        assertThat(there.bytes()).isEqualTo(BYTES.length);
        assertThat(there.etag()).isEqualTo(put.etag());
        assertThat(there.contentType()).isEqualTo("application/x-mine");
        assertThat(there.metadata()).isEqualTo(Map.of("a", "1"));
        StoredObject listed = objects.list().one();
        assertThat(listed.isLarge()).isTrue();
        assertThat(listed.bytes()).isEqualTo(BYTES.length);
        assertThat(listed.etag()).isEqualTo(put.etag());

        List<Segment> manifest = objects.manifest(Ref.id("dir/ä large"));
        assertThat(manifest).hasSize(7);
        assertThat(manifest).extracting(Segment::bytes).containsOnly(30_000L, 20_001L);
        assertThat(manifest)
                .extracting(Segment::path)
                .containsExactlyElementsOf(names(segments).stream()
                        .map(each -> "/" + segments.container() + "/" + each)
                        .toList());
        assertThat(names(segments)).allMatch(each -> each.startsWith("dir/ä large/slo/"));

        Path back = folder.resolve("back");
        assertThat(objects.download("dir/ä large").to(back).etag()).isEqualTo(put.etag());
        assertThat(back).hasSameBinaryContentAs(file);
        try (Incoming<StoredObject> in = objects.download("dir/ä large").open()) {
            assertThat(in.verified()).isTrue();
            assertThat(in.length()).hasValue(BYTES.length);
        }
        byte[] part = objects.download("dir/ä large").range(29_990, 60_020).read(Incoming::readAllBytes);
        assertThat(part).isEqualTo(Arrays.copyOfRange(BYTES, 29_990, 90_010));

        assertThat(objects.deleteWithSegments(Ref.id("dir/ä large"))).isEqualTo(new BulkReport(8, 0));
        assertThat(names(objects)).isEmpty();
        assertThat(names(segments)).isEmpty();
    }

    @Test
    void whatIsReplacedLeavesNoSegments(Cloud cloud, Scratch scratch) {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects objects = shelf.container("replaced");
        StoredObjects segments = segmentsOf(cloud, shelf, objects);
        LargeUpload how = new LargeUpload().segmentBytes(100_000);
        objects.upload("o", Content.of(BYTES), how);
        List<String> first = names(segments);
        assertThat(first).hasSize(3);
        objects.upload("o", Content.of(BYTES), how);
        assertThat(names(segments)).hasSize(3).doesNotContainAnyElementsOf(first);
        List<String> second = names(segments);
        objects.upload("o", Content.of("small"), new LargeUpload().keepOldSegments());
        assertThat(names(segments)).isEqualTo(second);
        objects.upload("o", Content.of(BYTES), how);
        assertThat(names(segments)).hasSize(6);
        objects.upload("o", Content.of(BYTES), how.dynamic());
        assertThat(names(segments)).hasSize(6);
        List<String> dynamic = names(segments);
        objects.upload("o", Content.of(BYTES), how);
        assertThat(names(segments)).hasSize(6).isNotEqualTo(dynamic);
        assertThat(read(objects, "o")).isEqualTo(BYTES);
        objects.upload("o", Content.of("small"), how);
        assertThat(names(segments)).isEqualTo(second);
        assertThat(objects.get("o").isLarge()).isFalse();
        assertThat(read(objects, "o")).asString().isEqualTo("small");
    }

    @Test
    void aStreamIsPutSegmentAfterSegment(Cloud cloud, Scratch scratch) {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects objects = shelf.container("streams");
        String elsewhere = scratch.name("elsewhere");
        shelf.alsoRemoves(elsewhere);
        LargeUpload how = new LargeUpload().segmentBytes(100_000).segmentContainer(elsewhere);
        StoredObject put = objects.upload("once", Content.once(new ByteArrayInputStream(BYTES)), how);
        assertThat(put.bytes()).isEqualTo(BYTES.length);
        assertThat(read(objects, "once")).isEqualTo(BYTES);
        StoredObjects segments = cloud.objectstore().objects(elsewhere);
        assertThat(segments.list().stream().map(StoredObject::bytes)).containsExactly(100_000L, 100_000L, 1L);
        objects.upload("exact", Content.chunked(() -> new ByteArrayInputStream(BYTES, 0, 100_000)), how);
        assertThat(objects.manifest(Ref.id("exact"))).hasSize(1);
        objects.upload("empty", Content.of(""), how);
        assertThat(objects.get("empty").isLarge()).isFalse();
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> objects.upload("many", Content.of(BYTES), new LargeUpload().segmentBytes(10)))
                .withMessageContaining("more than 1000 segments: let them have 201 bytes or more");
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> objects.upload(
                        "many", Content.once(new ByteArrayInputStream(BYTES)), how.segmentBytes(6L << 30)));
    }

    /** Content whose source fails at this byte, until it is told to be well. */
    private static final class Brittle {
        private final long at;
        private final AtomicLong opened = new AtomicLong();
        private volatile boolean well;

        Brittle(long at) {
            this.at = at;
        }

        Content content() {
            return Content.from(BYTES.length, () -> {
                opened.incrementAndGet();
                return new FilterInputStream(new ByteArrayInputStream(BYTES)) {
                    private long position;

                    @Override
                    public long skip(long count) throws IOException {
                        long skipped = super.skip(count);
                        position += skipped;
                        return skipped;
                    }

                    @Override
                    public int read(byte[] into, int from, int count) throws IOException {
                        if (!well && position <= at && position + count > at) {
                            throw new IOException("the disk is broken");
                        }
                        int n = super.read(into, from, count);
                        position += Math.max(0, n);
                        return n;
                    }
                };
            });
        }
    }

    @Test
    void anUploadThatFailsLeavesNothing(Cloud cloud, Scratch scratch) {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects objects = shelf.container("failed");
        StoredObjects segments = segmentsOf(cloud, shelf, objects);
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> objects.upload(
                        "o",
                        new Brittle(100_000).content(),
                        new LargeUpload().segmentBytes(PIECE).concurrency(2)))
                .withMessageContaining("the disk is broken");
        assertThat(names(segments)).isEmpty();
        assertThat(names(objects)).isEmpty();
        InputStream breaking = new FilterInputStream(new ByteArrayInputStream(BYTES)) {
            private long left = 100_000;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                if (left <= 0) {
                    throw new IOException("the line is dead");
                }
                int n = super.read(into, from, (int) Math.min(left, count));
                left -= n;
                return n;
            }
        };
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> objects.upload("o", Content.once(breaking), new LargeUpload().segmentBytes(PIECE)))
                .withMessageContaining("the line is dead");
        assertThat(names(segments)).isEmpty();
    }

    @Test
    void anUploadGoesOnWhereItHasEnded(Cloud cloud, Scratch scratch) {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects objects = shelf.container("resumed");
        StoredObjects segments = segmentsOf(cloud, shelf, objects);
        LargeUpload how = new LargeUpload().segmentBytes(PIECE).concurrency(1).resumable("monday");
        Brittle source = new Brittle(4 * PIECE + 5);
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> objects.upload("o", source.content(), how))
                .withMessageContaining("the disk is broken");
        List<StoredObject> left = segments.list().toList();
        assertThat(left).hasSize(4);
        // One of them went bad meanwhile.
        segments.put(left.get(1).name(), Content.of(bytes(PIECE)));
        source.well = true;
        objects.upload("o", source.content(), how);
        List<StoredObject> all = segments.list().toList();
        assertThat(all).hasSize(7);
        assertThat(all.get(0)).isEqualTo(left.get(0));
        assertThat(all.get(2)).isEqualTo(left.get(2));
        assertThat(all.get(3)).isEqualTo(left.get(3));
        assertThat(read(objects, "o")).isEqualTo(BYTES);
        // Once more puts nothing but the manifest.
        objects.upload("o", source.content(), how);
        assertThat(segments.list().toList()).isEqualTo(all);
        assertThat(source.opened).hasValueGreaterThan(14);
    }

    @Test
    void dynamicOnesAreWhateverTheirSegmentsAre(Cloud cloud, Scratch scratch) {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects objects = shelf.container("dynamic");
        StoredObjects segments = segmentsOf(cloud, shelf, objects);
        StoredObject put = objects.upload(
                "ö", Content.of(BYTES), new LargeUpload().segmentBytes(PIECE).dynamic());
        assertThat(put.isLarge()).isTrue();
        assertThat(put.staticLarge()).isFalse();
        assertThat(put.bytes()).isEqualTo(BYTES.length);
        assertThat(put.dynamicManifest()).startsWith(segments.container() + "/ö/dlo/");
        try (Incoming<StoredObject> in = objects.download("ö").open()) {
            assertThat(in.verified()).isTrue();
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        segments.put("x/1", Content.of("one "));
        segments.put("x/2", Content.of("two "));
        objects.putDynamicManifest("list", segments.container(), "x/", new ObjectSpec().contentType("text/x"));
        assertThat(read(objects, "list")).asString().isEqualTo("one two ");
        segments.put("x/3", Content.of("three"));
        assertThat(read(objects, "list")).asString().isEqualTo("one two three");
        assertThat(objects.get("list").contentType()).isEqualTo("text/x");
        byte[] part = objects.download("list").range(2, 6).read(Incoming::readAllBytes);
        assertThat(part).asString().isEqualTo("e two ");
        objects.update("list", objects.changes().metadata("a", "1"));
        assertThat(objects.get("list").dynamicManifest()).isEqualTo(segments.container() + "/x/");
        assertThat(objects.deleteWithSegments(Ref.id("list"))).isEqualTo(new BulkReport(4, 0));
        assertThat(objects.deleteWithSegments(Ref.id("ö"))).isEqualTo(new BulkReport(8, 0));
        assertThat(names(segments)).isEmpty();
    }

    @Test
    void manifestsAreWrittenByHand(Cloud cloud, Scratch scratch) {
        StoredObjects objects = new Shelf(cloud, scratch).container("manifests");
        String container = objects.container();
        StoredObject one = objects.put("p/one ü", Content.of("0123456789"));
        objects.put("p/two", Content.of("abcdef"));
        StoredObject whole = objects.putManifest(
                "whole",
                List.of(
                        Segment.of(container, one),
                        Segment.of(container, "p/two"),
                        Segment.of(container, "p/one ü").range(2, 3)),
                new ObjectSpec().metadata("a", "1"));
        assertThat(whole.staticLarge()).isTrue();
        assertThat(read(objects, "whole")).asString().isEqualTo("0123456789abcdef234");
        assertThat(objects.get("whole").bytes()).isEqualTo(19);
        List<Segment> manifest = objects.manifest(Ref.id("whole"));
        assertThat(manifest).extracting(Segment::range).containsExactly(null, null, "2-4");
        assertThat(manifest.get(0).etag()).isEqualTo(one.etag());
        assertThat(manifest.get(0).path()).isEqualTo("/" + container + "/p/one ü");
        assertThat(manifest.get(0).lastModified()).isNotNull();

        objects.putManifest(
                "nested", List.of(Segment.of(container, "whole"), Segment.of(container, "p/two")), new ObjectSpec());
        assertThat(read(objects, "nested")).asString().isEqualTo("0123456789abcdef234abcdef");
        assertThat(objects.manifest(Ref.id("nested")).get(0).large()).isTrue();

        Ref<StoredObject> ref = Ref.id("whole");
        objects.copy(ref, objects, "bytes");
        assertThat(objects.get("bytes").isLarge()).isFalse();
        assertThat(read(objects, "bytes")).asString().isEqualTo("0123456789abcdef234");
        objects.copyManifest(ref, objects, "again", new ObjectSpec().metadata("b", "2"));
        assertThat(objects.manifest(Ref.id("again"))).hasSize(3);
        assertThat(objects.get("again").metadata()).isEqualTo(Map.of("a", "1", "b", "2"));

        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> objects.putManifest(
                        "bad",
                        List.of(
                                Segment.of(container, "p/none"),
                                Segment.of(container, "p/two", 5, null),
                                Segment.of(container, "p/two", 6, "0".repeat(32))),
                        new ObjectSpec()))
                .withMessageContaining("p/none: 404 Not Found")
                .withMessageContaining("p/two: Size Mismatch")
                .withMessageContaining("p/two: Etag Mismatch");
        assertThat(objects.putManifest("none", List.of(), new ObjectSpec()).bytes())
                .isZero();
        assertThat(read(objects, "none")).isEmpty();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> objects.putManifest(
                        "bad", List.of(Segment.of(container, "p/two").range(10, 5)), new ObjectSpec()))
                .withMessageContaining("Unsatisfiable Range");
        assertThat(objects.find("bad")).isEmpty();
        objects.delete("p/two");
        assertThatExceptionOfType(OpenStackException.class).isThrownBy(() -> read(objects, "whole"));
    }

    @Test
    void foldersWithLargeFilesAreBroughtThereAndBack(Cloud cloud, Scratch scratch, @TempDir Path folder)
            throws IOException {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects objects = shelf.container("tree");
        StoredObjects segments = segmentsOf(cloud, shelf, objects);
        Path source = Files.createDirectories(folder.resolve("source/sub"));
        for (int i = 0; i < 8; i++) {
            Files.writeString(source.resolve("file" + i), "text " + i, StandardCharsets.UTF_8);
        }
        Files.write(source.resolve("large"), BYTES);
        Files.writeString(source.resolve("other.tmp"), "not wanted");
        DirectoryOptions options = new DirectoryOptions()
                .concurrency(3)
                .uploads(new LargeUpload().segmentBytes(PIECE))
                .only(name -> !name.endsWith(".tmp"));
        assertThat(objects.uploadDirectory(folder.resolve("source"), "", options))
                .isEqualTo(new DirectoryReport(9, 8 * 6 + BYTES.length, 0));
        assertThat(names(segments)).hasSize(7);
        assertThat(objects.uploadDirectory(folder.resolve("source"), "", options))
                .isEqualTo(new DirectoryReport(0, 0, 9));
        Path back = folder.resolve("back");
        assertThat(objects.downloadDirectory("", back, options))
                .isEqualTo(new DirectoryReport(9, 8 * 6 + BYTES.length, 0));
        assertThat(back.resolve("sub/large")).hasBinaryContent(BYTES);
        assertThat(objects.downloadDirectory("", back, options)).isEqualTo(new DirectoryReport(0, 0, 9));
        assertThat(objects.downloadDirectory("sub/file", back, options.everything()))
                .isEqualTo(new DirectoryReport(8, 8 * 6, 0));
        // The folders themselves, as other tools put them.
        objects.put("marked/", Content.of(""), new ObjectSpec());
        objects.put("marked/sub", Content.of(""), new ObjectSpec().contentType("application/directory"));
        objects.put("marked/sub/file", Content.of("text"));
        Path marked = folder.resolve("marked");
        assertThat(objects.downloadDirectory("marked/", marked, options)).isEqualTo(new DirectoryReport(1, 4, 0));
        assertThat(marked.resolve("sub/file")).hasContent("text");
        // Of the same length, and yet another file.
        byte[] changed = BYTES.clone();
        changed[100_000]++;
        Files.write(source.resolve("large"), changed);
        assertThat(objects.uploadDirectory(
                        folder.resolve("source"),
                        "",
                        new DirectoryOptions()
                                .uploads(new LargeUpload().segmentBytes(PIECE))
                                .only(name -> name.endsWith("large"))))
                .isEqualTo(new DirectoryReport(1, BYTES.length, 0));
        assertThat(names(segments)).hasSize(7);
        assertThat(read(objects, "sub/large")).isEqualTo(changed);
    }
}

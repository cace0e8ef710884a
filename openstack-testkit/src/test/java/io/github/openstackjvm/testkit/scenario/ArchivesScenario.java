package io.github.openstackjvm.testkit.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.objectstore.Archive;
import io.github.openstackjvm.objectstore.BulkReport;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Many objects in one request. */
@Scenario
class ArchivesScenario {

    private static byte[] tar(Map<String, String> files) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        files.forEach((name, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] head = new byte[512];
            put(head, 0, name);
            put(head, 100, "0000644\0");
            put(head, 124, String.format("%011o\0", bytes.length));
            put(head, 136, "00000000000\0");
            put(head, 148, "        ");
            put(head, 156, name.endsWith("/") ? "5" : "0");
            put(head, 257, "ustar\00000");
            int sum = IntStream.range(0, head.length).map(i -> head[i] & 255).sum();
            put(head, 148, String.format("%06o\0 ", sum));
            tar.writeBytes(head);
            tar.writeBytes(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
        });
        tar.writeBytes(new byte[1024]);
        return tar.toByteArray();
    }

    private static void put(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    /** With {@code a.txt}, which has {@code one}, as {@code tar} and {@code bzip2} make it. */
    private static final byte[] BZIPPED = Base64.getDecoder()
            .decode(
                    "QlpoOTFBWSZTWfDdAYEAAG17gMmAAADAAW2AAAhiAZ5ACAggAFRCAGgADQSSJoaB6jCB93MghBTBCEPd8x9Z5IEMDFeIiiwikECS"
                            + "oWGMwpQXvrZ08Z+OEREQD4u5IpwoSHhugMCA");

    private static List<String> names(StoredObjects objects) {
        return objects.list().stream().map(StoredObject::name).toList();
    }

    @Test
    void anArchiveIsPutFileByFile(Cloud cloud, Scratch scratch) {
        StoredObjects objects = new Shelf(cloud, scratch).container("archive ü");
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a.txt", "one");
        files.put("dir/", "");
        files.put("dir/ö b.html", "<p>two</p>");
        byte[] tar = tar(files);
        assertThat(objects.extract("", Archive.TAR, Content.of(tar))).isEqualTo(new BulkReport(2, 0));
        assertThat(names(objects)).containsExactly("a.txt", "dir/ö b.html");
        String text =
                objects.download("dir/ö b.html").read(in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
        assertThat(text).isEqualTo("<p>two</p>");
        assertThat(objects.get("dir/ö b.html").contentType()).isEqualTo("text/html");
        assertThat(objects.extract("be low/", Archive.TAR_GZ, Content.of(gzip(tar))))
                .isEqualTo(new BulkReport(2, 0));
        assertThat(names(objects)).containsExactly("a.txt", "be low/a.txt", "be low/dir/ö b.html", "dir/ö b.html");
        assertThat(objects.extract("below/", Archive.TAR_BZ2, Content.of(BZIPPED)))
                .isEqualTo(new BulkReport(1, 0));
        assertThat(objects.get("below/a.txt").etag())
                .isEqualTo(objects.get("a.txt").etag());
        for (Archive packed : List.of(Archive.TAR_GZ, Archive.TAR_BZ2)) {
            assertThatExceptionOfType(OpenStackException.class)
                    .isThrownBy(() -> objects.extract("", packed, Content.of(tar)))
                    .withMessageContaining("400 Bad Request")
                    .withMessageContaining("Invalid Tar File: ")
                    .withMessageContaining(packed == Archive.TAR_GZ ? "not a gzip file" : "invalid compressed data");
        }
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> objects.extract("below", Archive.TAR, Content.of(tar)));
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> objects.extract("", Archive.TAR, Content.of("no archive at all")))
                .withMessageContaining("400 Bad Request")
                .withMessageContaining("Invalid Tar File");
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> objects.extract("", Archive.TAR, Content.of(tar(Map.of()))))
                .withMessageContaining("Invalid Tar File: No Valid Files");
        String longest = "x".repeat(90);
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() ->
                        objects.extract("y".repeat(950) + "/", Archive.TAR, Content.of(tar(Map.of(longest, "1")))))
                .withMessageContaining("400 Bad Request");
    }

    @Test
    void manyNamesAreDeleted(Cloud cloud, Scratch scratch) {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects objects = shelf.container("many");
        Map<String, String> files = new LinkedHashMap<>();
        IntStream.range(0, 30).forEach(i -> files.put("f" + i, "x"));
        objects.extract("", Archive.TAR, Content.of(tar(files)));
        assertThat(names(objects)).hasSize(30);
        List<String> most =
                files.keySet().stream().filter(each -> !each.equals("f7")).toList();
        assertThat(objects.deleteAll(most)).isEqualTo(new BulkReport(29, 0));
        assertThat(names(objects)).containsExactly("f7");
        StoredObjects none = cloud.objectstore().objects(scratch.name("none"));
        assertThat(none.deleteAll(List.of("a", "b"))).isEqualTo(new BulkReport(0, 2));
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> objects.deleteAll(List.of("f7", "z".repeat(3000))))
                .withMessageContaining("400 Bad Request");
    }
}

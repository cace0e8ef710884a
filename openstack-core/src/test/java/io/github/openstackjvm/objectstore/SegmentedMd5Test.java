package io.github.openstackjvm.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.openstackjvm.internal.wire.Checksum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentedMd5Test {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String md5(String text) {
        var digest = Checksum.digest(Etag.MD5);
        digest.update(bytes(text));
        return Checksum.hex(digest);
    }

    private static String of(int piece, String text, Long... lengths) {
        SegmentedMd5 digest = new SegmentedMd5(List.of(lengths));
        byte[] bytes = bytes(text);
        for (int from = 0; from < bytes.length; from += piece) {
            digest.update(bytes, from, Math.min(piece, bytes.length - from));
        }
        return Checksum.hex(digest);
    }

    @ParameterizedTest(name = "in pieces of {0}")
    @ValueSource(ints = {1, 2, 3, 4, 100})
    void isTheMd5OfTheMd5sOfTheSegments(int piece) {
        String expected = Etag.ofSegments(List.of(md5("abc"), md5("def"), md5("g")));
        assertThat(of(piece, "abcdefg", 3L, 3L, 1L)).isEqualTo(expected);
    }

    @Test
    void emptySegmentsCount() {
        assertThat(of(2, "ab", 0L, 2L, 0L)).isEqualTo(Etag.ofSegments(List.of(md5(""), md5("ab"), md5(""))));
        assertThat(of(1, "", 0L)).isEqualTo(Etag.ofSegments(List.of(md5(""))));
    }

    @Test
    void anObjectOutOfNoSegmentsIsEmpty() {
        assertThat(of(1, "")).isEqualTo(md5("")).isEqualTo(Etag.ofSegments(List.of()));
    }

    @Test
    void bytesTooManyOrTooFewAreAnotherDigest() {
        String right = of(1, "abcd", 2L, 2L);
        assertThat(of(1, "abcde", 2L, 2L)).isNotEqualTo(right);
        assertThat(of(1, "abc", 2L, 2L)).isNotEqualTo(right);
        assertThat(of(1, "a")).isNotEqualTo(of(1, ""));
    }

    @Test
    void beginsAnewAfterItsEnd() {
        SegmentedMd5 digest = new SegmentedMd5(List.of(1L, 1L));
        digest.update(bytes("ab"));
        String first = Checksum.hex(digest);
        digest.update(bytes("x"));
        digest.reset();
        digest.update(bytes("ab"));
        assertThat(Checksum.hex(digest)).isEqualTo(first);
    }
}

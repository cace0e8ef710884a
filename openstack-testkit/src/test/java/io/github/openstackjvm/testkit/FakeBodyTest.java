package io.github.openstackjvm.testkit;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FakeBodyTest {

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + seed + i / 251);
        }
        return bytes;
    }

    private static FakeBody large() throws IOException {
        return FakeBody.read(new ByteArrayInputStream(bytes((3 << 20) + 7, 1)));
    }

    @Test
    void aLargeBodyLivesUntilItsLastHolderLetsGo() throws IOException {
        FakeBody body = large();
        FakeBody kept = body.share();
        body.discard();
        assertThat(kept.length()).isEqualTo((3 << 20) + 7);
        assertThat(kept.bytes()).isEqualTo(bytes((3 << 20) + 7, 1));
        kept.discard();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(kept::open);
    }

    @Test
    void aSliceHasTheBytesBetween() throws IOException {
        byte[] all = bytes((3 << 20) + 7, 1);
        FakeBody body = large();
        assertThat(body.slice(0, all.length)).isSameAs(body);
        assertThat(body.slice(1_000_000, 3_000_000).bytes()).isEqualTo(Arrays.copyOfRange(all, 1_000_000, 3_000_000));
        assertThat(body.slice(5, 20).slice(1, 4).bytes()).isEqualTo(Arrays.copyOfRange(all, 6, 9));
        assertThat(FakeBody.of("abcdef").slice(2, 4).text()).isEqualTo("cd");
        body.discard();
    }

    @Test
    void joinedBodiesReadAsOne() throws IOException {
        FakeBody large = large();
        FakeBody joined = FakeBody.joined(List.of(FakeBody.of("ab"), FakeBody.EMPTY, large, FakeBody.of("cd")));
        assertThat(joined.length()).isEqualTo(large.length() + 4);
        byte[] all = joined.bytes();
        assertThat(all).startsWith('a', 'b').endsWith('c', 'd');
        for (long[] range : new long[][] {{0, 1}, {1, 3}, {2, 9}, {3_000_000, large.length() + 3}, {5, 5}}) {
            assertThat(joined.slice(range[0], range[1]).bytes())
                    .as(Arrays.toString(range))
                    .isEqualTo(Arrays.copyOfRange(all, (int) range[0], (int) range[1]));
        }
        joined.discard();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(large::open);
    }

    @Test
    void aBrokenBodyHasALengthAndNoEnd() throws IOException {
        FakeBody body = FakeBody.joined(List.of(FakeBody.of("ab"), FakeBody.broken(3)));
        assertThat(body.length()).isEqualTo(5);
        try (InputStream in = body.open()) {
            assertThat(in.readNBytes(2)).containsExactly('a', 'b');
            assertThatExceptionOfType(EOFException.class).isThrownBy(in::read);
        }
    }
}

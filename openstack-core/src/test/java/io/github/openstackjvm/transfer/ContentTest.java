package io.github.openstackjvm.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What is uploaded. */
class ContentTest {
    @TempDir
    Path directory;

    private static String text(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFileIsReadAgainEachTime() throws IOException {
        Content content = Content.of(Files.writeString(directory.resolve("a"), "héllo"));

        assertThat(content.length()).isEqualTo(6);
        assertThat(text(content)).isEqualTo("héllo");
        assertThat(content.repeatable()).isTrue();
        assertThat(text(content)).isEqualTo("héllo");
        assertThat(content).hasToString("Content[" + directory.resolve("a") + ", 6 bytes]");
    }

    @Test
    void whatIsNoFileFailsAtOnce() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Content.of(directory.resolve("none")))
                .withMessageContaining("none");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Content.of(directory))
                .withMessageContaining("is a directory");
    }

    @Test
    void bytesAndTextsAreReadAgainEachTime() throws IOException {
        assertThat(text(Content.of("é"))).isEqualTo("é");
        Content content = Content.of(new byte[] {'a', 'b'});
        assertThat(content.length()).isEqualTo(2);
        assertThat(text(content) + text(content)).isEqualTo("abab");
    }

    @Test
    void aSourceIsOpenedAgainEachTime() throws IOException {
        List<String> opened = new ArrayList<>();
        Content.Source source = () -> {
            opened.add("opened");
            return new ByteArrayInputStream(new byte[] {'x'});
        };

        Content known = Content.from(1, source);
        Content chunked = Content.chunked(source);

        assertThat(opened).isEmpty();
        assertThat(known.length()).isEqualTo(1);
        assertThat(chunked.length()).isEqualTo(-1);
        assertThat(text(known) + text(known) + text(chunked)).isEqualTo("xxx");
        assertThat(opened).hasSize(3);
    }

    @Test
    void aStreamCanBeOpenedOnce() throws IOException {
        Content content = Content.once(new ByteArrayInputStream(new byte[] {'x', 'y'}), 2);

        assertThat(content.repeatable()).isTrue();
        assertThat(text(content)).isEqualTo("xy");
        assertThat(content.repeatable()).isFalse();
        assertThat(content.onProgress(p -> {}).repeatable()).isFalse();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(content::open)
                .withMessage("a stream can be read once only, and was read before");
        assertThat(Content.once(InputStream.nullInputStream()).length()).isEqualTo(-1);
    }

    @Test
    void hasParts() throws IOException {
        Content content = Content.of(Files.writeString(directory.resolve("a"), "0123456789"));

        assertThat(text(content.part(3, 4))).isEqualTo("3456");
        assertThat(text(content.part(3, 4).part(1, 2))).isEqualTo("45");
        assertThat(content.part(9, 1).length()).isEqualTo(1);
        assertThat(text(content.part(10, 0))).isEmpty();
        try (InputStream in = content.part(2, 3).open()) {
            assertThat(in.skip(2)).isEqualTo(2);
            assertThat(in.available()).isEqualTo(1);
            assertThat(in.read()).isEqualTo('4');
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.markSupported()).isFalse();
        }
    }

    @Test
    void refusesPartsItDoesNotHave() {
        Content content = Content.of("0123456789");

        for (long[] part : new long[][] {{-1, 1}, {0, -1}, {0, 11}, {11, 0}, {5, Long.MAX_VALUE}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> content.part(part[0], part[1]))
                    .withMessageStartingWith("Content[bytes, 10 bytes] has no");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Content.chunked(InputStream::nullInputStream).part(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Content.once(InputStream.nullInputStream(), 5).part(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Content.from(-1, InputStream::nullInputStream));
        assertThatIllegalArgumentException().isThrownBy(() -> Content.once(InputStream.nullInputStream(), -1));
    }

    @Test
    void tellsHowFarItIsFromBeginningToEnd() throws IOException {
        List<TransferProgress> heard = new ArrayList<>();
        Content content = Content.of("0123456789").onProgress(heard::add);

        text(content);

        assertThat(heard.get(0).bytes()).isZero();
        assertThat(heard.get(0).fraction()).hasValue(0);
        TransferProgress last = heard.get(heard.size() - 1);
        assertThat(last.bytes()).isEqualTo(10);
        assertThat(last.total()).hasValue(10);
        assertThat(last.fraction()).hasValue(1);
        assertThat(last.bytesPerSecond()).isPositive();

        heard.clear();
        text(Content.chunked(content::open).onProgress(heard::add));
        assertThat(heard).extracting(TransferProgress::total).contains(OptionalLong.empty(), OptionalLong.of(10));
    }

    @Test
    void doesNotStopForAListenerThatFails() throws IOException {
        Content content = Content.of("0123456789").onProgress(progress -> {
            throw new IllegalStateException("the listener's own fault");
        });

        assertThat(text(content)).isEqualTo("0123456789");
    }
}

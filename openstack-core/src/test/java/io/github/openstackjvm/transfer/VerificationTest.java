package io.github.openstackjvm.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ChecksumMismatch;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.internal.wire.BrokenTransfer;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.internal.wire.Opener;
import io.github.openstackjvm.internal.wire.Opener.Opened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Downloads that are compared with what they must hash to, and taken up again where they broke. */
class VerificationTest {
    private static final String TEXT = "0123456789";
    private static final String MD5 = "781e5e245d69b566979b86e28d23f2c7";
    private static final String SHA256 = "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882";

    @TempDir
    Path directory;

    private final List<String> asked = new ArrayList<>();

    /** Answers each opening with the next of these streams. */
    private Download<String> download(List<Checksum> expected, boolean resumable, InputStream... streams) {
        Deque<InputStream> answers = new ArrayDeque<>(List.of(streams));
        return new Download<>((from, count) -> {
            asked.add(from + "+" + count);
            InputStream next = answers.remove();
            if (next instanceof Refusing refusing) {
                throw refusing.with;
            }
            return new Opened<>(
                    "thing 1",
                    next,
                    Opener.part(from, count) ? -1 : TEXT.length(),
                    "about",
                    Opener.part(from, count) ? List.of() : expected,
                    resumable);
        });
    }

    private static final class Refusing extends ByteArrayInputStream {
        final OpenStackException with;

        Refusing(OpenStackException with) {
            super(new byte[0]);
            this.with = with;
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static InputStream breaking(String text, OpenStackException why) {
        return new SequenceInputStream(bytes(text), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new BrokenTransfer(why);
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                return read();
            }
        });
    }

    private static Unavailable unavailable() {
        return new Unavailable("it broke", ErrorContext.NONE, null);
    }

    private static String text(Download<String> download) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(download.to(out)).isEqualTo("about");
        return out.toString(UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "md5, 781e5e245d69b566979b86e28d23f2c7",
        "sha1, 87acec17cd9dcd20a716cc2cf67417b71c8a7016",
        "sha256, 84D89877F0D4041EFB6BF91A16F0248F2FD573E6AF05C19F96BEDB9F882F7882",
        "sha3_256, 8f8eaad16cbf8722a2165b660d47fcfd8496a41c611da758f3bb70f809f01ee3"
    })
    void passesWhatHashesToWhatItMust(String algorithm, String hash) {
        List<Checksum> expected = Checksum.of(algorithm, hash).stream().toList();

        assertThat(expected).hasSize(1);
        assertThat(text(download(expected, false, bytes(TEXT)))).isEqualTo(TEXT);
    }

    @Test
    void doesNotKnowEveryAlgorithm() {
        assertThat(Checksum.of("blake2b", "00")).isEmpty();
        assertThat(Checksum.of("sha512", "AB")).contains(new Checksum("SHA-512", "ab"));
    }

    @Test
    void leavesNoFileOfWhatIsNotWhatItShouldBe() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "before");
        Download<String> wrong = download(Checksum.of("md5", MD5).stream().toList(), false, bytes("0123456780"));

        assertThatExceptionOfType(ChecksumMismatch.class)
                .isThrownBy(() -> wrong.to(file))
                .withMessage("What was downloaded of thing 1, 10 bytes, has the MD5 9e46d024890d3c6c5979a220ecfbb8cd,"
                        + " but the service says it must be " + MD5);
        assertThat(file).hasContent("before");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void tellsAReaderBeforeItTellsTheEnd() throws IOException {
        Download<String> wrong = download(Checksum.of("md5", MD5).stream().toList(), false, bytes("x"));

        try (Incoming<String> in = wrong.open()) {
            assertThat(in.verified()).isTrue();
            assertThat(in.read()).isEqualTo('x');
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(in::read)
                    .withCauseInstanceOf(ChecksumMismatch.class);
        }
    }

    @Test
    void comparesNeitherPartsNorWhatShallNotBe() {
        List<Checksum> expected = Checksum.of("md5", MD5).stream().toList();

        assertThat(text(download(expected, false, bytes("x")).range(1, 1))).isEqualTo("x");
        assertThat(text(download(expected, false, bytes("x")).unverified())).isEqualTo("x");
    }

    @Test
    void isTakenUpWhereItBroke() {
        List<Checksum> expected = Checksum.of("sha256", SHA256).stream().toList();
        List<TransferProgress> heard = new ArrayList<>();

        String text = text(
                download(expected, true, breaking("012", unavailable()), breaking("3456", unavailable()), bytes("789"))
                        .onProgress(heard::add));

        assertThat(text).isEqualTo(TEXT);
        assertThat(asked).containsExactly("0+-1", "3+-1", "7+-1");
        assertThat(heard.get(heard.size() - 1).bytes()).isEqualTo(10);
    }

    @Test
    void aPartIsTakenUpWhereItBroke() {
        Download<String> part = download(List.of(), true, breaking("23", unavailable()), bytes("4"))
                .range(2, 3);

        assertThat(text(part)).isEqualTo("234");
        assertThat(asked).containsExactly("2+3", "4+1");
    }

    @Test
    void isGivenUpWhenItBreaksTwiceInOnePlace() {
        Download<String> download =
                download(List.of(), true, breaking("012", unavailable()), breaking("", unavailable()), bytes("3"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> text(download))
                .withMessage("it broke");
        assertThat(asked).containsExactly("0+-1", "3+-1");
    }

    @Test
    void isNotTakenUpWithoutKnowingThatItIsTheSame() {
        Download<String> download = download(List.of(), false, breaking("012", unavailable()), bytes("3456789"));

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> text(download));
        assertThat(asked).hasSize(1);
    }

    @Test
    void isNotTakenUpAfterAnInterrupt() {
        Download<String> download =
                download(List.of(), true, breaking("012", new Cancelled("stop", ErrorContext.NONE, null)), bytes("3"));

        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> text(download));
        assertThat(asked).hasSize(1);
    }

    @Test
    void failsAsTheServiceRefusesToGoOn() {
        Download<String> download =
                download(List.of(), true, breaking("012", unavailable()), new Refusing(unavailable()));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> text(download))
                .withMessage("it broke");
        assertThat(asked).hasSize(2);
    }
}

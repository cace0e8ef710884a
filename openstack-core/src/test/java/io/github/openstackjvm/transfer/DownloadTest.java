package io.github.openstackjvm.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What is fetched. The service is Nova in name only. */
class DownloadTest {
    @TempDir
    Path directory;

    private final MemoryCloud nova = new MemoryCloud();
    private final List<String> closed = new ArrayList<>();

    private Download<HttpHeaders> download() {
        return nova.cloud().session().adapter(ServiceType.COMPUTE).get("/x").download();
    }

    private MemoryCloud.Step stream(int status, InputStream body, long length) {
        HttpHeaders headers = length < 0 ? HttpHeaders.EMPTY : HttpHeaders.of("Content-Length", String.valueOf(length));
        return call -> {
            assertThat(call.streaming()).isTrue();
            assertThat(call.headers().first("Accept")).contains("*/*");
            return HttpAnswer.streaming(status, headers.plus("X-Of", "x"), new java.io.FilterInputStream(body) {
                @Override
                public void close() throws IOException {
                    closed.add("closed");
                    super.close();
                }
            });
        };
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static InputStream broken(String text, Reason reason) {
        return new SequenceInputStream(bytes(text), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new TransportException(reason, "it broke", null);
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                return read();
            }
        });
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void asksForNothingBeforeItIsRead() {
        Download<HttpHeaders> download = download();

        assertThat(nova.calls()).isEmpty();
        assertThat(download).hasToString("Download[all]");
        assertThat(download.range(1, 2)).hasToString("Download[bytes=1-2]");
        assertThat(download.from(1)).hasToString("Download[bytes=1-]");
    }

    @Test
    void comesIntoAFile() throws IOException {
        nova.then(stream(200, bytes("0123456789"), 10));
        Path file = directory.resolve("a");

        HttpHeaders about = download().to(file);

        assertThat(file).hasContent("0123456789");
        assertThat(about.first("X-Of")).contains("x");
        assertThat(files()).containsExactly("a");
        assertThat(closed).isNotEmpty();
    }

    @Test
    void replacesAFileOnlyWhenItIsComplete() throws IOException {
        nova.then(stream(200, broken("01234", Reason.BROKEN), 10)).then(stream(200, bytes("0123456789"), 10));
        Path file = Files.writeString(directory.resolve("a"), "before");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> download().to(file))
                .withMessageStartingWith("GET http://nova.test/v2.1/x broke off after 5 bytes of its answer: it broke")
                .satisfies(e -> assertThat(e.context().attempts()).hasSize(1));
        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly("a");

        download().to(file);
        assertThat(file).hasContent("0123456789");
        assertThat(files()).containsExactly("a");
    }

    @Test
    void keepsALinkALink() throws IOException {
        nova.then(stream(200, bytes("new"), 3));
        Path file = Files.writeString(directory.resolve("a"), "before");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        download().to(link);

        assertThat(file).hasContent("new");
        assertThat(link).isSymbolicLink();
        assertThat(files()).containsExactly("a", "link");
    }

    @Test
    void writesIntoADeviceAsTheBytesArrive() throws IOException {
        nova.then(stream(200, bytes("new"), 3));

        download().to(Path.of("/dev/null"));

        assertThat(Path.of("/dev/null")).exists().isNotEqualTo(directory);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void refusesPlacesWhereNoFileCanBeBeforeItAsks() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> download().to(directory))
                .withMessageContaining("is a directory");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> download().to(directory.resolve("none/a")))
                .withMessageContaining("none");
        assertThat(nova.calls()).isEmpty();
    }

    @Test
    void leavesNoFileWhenTheServiceRefuses() throws IOException {
        nova.then(404);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> download().to(directory.resolve("a")));
        assertThat(files()).isEmpty();
    }

    @Test
    void comesIntoAStreamWhichStaysOpen() {
        nova.then(stream(200, bytes("0123456789"), -1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        download().to(out);

        assertThat(out.toString(UTF_8)).isEqualTo("0123456789");
    }

    @Test
    void comesToAReader() {
        nova.then(stream(200, bytes("0123456789"), 10)).then(stream(200, bytes("0123456789"), 10));

        assertThat(download().<Integer>read(in -> {
                    assertThat(in.length()).hasValue(10);
                    assertThat(in.verified()).isFalse();
                    return in.read();
                }))
                .isEqualTo('0');
        assertThat(closed).hasSize(1);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> download().read(in -> {
                    throw new IOException("the reader's own fault");
                }))
                .withMessageContaining("the reader's own fault");
        assertThat(closed).hasSize(2);
    }

    @Test
    void comesAsAStreamToClose() throws IOException {
        nova.then(stream(200, bytes("0123456789"), -1));

        Incoming<HttpHeaders> stream = download().open();
        try (Incoming<HttpHeaders> in = stream) {
            assertThat(in.length()).isEmpty();
            assertThat(in.about().first("X-Of")).contains("x");
            assertThat(in.read()).isEqualTo('0');
            assertThat(in.readNBytes(3)).containsExactly('1', '2', '3');
            assertThat(in).hasToString("Incoming[compute /x, 4 bytes so far]");
            assertThat(closed).isEmpty();
        }
        assertThat(closed).hasSize(1);
        assertThatExceptionOfType(IOException.class).isThrownBy(stream::read).withMessage("The stream was closed");
    }

    @Test
    void tellsHowFarItIs() {
        nova.then(stream(200, bytes("0123456789"), 10)).then(stream(200, bytes("0123456789"), -1));
        List<TransferProgress> heard = new ArrayList<>();

        download().onProgress(heard::add).to(new ByteArrayOutputStream());
        assertThat(heard.get(0).bytes()).isZero();
        assertThat(heard.get(heard.size() - 1).bytes()).isEqualTo(10);
        assertThat(heard.get(heard.size() - 1).fraction()).hasValue(1);

        heard.clear();
        download().onProgress(heard::add).to(new ByteArrayOutputStream());
        assertThat(heard.get(heard.size() - 1).bytes()).isEqualTo(10);
        assertThat(heard.get(heard.size() - 1).fraction()).isEmpty();
    }

    @ParameterizedTest(name = "{0}+{1} of an answer {2}")
    @CsvSource({
        "2, 3, 206, 234, bytes=2-4",
        "2, 3, 200, 0123456789, bytes=2-4",
        "2, -1, 206, 23456789, bytes=2-",
        "2, -1, 200, 0123456789, bytes=2-",
        "0, 4, 200, 0123456789, bytes=0-3",
        "8, 9, 200, 0123456789, bytes=8-16"
    })
    void bringsAPartEvenFromAServiceWithoutRanges(long from, long count, int status, String body, String range) {
        nova.then(stream(status, bytes(body), body.length()));
        Download<HttpHeaders> part =
                count < 0 ? download().from(from) : download().range(from, count);

        String came = part.read(in -> {
            String text = new String(in.readAllBytes(), UTF_8);
            assertThat(in.length()).hasValue(text.length());
            return text;
        });

        long end = count < 0 ? 10 : Math.min(10, from + count);
        assertThat(came).isEqualTo("0123456789".substring((int) from, (int) end));
        assertThat(nova.sent().get(0).header("Range")).isEqualTo(range);
    }

    @Test
    void refusesPartsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> download().range(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> download().range(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> download().from(-1));
        nova.then(stream(200, bytes("0123"), 4));
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> download().from(5).open())
                .withMessage("compute /x has no byte 5");
        assertThat(closed).hasSize(1);
    }

    @Test
    void isInterruptedAsACallIs() {
        nova.then(stream(200, broken("01", Reason.INTERRUPTED), 10));

        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> download().to(directory.resolve("a")));
    }

    @Test
    void givesAReaderOfTheStreamTheExceptionAsTheCause() {
        nova.then(stream(200, broken("01", Reason.TIMEOUT), 10));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> download().read(in -> {
                    try {
                        return in.readAllBytes();
                    } catch (IOException e) {
                        assertThat(e)
                                .hasCauseInstanceOf(Unavailable.class)
                                .hasMessageContaining("broke off after 2 bytes");
                        throw new IOException("seen");
                    }
                }))
                .withMessageContaining("seen");
    }
}

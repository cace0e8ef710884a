package io.github.openstackjvm.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.transfer.TransferProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@OpenStackTest
class CopyFileTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The lines that stay. */
    private List<String> shown() {
        // A carriage return alone begins the same line again.
        return List.of(printed().replaceAll("\\n$", "").split("\n", -1));
    }

    @Test
    void theFileComesBackAndBothWaysAreShown(Cloud cloud, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a file.bin"), new byte[3 << 20]);

        CopyFile.copy(cloud, file, folder.resolve("copy"), out);

        assertThat(folder.resolve("copy")).hasSameBinaryContentAs(file);
        List<String> lines = shown();
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            assertThat(line.split("\r", -1)).allMatch(shown -> shown.length() < 100);
            assertThat(line.substring(line.lastIndexOf('\r') + 1))
                    .matches("a file\\.bin \\[#{39}] 100 %  3\\.0 MiB of 3\\.0 MiB  .*/s *");
        }
    }

    @Test
    void theLineFitsWhateverIsTransferred() {
        ConsoleProgress bar = new ConsoleProgress(out, "a name that is much too long to be shown as a whole");
        TransferProgress most =
                new TransferProgress(Long.MAX_VALUE - 1, OptionalLong.of(Long.MAX_VALUE), Duration.ofNanos(1));
        assertThat(bar.line(most)).hasSizeLessThan(100).contains("8.0 EiB of 8.0 EiB", "EiB/s");
        TransferProgress half = new TransferProgress(512, OptionalLong.of(1024), Duration.ofSeconds(1));
        assertThat(bar.line(half))
                .startsWith("a name that is much too… [############             ]  50 %  512 B of 1.0 KiB  512 B/s");
        TransferProgress unknown = new TransferProgress(1536, OptionalLong.empty(), Duration.ofSeconds(2));
        assertThat(bar.line(unknown).strip()).isEqualTo("a name that is much too…  1.5 KiB  768 B/s");
    }

    @Test
    void aTransferThatBeginsAnewHasAnotherLine() {
        ConsoleProgress bar = new ConsoleProgress(out, "x");
        OptionalLong two = OptionalLong.of(2);
        bar.moved(new TransferProgress(0, two, Duration.ofSeconds(1)));
        bar.moved(new TransferProgress(2, two, Duration.ofSeconds(1)));
        bar.moved(new TransferProgress(2, two, Duration.ofSeconds(1)));
        bar.end();
        assertThat(shown()).hasSize(1);
        bar.moved(new TransferProgress(1, two, Duration.ofSeconds(1)));
        bar.end();
        assertThat(printed()).endsWith(System.lineSeparator());
        assertThat(shown()).hasSize(2);
    }
}

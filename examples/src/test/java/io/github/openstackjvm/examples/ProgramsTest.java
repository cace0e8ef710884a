package io.github.openstackjvm.examples;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OpenStackTest
class ProgramsTest {
    private static final Path README = Path.of("..", "README.md");

    @Test
    void theQuickstartPrintsWhatTheReadmeShowsAndLeavesNothing(FakeCloud fake, Cloud cloud) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Quickstart.onFake(fake, new Steps(new PrintStream(bytes, true, StandardCharsets.UTF_8), false));
        String printed = bytes.toString(StandardCharsets.UTF_8);

        assertThat(printed.lines()).allMatch(line -> line.length() <= 100);
        assertThat(Files.readString(README).lines().map(ProgramsTest::masked).toList())
                .containsSubsequence(printed.lines().map(ProgramsTest::masked).toList());
        assertThat(cloud.compute().keypairs().list()).isEmpty();
        assertThat(cloud.compute().servers().list()).isEmpty();
        assertThat(cloud.blockstorage().volumes().list()).isEmpty();
        assertThat(cloud.objectstore().containers().list()).isEmpty();
        assertThat(cloud.network().networks().list().projectId(cloud.session().projectId()))
                .hasSize(1);
    }

    @Test
    void theQuickstartCleansUpWhenAStepFails(FakeCloud fake, Cloud cloud) {
        fake.faults().on(POST, "/floatingips").reply(400);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() ->
                        Quickstart.onFake(fake, new Steps(new PrintStream(OutputStream.nullOutputStream()), true)));
        assertThat(cloud.compute().servers().list()).isEmpty();
        assertThat(cloud.network().networks().list().projectId(cloud.session().projectId()))
                .hasSize(1);
    }

    @Test
    void theReadmeShowsWhatIsCompiledHere() throws Exception {
        String readme = Files.readString(README);
        for (String file : List.of("main/java/%s/ListFlavors", "main/java/%s/AnyRequest", "test/java/%s/OpenSshTest")) {
            String source =
                    Files.readString(Path.of("src", file.formatted("io/github/openstackjvm/examples") + ".java"));
            String region = source.replaceAll("(?s).*// region: \\w+\\n(.*?) *// endregion.*", "$1");
            assertThat(readme).as(file).contains(region);
        }
    }

    @Test
    void everyBlockOfCodeInTheGuidesIsCompiledSomewhere() throws Exception {
        StringBuilder code = new StringBuilder();
        for (String folder : List.of("src", "../openstack-testkit/src/test", "kotlin/src")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    code.append(unspaced(Files.readString(file)));
                }
            }
        }
        String compiled = code.toString();
        Pattern block = Pattern.compile("(?s)```(?:java|kotlin)\n(.*?)```");
        try (Stream<Path> guides = Files.list(Path.of("..", "docs"))) {
            for (Path guide : guides.toList()) {
                assertThat(block.matcher(Files.readString(guide)).results().map(found -> found.group(1)))
                        .as("what %s shows", guide)
                        .allMatch(shown -> compiled.contains(unspaced(shown)));
            }
        }
    }

    private static String unspaced(String code) {
        return code.replaceAll("\\s+", "");
    }

    /** Without times, rates, names, ids and fingerprints that differ from run to run. */
    private static String masked(String line) {
        return line.replaceAll(" +\\d+ ms", " # ms")
                .replaceAll("[0-9.]+ [KMG]?i?B/s", "#")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-.*", "#")
                .replaceAll("quickstart-[0-9a-f]{8}", "quickstart-#")
                .replaceAll("([0-9a-f]{2}:){15}[0-9a-f]{2}", "#");
    }

    @Test
    void flavorsAreListed(Cloud cloud) {
        ListFlavors.print(cloud);
        assertThat(cloud.compute().flavors().list().minRamMiB(4096).toList()).isNotEmpty();
    }

    @Test
    void anyRequestCanBeSent(Cloud cloud) {
        assertThat(AnyRequest.extensions(cloud)).isPositive();
    }
}

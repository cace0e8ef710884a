package io.github.openstackjvm.testkit.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.FakeCloud;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/testing.md shows is what is compiled and run here. */
class GuideSnippetsTest {
    private static final Path GUIDE = Path.of("..", "docs", "testing.md");
    private static final String HERE = "src/test/java/io/github/openstackjvm/testkit/guide/";
    private static final Pattern REGION = Pattern.compile("// region: (\\w+)\n(.*?)\n *// endregion", Pattern.DOTALL);

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void everySnippetIsATest() throws IOException {
        List<String> regions = new ArrayList<>();
        for (String file : List.of("Web", "FirstTest", "GuideTest")) {
            REGION.matcher(Files.readString(Path.of(HERE + file + ".java")))
                    .results()
                    .map((MatchResult region) -> region.group(2).stripIndent().strip())
                    .forEach(regions::add);
        }
        assertThat(blocks("java"))
                .hasSizeGreaterThan(12)
                .allSatisfy(block -> assertThat(regions).contains(block));
        assertThat(regions).allSatisfy(region -> assertThat(blocks("java")).contains(region));
    }

    @Test
    void theSeedIsTheOneThatIsSown() throws IOException {
        String seed = Files.readString(Path.of("src/test/resources/io/github/openstackjvm/testkit/guide/shop.yaml"));
        assertThat(blocks("yaml")).contains(seed.strip());
        try (FakeCloud fake = FakeCloud.start()) {
            fake.seed(seed);
            assertThat(fake).object("pages", "index.html").hasContentType("text/html");
        }
    }

    @Test
    void theKotlinOnesAreTests() throws IOException {
        String test = Files.readString(
                Path.of("../examples/kotlin/src/test/kotlin/io/github/openstackjvm/examples/kotlin/FakeCloudTest.kt"));
        assertThat(blocks("kotlin"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(test.stripIndent()).contains(block));
    }
}

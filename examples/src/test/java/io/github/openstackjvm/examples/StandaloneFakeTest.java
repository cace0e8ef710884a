package io.github.openstackjvm.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The fake as one jar, as the build packs it before these tests: what it needs must be in there. */
class StandaloneFakeTest {
    private static final Path JAR = Path.of("..", "openstack-testkit", "target", "openstack-testkit-server.jar");
    private static final Pattern ADDRESS = Pattern.compile("auth_url: *[\"']?(http://[^\"'\\s]+)");

    @Test
    void servesClientsUntilItIsTold(@TempDir Path folder) throws Exception {
        assumeThat(JAR).as("what `mvn package` makes; `mvn test` does not").exists();
        Path seed = Files.writeString(folder.resolve("state.yaml"), "networks:\n  lan: {project: demo}\n");
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "--port",
                        "0",
                        "--seed",
                        seed.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            String authUrl = authUrl(out);
            try (Cloud cloud = OpenStack.connect(CloudConfig.builder()
                    .authUrl(authUrl)
                    .username("demo")
                    .password("secret")
                    .projectName("demo")
                    .userDomainId("default")
                    .projectDomainId("default")
                    .region("RegionOne")
                    .build())) {
                assertThat(BootServer.boot(cloud, "web-1").name()).isEqualTo("web-1");
                assertThat(cloud.network().networks().named("lan").name()).isEqualTo("lan");
                cloud.objectstore().containers().create(ContainerSpec.named("c"));
                StoredObjects objects = cloud.objectstore().objects("c");
                objects.put("o", Content.of("text"));
                byte[] read = objects.download("o").read(Incoming::readAllBytes);
                assertThat(read).asString().isEqualTo("text");
            }
            URLConnection browser = URI.create(authUrl).resolve("/").toURL().openConnection();
            browser.setRequestProperty("Accept", "text/html"); // others get the versions of Identity
            try (InputStream page = browser.getInputStream()) {
                assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("<title>Fake OpenStack</title>");
            }
            server.destroy();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isEqualTo(143); // by the signal, as its sender expects
        } finally {
            server.destroyForcibly();
        }
    }

    private static String authUrl(BufferedReader out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line).append('\n');
            if (line.startsWith("export OS_REGION_NAME")) {
                Matcher address = ADDRESS.matcher(text);
                assertThat(address.find()).as(text.toString()).isTrue();
                return address.group(1);
            }
        }
        throw new AssertionError("It ended: " + text);
    }
}

package io.github.openstackjvm.testkit.server;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FakeServerTest {

    @Test
    void printsHowToReachItAndEndsOnRequest() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeServer.class.getName(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String text = "";
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                text += line + "\n";
                if (line.startsWith("export OS_REGION_NAME")) {
                    break;
                }
            }
            assertThat(text)
                    .contains("  fake-admin:\n    region_name: RegionOne\n")
                    .contains("export OS_USERNAME=demo");
            String url = text.replaceAll("(?s).*auth_url: (\\S+).*", "$1");
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            assertThat(connection.getResponseCode()).isEqualTo(200);
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143); // ended by the signal, as its sender expects
        } finally {
            process.destroyForcibly();
        }
    }
}

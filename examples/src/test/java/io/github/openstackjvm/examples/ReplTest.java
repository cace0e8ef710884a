package io.github.openstackjvm.examples;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The session of jshell that the README tells of, with a user's lines on its input. */
class ReplTest {
    @Test
    void aSessionHasAFakeCloudWhenNoOtherIsNamed(@TempDir Path preferences) throws Exception {
        ProcessBuilder shell = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "--class-path",
                        System.getProperty("java.class.path"),
                        "--startup",
                        "DEFAULT",
                        "--startup",
                        "repl.jsh",
                        "-J-Djava.util.prefs.userRoot=" + preferences,
                        "-s",
                        "-")
                .redirectErrorStream(true);
        shell.environment().remove("OS_CLOUD");
        Process session = shell.start();
        session.getOutputStream().write("""
                System.out.println(cloud.whoami().user().name());
                System.out.println(cloud.compute().keypairs().create(KeypairSpec.named("mine")).name());
                System.out.println(Repl.fake().journal().calls().isEmpty());
                """.getBytes(StandardCharsets.UTF_8));
        session.getOutputStream().close();
        String printed = new String(session.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(session.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.lines())
                .endsWith("cloud is fake: try cloud.compute().flavors().list().toList()", "demo", "mine", "false");
    }
}

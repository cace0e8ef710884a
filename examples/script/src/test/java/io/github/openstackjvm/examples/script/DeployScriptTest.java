package io.github.openstackjvm.examples.script;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.testkit.FakeCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the script as its user does: a fresh compiler, and its dependencies out of a local repository by their coordinates. */
class DeployScriptTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final String VERSION = System.getProperty("project.version");

    @TempDir
    Path home;

    @BeforeEach
    void installTheArtifacts() throws Exception {
        Files.copy(ROOT.resolve("pom.xml"), place("openstack-parent", "pom"));
        install("openstack-core", OpenStack.class);
        install("openstack-testkit", FakeCloud.class);
        install("openstack-dsl-kotlin", Class.forName("io.github.openstackjvm.dsl.VerbsKt"));
        // What others have made is taken from where this build has it: the test asks nobody on the network.
        Files.writeString(home.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <mirrors><mirror><id>here</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>
                </settings>
                """.formatted(
                        home.resolve("repository"),
                        Path.of(System.getProperty("local.repository")).toUri()));
    }

    @Test
    void withoutArgumentsItIsADryRunOnAFakeCloud() throws Exception {
        assertThat(run().lines()).hasSize(2).allMatch(line -> line.matches("web-[12] ACTIVE 10\\.0\\.0\\.\\d+"));
    }

    @Test
    void withAFlagItDeploysToThatCloud() throws Exception {
        try (FakeCloud fake = FakeCloud.start()) {
            Files.writeString(
                    home.resolve("clouds.yaml"), """
                    clouds:
                      staging:
                        auth:
                          auth_url: %s
                          username: demo
                          password: secret
                          project_name: demo
                          user_domain_id: default
                          project_domain_id: default
                        region_name: RegionOne
                    """.formatted(fake.serve().authUrl()));
            assertThat(run("--cloud=staging").lines()).hasSize(2);
            assertThat(run("--cloud=staging").lines()).hasSize(2);
            assertThat(fake).server("web-1").isActive();
            assertThat(fake.cloud().compute().servers().list().count()).isEqualTo(2);
        }
    }

    private String run(String... arguments) throws Exception {
        String compiler = System.getProperty("java.class.path");
        String script = Stream.of(compiler.split(System.getProperty("path.separator")))
                .filter(jar -> jar.matches(".*/kotlin-(main-kts|stdlib|script-runtime)-[^/]*"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Dorg.jetbrains.kotlin.org.apache.maven.user-settings=" + home.resolve("settings.xml"),
                                "-cp",
                                compiler,
                                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                                "-no-stdlib",
                                "-no-reflect",
                                "-cp",
                                script,
                                "-script",
                                "deploy.main.kts"),
                        arguments.length == 0 ? Stream.of() : Stream.concat(Stream.of("--"), Stream.of(arguments)))
                .toList();
        Path complaints = home.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints.toFile());
        builder.environment()
                .put("OS_CLIENT_CONFIG_FILE", home.resolve("clouds.yaml").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> printed + "\n" + read(complaints))
                .isZero();
        return printed;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Puts an artifact where {@code mvn install} would: its POM, and what this class of it stands in. */
    private void install(String name, Class<?> member) throws Exception {
        Files.copy(ROOT.resolve(name).resolve("pom.xml"), place(name, "pom"));
        Path classes = location(member);
        if (Files.isDirectory(classes)) {
            pack(classes, place(name, "jar"));
        } else {
            Files.copy(classes, place(name, "jar"));
        }
    }

    private Path place(String name, String kind) throws IOException {
        Path folder =
                home.resolve("repository/io/github/openstackjvm").resolve(name).resolve(VERSION);
        return Files.createDirectories(folder).resolve(name + "-" + VERSION + "." + kind);
    }

    private static Path location(Class<?> of) throws URISyntaxException {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
    }
}

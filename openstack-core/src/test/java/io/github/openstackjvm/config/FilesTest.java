package io.github.openstackjvm.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.github.openstackjvm.internal.config.Loaded;
import io.github.openstackjvm.internal.config.Sources;
import io.github.openstackjvm.internal.config.Surroundings;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.stub.Logs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class FilesTest {
    private World world;

    @BeforeEach
    void begin(@TempDir Path root) {
        world = new World(root);
    }

    private static String cloud(String name, String host) {
        return "clouds: {" + name + ": {auth: {auth_url: 'http://" + host + "'}}}";
    }

    private String host() {
        return world.named("c").authUrl().orElse("none");
    }

    @Test
    void theFirstFileOfTheSearchPathIsTheOnlyOne() {
        world.write(world.site.resolve("clouds.yaml"), cloud("c", "site"));
        assertThat(host()).isEqualTo("http://site");
        world.write(world.home.resolve(".config/openstack/clouds.json"), cloud("c", "home"));
        assertThat(host()).isEqualTo("http://home");
        world.with("XDG_CONFIG_HOME", world.home.resolve("xdg").toString());
        world.write(world.home.resolve("xdg/openstack/clouds.yml"), cloud("c", "xdg"));
        assertThat(host()).isEqualTo("http://xdg");
        world.clouds(cloud("c", "work"));
        assertThat(host()).isEqualTo("http://work");
        Path file = world.write(world.site.resolve("mine.yaml"), cloud("c", "mine"));
        world.with("OS_CLIENT_CONFIG_FILE", file.toString());
        assertThat(host()).isEqualTo("http://mine");

        assertThat(CloudConfig.list(world.around())).containsExactly("c");
    }

    @Test
    void yamlGoesBeforeYmlAndJson() {
        world.write(world.work.resolve("clouds.json"), cloud("c", "json"));
        world.write(world.work.resolve("clouds.yml"), cloud("c", "yml"));
        assertThat(host()).isEqualTo("http://yml");
        world.clouds(cloud("c", "yaml"));
        assertThat(host()).isEqualTo("http://yaml");
    }

    @Test
    void aFileThatIsNamedMustExist() {
        world.clouds(cloud("c", "work")).with("OS_CLIENT_CONFIG_FILE", "/nowhere/clouds.yaml");

        assertThat(world.problems("c").get(0))
                .isEqualTo(
                        "There is no file /nowhere/clouds.yaml; it was named to be read, in code or by OS_CLIENT_CONFIG_FILE");
    }

    @Test
    void secretsOverlayDeeplyAndLoseNothing() {
        world.clouds("clouds:\n  c:\n    auth:\n      auth_url: http://id\n      password: old\n  bare: {}\n")
                .secure("""
                        clouds:
                          c:
                            auth: {password: new, token:}
                          bare:
                            auth: {auth_url: http://secure}
                          only: {auth: {auth_url: http://only}}
                        """);

        CloudConfig c = world.named("c");
        assertThat(c.authUrl()).hasValue("http://id");
        assertThat(c.authSecret("password")).hasValue(Secret.of("new"));
        assertThat(c.source("auth.password")).hasValue(world.at("secure.yaml", 3));
        assertThat(world.named("bare").authUrl()).hasValue("http://secure");
        assertThat(CloudConfig.list(world.around())).containsExactly("c", "bare", "only");
    }

    @Test
    void nothingWrittenOverAPasswordKeepsIt() {
        world.clouds("clouds: {c: {auth: {auth_url: 'http://id', password: old}}}")
                .secure("clouds: {c: {auth: {password: }}}");

        assertThat(world.named("c").authSecret("password")).hasValue(Secret.of("old"));
    }

    @Test
    void theSecureFileMayLieElsewhere() {
        world.write(world.site.resolve("s.yaml"), "clouds: {c: {auth: {token: t}}}");
        world.clouds(cloud("c", "id"))
                .secure("clouds: {c: {auth: {token: wrong}}}")
                .with("OS_CLIENT_SECURE_FILE", world.site.resolve("s.yaml").toString());

        assertThat(world.named("c").authSecret("token")).hasValue(Secret.of("t"));
    }

    @Test
    void aFileInCodeBringsItsNeighboursOnly(@TempDir Path elsewhere) {
        world.write(elsewhere.resolve("mine.yaml"), cloud("c", "mine"));
        world.write(elsewhere.resolve("secure.yaml"), "clouds: {c: {auth: {token: beside}}}");
        world.clouds(cloud("c", "work")).with("OS_CLIENT_CONFIG_FILE", world.at("clouds.yaml", 1));
        Surroundings around = world.around().onlyBeside(elsewhere.resolve("mine.yaml"));

        CloudConfig mine = CloudConfig.named("c", around);
        assertThat(mine.authUrl()).hasValue("http://mine");
        assertThat(mine.authSecret("token")).hasValue(Secret.of("beside"));
    }

    @Test
    void mergesAnchorsAndKeys() {
        world.clouds("""
                common: &common
                  auth: &auth {auth_url: http://id, username: all, password: p}
                  region_name: one
                clouds:
                  c:
                    <<: *common
                    auth:
                      <<: *auth
                      username: mine
                """);

        CloudConfig c = world.named("c");
        assertThat(c.region()).hasValue("one");
        assertThat(c.auth("username")).hasValue("mine");
        assertThat(c.authSecret("password")).isPresent();
        assertThat(c.source("region_name")).hasValue(world.at("clouds.yaml", 3));
    }

    @Test
    void readsWhatEditorsOnWindowsWrite() {
        String text = cloud("c", "id").replace("'}}}", "', username: 'J\u00fcrgen'}}}");
        world.clouds("\ufeff" + text);
        assertThat(world.named("c").auth("username")).hasValue("J\u00fcrgen");
        world.write(world.work.resolve("clouds.yaml"), ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
        assertThat(world.named("c").auth("username")).hasValue("J\u00fcrgen");
        world.clouds(cloud("c", "id").replace("{", "{\r\n"));
        assertThat(host()).isEqualTo("http://id");
    }

    @Test
    void readsJsonAsItIsWrittenByMachines() {
        world.write(
                world.work.resolve("clouds.json"),
                "{\n\t\"clouds\": {\n\t\t\"c\":\t{\"auth\": {\"auth_url\": \"http:\\/\\/id\","
                        + " \"password\": \"a\\\\/b\\t\\\"\", \"username\": null}}\n\t}\n}");

        CloudConfig c = world.named("c");
        assertThat(c.authUrl()).hasValue("http://id");
        assertThat(c.authSecret("password")).hasValue(Secret.of("a\\/b\t\""));
        assertThat(c.source("auth.password")).hasValue(world.work.resolve("clouds.json") + ":3");
    }

    @Test
    void warnsOfSecretsThatOthersMayRead() {
        Path clouds = world.write(world.work.resolve("clouds.yaml"), cloud("c", "id"));
        world.secure("clouds: {c: {auth: {password: s3cret}}}");
        world.exposed.add(clouds);
        assertThat(world.named("c").warnings()).isEmpty();

        world.exposed.add(world.work.resolve("secure.yaml"));
        assertThat(world.named("c").warnings())
                .singleElement()
                .asString()
                .contains("secure.yaml", "chmod 600")
                .doesNotContain("s3cret");
    }

    @Test
    void logsAWarningOnceHoweverTheConfigurationIsMade() {
        Path clouds = world.write(
                world.work.resolve("clouds.yaml"), "clouds: {c: {auth: {auth_url: 'http://id', token: t}}}");
        world.exposed.add(clouds);
        Loaded loaded = Sources.named("c", world.around());

        try (Logs logs = Logs.capture()) {
            CloudConfig config = CloudConfigBuilder.of(loaded, world.around()).build();
            config.toBuilder().region("one").build();

            assertThat(logs.lines())
                    .filteredOn(line -> line.contains(clouds.toString()))
                    .singleElement()
                    .asString()
                    .startsWith("WARN")
                    .contains("chmod 600");
        }
    }

    @Test
    void knowsWhoMayRead(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("f"), "");
        assumeThat(Files.getFileStore(file).supportsFileAttributeView("posix")).isTrue();
        Surroundings real = Surroundings.ofProcess();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(real.exposed().test(file)).isFalse();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(real.exposed().test(file)).isTrue();
        assertThat(real.exposed().test(directory.resolve("gone"))).isFalse();
    }
}

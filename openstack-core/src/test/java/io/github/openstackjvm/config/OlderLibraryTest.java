package io.github.openstackjvm.config;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.github.openstackjvm.internal.config.Sources;
import io.github.openstackjvm.resource.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The sources of clj-openstack: providers.ini, files of one value each, the environment. */
class OlderLibraryTest {
    private Path root;
    private World world;

    @BeforeEach
    void begin(@TempDir Path directory) {
        root = directory;
        world = new World(root);
    }

    private void file(String name, String text) {
        world.write(world.home.resolve(".openstack").resolve(name), text);
    }

    private CloudConfig provider(String name) {
        return CloudConfigBuilder.of(Sources.provider(name, world.around()), world.around())
                .build();
    }

    private CloudConfig files() {
        return CloudConfigBuilder.of(Sources.files(world.around()), world.around())
                .build();
    }

    private CloudConfig whatever() {
        return CloudConfigBuilder.of(Sources.whatever(world.around()), world.around())
                .build();
    }

    @Test
    void aProviderIsOneSectionOfSeveralWithAllItsKeys() {
        file("providers.ini", """
                [other]
                username = nobody

                [my cloud]
                username = me
                password = p=w
                auth-endpoint = https://my.cloud:5000/v3
                tenant-id = 7
                tenant-name =
                region = here
                """);

        CloudConfig mine = provider("my cloud");

        assertThat(mine.name()).isEqualTo("my cloud");
        assertThat(mine.auth("username")).hasValue("me");
        assertThat(mine.authSecret("password")).hasValue(Secret.of("p=w"));
        assertThat(mine.authUrl()).hasValue("https://my.cloud:5000/v3");
        assertThat(mine.auth("project_id")).hasValue("7");
        assertThat(mine.auth("project_name")).isEmpty();
        assertThat(mine.region()).hasValue("here");
        assertThatThrownBy(() -> provider("mine"))
                .hasMessageContaining("There is no provider 'mine'")
                .hasMessageContaining("other, my cloud");
    }

    @Test
    void anApiKeyIsRackspacesUnlessTheProviderSaysOtherwise() {
        file(
                "providers.ini",
                "[a]\nusername = me\napikey = k\n[b]\nusername = me\napikey = k\nauth-endpoint = http://b/v2.0\n");

        assertThat(provider("a").authType()).isEqualTo("rackspace_apikey");
        assertThat(provider("a").authUrl()).hasValue("https://identity.api.rackspacecloud.com/v2.0");
        assertThat(provider("b").authUrl()).hasValue("http://b/v2.0");
        assertThat(provider("b").authType()).isEqualTo("rackspace_apikey");
    }

    @Test
    void anApiKeyGoesNowhereElseAndBringsNobodyElsesPasswordToRackspace() {
        world.clouds("""
                clouds:
                  elsewhere: {auth: {auth_url: 'https://cloud.example', username: me, api_key: k}}
                  almost: {auth: {auth_url: 'https://evilrackspacecloud.com', username: me, api_key: k}}
                  there: {auth: {auth_url: 'https://lon.identity.api.rackspacecloud.com/v2.0', username: me, api_key: k}}
                  said: {auth_type: rackspace_apikey, auth: {auth_url: 'https://cloud.example', username: me, api_key: k}}
                  password: {auth: {username: me, password: p, api_key: k}}
                  other: {auth_type: acme_badge, auth: {username: me, api_key: k}}
                """);

        assertThat(world.named("elsewhere").authType()).isEqualTo("password");
        assertThat(world.named("almost").authType()).isEqualTo("password");
        assertThat(world.named("there").authType()).isEqualTo("rackspace_apikey");
        assertThat(world.named("said").authType()).isEqualTo("rackspace_apikey");
        assertThat(world.problems("password").get(0)).startsWith("auth_url is missing");
        assertThat(world.named("other").authUrl()).isEmpty();

        file("username", "me");
        file("apikey", "k");
        assertThat(files().authType()).isEqualTo("rackspace_apikey");
        world.with("OS_AUTH_URL", "https://cloud.example");
        assertThat(files().authType()).isEqualTo("password");
    }

    @Test
    void filesHoldOneValueEach() {
        file("username", "me\n");
        file("password", " pass word \n");
        world.with("OS_AUTH_URL", "http://cloud").with("OS_USERNAME", "ignored");

        assertThat(files().auth("username")).hasValue("me");
        assertThat(files().authSecret("password")).hasValue(Secret.of(" pass word "));
        assertThat(files().source("auth.username").orElseThrow()).endsWith(".openstack/username");
        assertThat(files().source("auth.auth_url")).hasValue("$OS_AUTH_URL");

        file("password", "\n");
        assertThat(files().authSecret("password")).hasValue(Secret.of(""));
    }

    @Test
    void aFileMayHoldAnApiKeyInstead() {
        file("username", "me");
        file("apikey", "k\r\n");

        assertThat(files().authSecret("api_key")).hasValue(Secret.of("k"));
        assertThat(files().authType()).isEqualTo("rackspace_apikey");
    }

    @Test
    void withoutFilesThereIsNothingToLogInWith() {
        assertThatThrownBy(this::files).hasMessageContaining(".openstack");
    }

    @Test
    void theEnvironmentGoesFirstAndTheFilesFillItsGaps() {
        file("username", "from file");
        file("password", "secret");
        world.with("OS_AUTH_URL", "http://cloud").with("OS_USERNAME", "from variable");

        assertThat(whatever().auth("username")).hasValue("from variable");
        assertThat(whatever().authSecret("password")).hasValue(Secret.of("secret"));

        world.with("OS_PASSWORD", "");
        assertThat(whatever().authSecret("password")).hasValue(Secret.of(""));
    }

    @Test
    void withoutVariablesThereAreTheFiles() {
        file("username", "me");
        file("apikey", "k");

        assertThat(whatever().auth("username")).hasValue("me");
        assertThat(world.discover().auth("username")).hasValue("me");
    }

    @Test
    void aSkeletonIsForItsOwnerAndReplacesNothing() throws Exception {
        Path file = root.resolve("new/.openstack/providers.ini");

        ProvidersIni.writeSkeleton(file);

        assertThat(Files.readString(file)).contains("[example-provider]").contains("apikey=");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("new/.openstack"))))
                .isEqualTo("rwx------");
        assertThatThrownBy(() -> ProvidersIni.writeSkeleton(file)).isInstanceOf(FileAlreadyExistsException.class);

        Files.createDirectories(world.home.resolve(".openstack"));
        Files.copy(file, world.home.resolve(".openstack/providers.ini"));
        assertThat(world.problems().get(0)).startsWith("No cloud is configured");
    }

    @Test
    void aConfigurationIsWrittenAsItWouldBeRead() {
        CloudConfig config = CloudConfig.builder()
                .name("mine")
                .authUrl("https://cloud")
                .username("0123")
                .password("s3cret: #x")
                .projectName("yes")
                .region("r")
                .set("api_timeout", "2.5")
                .set("compute_default_microversion", "2.10")
                .set("proxies.https", "http://proxy:3128")
                .verify(false)
                .build();

        assertThat(config.toYaml()).doesNotContain("s3cret").contains("mine:");
        CloudConfig again = world.clouds(config.toYamlWithSecrets()).named("mine");
        assertThat(again.auth()).isEqualTo(config.auth());
        assertThat(again.scope()).isEqualTo(config.scope());
        assertThat(again.resilience()).isEqualTo(config.resilience());
        assertThat(again.proxy("https")).isEqualTo(config.proxy("https"));
        assertThat(again.verify()).isFalse();
        assertThat(again.toYamlWithSecrets()).isEqualTo(config.toYamlWithSecrets());
    }
}

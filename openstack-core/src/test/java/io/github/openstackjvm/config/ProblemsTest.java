package io.github.openstackjvm.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.openstackjvm.error.ConfigInvalid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProblemsTest {
    private World world;

    @BeforeEach
    void begin(@TempDir Path root) {
        world = new World(root);
    }

    @Test
    void anUnknownCloudIsToldWithThoseThatAreThere() {
        world.clouds("clouds: {a: {}, b: {}}");

        assertThat(world.problems("x"))
                .containsExactly("Unknown cloud 'x' in " + world.work.resolve("clouds.yaml") + ": it lists a, b");
    }

    @Test
    void noFileAtAllIsToldWithThePlaces() {
        assertThat(world.problems("x"))
                .singleElement()
                .asString()
                .contains("no clouds.yaml with a cloud 'x'", world.work.toString(), world.site.toString());
    }

    @Test
    void everyProblemIsToldAtOnce() {
        world.clouds("""
                        clouds:
                          c:
                            auth:
                              username: [a]
                            verify: maybe
                            interface: outer
                            api_timeout: -1
                            connect_retries: few
                            retriable_status_codes: [503, 200]
                            rate_limit: {compute: fast}
                            concurrency: -1
                            compute_default_microversion: new
                            network_api_version: v
                            image_endpoint_override: image.example
                            cacert: /nowhere/ca.pem
                            profile: vendor
                            region_name: {a: b}
                            key: /nowhere/key.pem
                        """).secure("clouds: {c: {auth: {password: 's3cret', password: 's3cret'}}}");

        assertThat(world.problems("c"))
                .hasSize(18)
                .allSatisfy(problem -> assertThat(problem)
                        .containsPattern("(clouds|secure)\\.yaml:\\d+")
                        .doesNotContain("s3cret"));
        assertThat(world.problems("c"))
                .contains(
                        "verify of " + world.at("clouds.yaml", 5) + " must be true or false, not 'maybe'",
                        "cacert of " + world.at("clouds.yaml", 15) + " is /nowhere/ca.pem, which does not exist")
                .anyMatch(
                        problem -> problem.startsWith("auth_url is missing: cloud 'c' (" + world.at("clouds.yaml", 2)));
        assertThatExceptionOfType(ConfigInvalid.class)
                .isThrownBy(() -> world.named("c"))
                .withMessageStartingWith("18 problems in the configuration:");
    }

    @Test
    void whatTheLoginLacksIsToldWithTheRest() {
        world.clouds(
                "clouds: {c: {auth: {username: me}}, odd: {auth_type: v3totp, cert: /nowhere.pem, auth: {user_id: u}}}");

        assertThat(world.problems("c"))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("auth_url is missing"))
                .anyMatch(problem -> problem.startsWith("password is missing"));
        assertThat(world.problems("odd"))
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("auth_url is missing"))
                .anyMatch(problem -> problem.startsWith("passcode or totp_seed is missing"))
                .anyMatch(problem -> problem.endsWith("/nowhere.pem, which does not exist"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "http_basic", "admin_token", "mine"})
    void onlyWhoAsksIdentityNeedsItsAddress(String type) {
        world.clouds("clouds: {c: {auth_type: " + type + "}}");

        assertThat(world.named("c").authUrl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "auth: s3cret              | auth of",
                "auth: {password: {a: s3cret}} | auth.password of",
                "auth: {token: [s3cret]}   | auth.token of",
                "regions: [{nome: s3cret}] | A region of",
                "proxies: {http: 'ftp://u:s3cret@p'} | proxies.http of",
                "auth: {auth_url: 'http://k/v3 password s3cret'} | auth.auth_url of",
                "api_timeout: '5\"s3cret'  | api_timeout of",
                "cacert: ''                | auth_url is missing",
                "compute-api-version: 2~    compute_api_version: 2 | compute_api_version is given twice",
            })
    void wrongTypesAreTold(String line, String problem) {
        world.clouds("clouds:\n  c:\n    auth_type: password\n    " + line.replace("~", "\n"));

        assertThat(world.problems("c"))
                .anyMatch(found -> found.startsWith(problem))
                .noneMatch(found -> found.contains("s3cret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password: *s3cret        | 3 | must be quoted",
                "password: !s3cret        | 3 | begins with ! must be quoted",
                "password: !s3cret!x y    | 3 | begins with ! must be quoted",
                "password: !!binary s3cret | 3 | tags are not allowed",
                "password: !!python/object:s3cret x | 3 | tags are not allowed",
                "password: @s3cret        | 3 | should be quoted",
                "password: s3cret: x      | 3 | a text that must be quoted",
                "password: \"s3cret\\q\"  | 3 | escape",
                "{s3cret                  | 4 | expected",
                "%password: s3cret        | 3 | should be quoted",
                "a: 1~    a: s3cret      | 4 | 'a' stands at",
                "? [s3cret]~    : b      | 3 | a key must be a single text",
                "<<: s3cret               | 3 | only mappings can be merged",
            })
    void brokenYamlIsToldWithItsLineAndNeverQuoted(String line, int number, String reason) {
        world.clouds("clouds:\n  c:\n    " + line.replace("~", "\n") + "\n");

        assertThat(world.problems("c"))
                .anySatisfy(found -> assertThat(found)
                        .startsWith("Cannot read YAML: " + world.at("clouds.yaml", number) + ": ")
                        .contains(reason));
        assertThat(world.problems("c")).noneMatch(found -> found.contains("s3cret"));
    }

    @Test
    void tabsAreTold() {
        world.clouds("clouds:\n  c:\n\tauth: x\n");

        assertThat(world.problems("c"))
                .contains(
                        "Cannot read YAML: " + world.at("clouds.yaml", 3) + ": there is a tab, and YAML wants spaces");
    }

    @Test
    void aFileThatIsNoMappingIsTold() {
        world.clouds("just words");
        assertThat(world.problems("c").get(0)).contains("must be a mapping that begins with 'clouds:'");
        world.clouds("clouds: [a]");
        assertThat(world.problems("c").get(0)).startsWith("clouds of " + world.at("clouds.yaml", 1));
        world.clouds("clouds: {c: text}");
        assertThat(world.problems("c").get(0)).startsWith("Cloud 'c' of");
    }

    @Test
    void emptyFilesAreNoProblemOfTheirOwn() {
        assertThat(world.clouds("").problems("c").get(0)).contains("Unknown cloud 'c'", "it lists none");
        assertThat(world.clouds("clouds:").problems("c").get(0)).contains("it lists none");
        assertThat(world.clouds("clouds: {c: }").problems("c").get(0)).startsWith("auth_url is missing");
    }

    @Test
    void bytesThatAreNoTextAreTold() {
        world.write(world.work.resolve("clouds.yaml"), new byte[] {'a', ':', (byte) 0xe9, 'x', '\n'});
        assertThat(world.problems("c").get(0)).contains("it is not UTF-8");
        world.clouds("a: \"\u0007\"");
        assertThat(world.problems("c").get(0)).startsWith("Cannot read YAML");
    }

    @Test
    void directoriesAreNoFiles() throws Exception {
        Files.createDirectories(world.work.resolve("clouds.yaml"));
        for (String name : List.of("providers.ini", "username", "password", "apikey")) {
            Files.createDirectories(world.home.resolve(".openstack").resolve(name));
        }
        assertThat(world.problems().get(0)).startsWith("No cloud is configured");
        world.with("OS_CLIENT_CONFIG_FILE", world.work.resolve("clouds.yaml").toString());
        assertThat(world.problems("c").get(0)).startsWith("There is no file " + world.work.resolve("clouds.yaml"));
    }

    @Test
    void filesOfTheOlderLibraryAreBoundedToo() {
        Path providers = world.home.resolve(".openstack/providers.ini");
        world.write(providers, "[a]\nusername = " + "x".repeat(3 * 1024 * 1024));
        assertThat(world.problems().get(0)).contains("providers.ini", "larger than 3 MiB");
        world.write(providers, new byte[] {'[', 'a', ']', '\n', (byte) 0xff, (byte) 0xc0, '=', 'b'});
        assertThat(world.problems().get(0)).contains("providers.ini", "not UTF-8");
        world.write(providers, "username = s3cret\n[a");
        assertThat(world.problems())
                .allSatisfy(
                        problem -> assertThat(problem).contains("providers.ini").doesNotContain("s3cret"));
    }

    @Test
    void hostileFilesAreBounded() {
        world.clouds("# " + "x".repeat(3 * 1024 * 1024));
        assertThat(world.problems("c").get(0)).contains("larger than 3 MiB");

        world.clouds("[".repeat(100_000));
        assertThat(world.problems("c").get(0)).contains("Nesting");

        world.clouds("a0: &a0 [x]\n"
                + IntStream.range(1, 200)
                        .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1))
                        .collect(Collectors.joining()));
        assertThat(world.problems("c").get(0)).contains("aliases");

        // Few aliases, but each doubles: 2^24 values, or without an end.
        world.clouds("a0: &a0 [x]\n"
                + IntStream.range(1, 25)
                        .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1))
                        .collect(Collectors.joining()));
        assertThat(world.problems("c").get(0)).contains("100000 values");
        world.clouds("clouds: &x {c: *x}");
        assertThat(world.problems("c").get(0)).contains("100000 values");
    }
}

package io.github.openstackjvm.testkit.server;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.session.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The program itself, in a process of its own. */
@Execution(ExecutionMode.SAME_THREAD)
class FakeServerTest {

    @Test
    void printsHowToReachItAndEndsOnRequest() throws Exception {
        try (Program program = Program.start("--port", "0")) {
            String text = program.untilReady();
            assertThat(text)
                    .contains("export OS_USERNAME=demo", "OS_REGION_NAME=RegionOne")
                    .containsSubsequence("clouds:", "  fake:\n    region_name: RegionOne\n", "  fake-admin:\n");
            assertThat(clouds(text).fieldNames()).toIterable().contains("fake", "fake-admin", "fake-alt");
            try (Cloud cloud = cloud(text, "fake")) {
                assertThat(cloud.whoami().project())
                        .extracting(Token.Owner::name)
                        .isEqualTo("demo");
            }
            assertThat(program.end()).isEqualTo(143); // by the signal, as its sender expects
            assertThat(program.errors()).isEmpty();
        }
    }

    @Test
    void usersOfTheCommandLineAreThere() throws Exception {
        try (Program program = Program.start("--users", "ann:p@1@shop=admin,bob@shop", "--users=bob@lab=reader")) {
            String text = program.untilReady();
            assertThat(clouds(text).fieldNames()).toIterable().contains("fake-ann", "fake-bob", "fake-bob-lab");
            try (Cloud ann = cloud(text, "fake-ann");
                    Cloud bob = cloud(text, "fake-bob-lab")) {
                assertThat(ann.whoami().roles()).contains("admin");
                assertThat(bob.whoami().roles()).containsExactly("reader");
                assertThat(bob.whoami().project()).extracting(Token.Owner::name).isEqualTo("lab");
            }
        }
    }

    @Test
    void whatTakesItsTimeDoesByTheMachinesClock() throws Exception {
        try (Program program = Program.start("--transitions", "never,volume:clock=100ms", "--latency", "20ms")) {
            String text = program.untilReady();
            try (Cloud cloud = cloud(text, "fake")) {
                long began = System.nanoTime();
                Volume made = cloud.blockstorage()
                        .volumes()
                        .create(VolumeSpec.named("slow").sizeGiB(1))
                        .join(Duration.ofSeconds(30));
                assertThat(made.status()).isEqualTo(VolumeStatus.AVAILABLE);
                assertThat(System.nanoTime() - began).isGreaterThan(120_000_000);
                assertThat(made.createdAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
            }
        }
    }

    @Test
    void beginsWithWhatTheSeedSays(@TempDir Path folder) throws Exception {
        Path seed = Files.writeString(
                folder.resolve("state.yaml"),
                "users:\n  ann: {password: pw, project: shop}\nnetworks:\n  lan: {project: shop}\n");
        try (Program program = Program.start("--seed", seed.toString())) {
            String text = program.untilReady();
            try (Cloud ann = cloud(text, "fake-ann")) {
                assertThat(ann.network().networks().named("lan").name()).isEqualTo("lan");
            }
        }
    }

    @Test
    void aWrongSeedIsSaidInOneLine(@TempDir Path folder) throws Exception {
        Path seed = Files.writeString(folder.resolve("state.yaml"), "networks:\n  lan: {project: shop}\n");
        try (Program program = Program.start("--seed", seed.toString())) {
            assertThat(program.waitFor()).isEqualTo(1);
            assertThat(program.errors())
                    .isEqualToIgnoringNewLines(
                            "openstack-testkit-server: state.yaml:2: network lan: there is no project"
                                    + " shop; name it under projects");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program program = Program.start("--port", String.valueOf(taken.getLocalPort()))) {
            assertThat(program.waitFor()).isEqualTo(1);
            assertThat(program.errors())
                    .hasLineCount(1)
                    .startsWith(
                            "openstack-testkit-server: Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be had")
                    .contains("--port 0");
        }
    }

    @Test
    void aWrongCommandLineIsSaidInOneLine() throws Exception {
        try (Program program = Program.start("--prot", "5")) {
            assertThat(program.waitFor()).isEqualTo(2);
            assertThat(program.errors())
                    .isEqualToIgnoringNewLines(
                            "openstack-testkit-server: There is no option --prot." + " --help lists all options.");
        }
    }

    @Test
    void helpTellsEveryOption() throws Exception {
        try (Program program = Program.start("--help")) {
            assertThat(program.waitFor()).isZero();
            assertThat(program.output())
                    .contains("--port", "--bind", "--seed", "--users", "--transitions", "--latency", "143");
            assertThat(program.output().lines()).allMatch(line -> line.length() <= 120);
        }
    }

    private static JsonNode clouds(String printed) {
        String yaml = printed.substring(printed.indexOf("clouds:"), printed.indexOf("# openrc"));
        return new ObjectMapper().valueToTree(new Yaml().load(yaml)).path("clouds");
    }

    private static Cloud cloud(String printed, String name) {
        JsonNode entry = clouds(printed).path(name);
        JsonNode auth = entry.path("auth");
        return OpenStack.connect(CloudConfig.builder()
                .name(name)
                .authUrl(auth.path("auth_url").asText())
                .username(auth.path("username").asText())
                .password(auth.path("password").asText())
                .projectName(auth.path("project_name").asText())
                .userDomainId(auth.path("user_domain_id").asText())
                .projectDomainId(auth.path("project_domain_id").asText())
                .region(entry.path("region_name").asText())
                .build());
    }
}

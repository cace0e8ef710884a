package io.github.openstackjvm.resilience;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The names that operators know from keystoneauth, in clouds.yaml, as they show on the wire. */
class KnobsTest {
    @TempDir
    private Path folder;

    private final MemoryCloud nova = new MemoryCloud();

    private Cloud cloud(String... lines) throws IOException {
        Path file = folder.resolve("clouds.yaml");
        Files.writeString(
                file,
                """
                clouds:
                  c:
                    auth: {auth_url: "http://identity.test/v3", username: demo, password: secret, project_name: demo}
                    region_name: RegionOne
                """
                        + String.join(
                                "",
                                List.of(lines).stream()
                                        .map(line -> "    " + line + "\n")
                                        .toList()));
        return OpenStack.connect(CloudConfig.named("c", file).toBuilder()
                .transport(nova)
                .ticker(nova.clock)
                .build());
    }

    private void send(Cloud cloud, String method) {
        send(cloud, ServiceType.COMPUTE, method);
    }

    private static void send(Cloud cloud, ServiceType service, String method) {
        Throwable unused = catchThrowable(
                () -> cloud.session().adapter(service).request(method, "/x").send());
    }

    private void failing(int times) {
        for (int i = 0; i < times; i++) {
            nova.thenFails(Reason.UNREACHABLE);
        }
    }

    private void answering(int status, int times) {
        for (int i = 0; i < times; i++) {
            nova.then(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "5, 6"})
    void connectRetriesCountFailuresOfTheConnection(int retries, int requests) throws IOException {
        failing(10);

        send(cloud("connect_retries: " + retries, "status_code_retries: 0"), "POST");

        assertThat(nova.calls()).hasSize(requests);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "5, 6"})
    void statusCodeRetriesCountAnswers(int retries, int requests) throws IOException {
        answering(503, 10);

        send(cloud("status_code_retries: " + retries, "connect_retries: 0"), "GET");

        assertThat(nova.calls()).hasSize(requests);
    }

    @Test
    void eachCountsForItself() throws IOException {
        nova.thenFails(Reason.UNREACHABLE)
                .then(503)
                .thenFails(Reason.UNREACHABLE)
                .then(200);

        send(cloud("status_code_retries: 5", "connect_retries: 1"), "GET");

        assertThat(nova.calls()).as("the second failure is one too many").hasSize(3);
    }

    @Test
    void aDelayIsMeantAsItStandsThere() throws IOException {
        nova.thenFails(Reason.UNREACHABLE).thenFails(Reason.UNREACHABLE).then(503, 503, 200);

        send(
                cloud(
                        "connect_retry_delay: 2.5",
                        "connect_retries: 4",
                        "status_code_retry_delay: 7",
                        "status_code_retries: 4"),
                "GET");

        assertThat(nova.clock.pauses())
                .containsExactly(
                        Duration.ofMillis(2500), Duration.ofMillis(2500), Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void whatTheServerAsksForGoesBeforeADelay() throws IOException {
        nova.thenAfter(503, "3").then(200);

        send(cloud("status_code_retry_delay: 7"), "GET");

        assertThat(nova.clock.pauses()).containsExactly(Duration.ofSeconds(3));
    }

    /** A status below 500 says that nothing was done; another one does not, so that a POST is not sent again. */
    @ParameterizedTest
    @CsvSource({
        "409, GET, 4",
        "409, POST, 4",
        "409, PATCH, 4",
        "500, GET, 4",
        "500, PUT, 4",
        "500, POST, 1",
        "502, POST, 1",
        "401, GET, 2",
    })
    void retriableStatusCodesAreRepeatedWhereItDoesNoHarm(int status, String method, int requests) throws IOException {
        answering(status, 10);

        send(cloud("retriable_status_codes: [409, 500, 502, 401]"), method);

        assertThat(nova.calls()).hasSize(requests);
    }

    @Test
    void rateLimitSpacesRequestsEvenly() throws IOException {
        Cloud cloud = cloud("rate_limit: 4");

        for (int i = 0; i < 5; i++) {
            send(cloud, "GET");
        }

        assertThat(nova.times())
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofMillis(750),
                        Duration.ofMillis(1000));
    }

    @Test
    void rateLimitMayBeThatOfOneService() throws IOException {
        Cloud cloud = cloud("rate_limit: {compute: 0.5}");

        send(cloud, ServiceType.NETWORK, "GET");
        send(cloud, ServiceType.NETWORK, "GET");
        send(cloud, "GET");
        send(cloud, "GET");

        assertThat(nova.times()).containsExactly(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    void whatIsSaidOfAServiceGoesBefore() throws IOException {
        Cloud cloud = cloud(
                "status_code_retries: 0",
                "compute_status_code_retries: 2",
                "compute_status_code_retry_delay: 1",
                "compute_retriable_status_codes: 418");
        answering(418, 3);

        send(cloud, "GET");
        answering(418, 1);
        send(cloud, ServiceType.NETWORK, "GET");

        assertThat(nova.calls()).hasSize(4);
        assertThat(nova.clock.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}

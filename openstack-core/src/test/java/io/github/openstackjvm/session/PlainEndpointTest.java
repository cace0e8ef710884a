package io.github.openstackjvm.session;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.stub.Logs;
import io.github.openstackjvm.stub.MemoryCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A token that was got over TLS does not go out in the clear unnoticed. */
class PlainEndpointTest {
    private final MemoryCloud memory = new MemoryCloud();
    private final Logs logs = Logs.capture();

    @AfterEach
    void close() {
        logs.close();
    }

    private long warnings() {
        return logs.lines().stream()
                .filter(line -> line.contains("has no TLS"))
                .peek(line -> assertThat(line).contains("compute", "http://nova.test/v2.1", "endpoint override"))
                .count();
    }

    private static void get(Cloud cloud) {
        cloud.session().adapter(ServiceType.COMPUTE).get("/x").send();
    }

    @Test
    void warnsOnceOfAnEndpointWithoutTls() {
        Cloud cloud = memory.cloud(config -> config.authUrl("https://identity.test/v3"));

        get(cloud);
        get(cloud);
        get(cloud.inRegion("RegionOne"));

        assertThat(warnings()).isEqualTo(1);
    }

    @Test
    void saysNothingWhereIdentityHasNoneEither() {
        get(memory.cloud());

        assertThat(warnings()).isZero();
    }
}

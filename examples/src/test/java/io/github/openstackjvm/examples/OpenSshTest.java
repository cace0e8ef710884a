package io.github.openstackjvm.examples;

import java.time.Duration;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

// region: test
@OpenStackTest
class OpenSshTest {
    @Test
    void letsSshInFromOneNetwork(FakeCloud fake, Cloud cloud) {
        OpenSsh.open(cloud, "ssh", "192.0.2.0/24");

        assertThat(fake).securityGroup("ssh").exists();
        assertThat(fake).received(POST, "/security-group-rules").times(1);
    }

    @Test
    void triesAgainWhenNeutronIsBusy(FakeCloud fake, Cloud cloud) {
        fake.faults()
                .on(POST, "/security-groups")
                .reply(503)
                .retryAfter(Duration.ofSeconds(1))
                .times(2);

        assertThat(OpenSsh.open(cloud, "ssh", "192.0.2.0/24").rules()).hasSize(3);
        assertThat(fake).received(POST, "/security-groups").times(3);
    }
}
// endregion

package io.github.openstackjvm.testkit.guide;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

// region: first
@OpenStackTest
class FirstTest {
    @Test
    void theWorldReachesIt(FakeCloud fake, Cloud cloud) {
        Web.open(cloud, "web");

        assertThat(fake)
                .server("web")
                .isActive()
                .hasFlavor("m1.small")
                .isOn("private")
                .hasFloatingIp();
    }
}
// endregion

package io.github.openstackjvm.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.TearDown;

/** One flavor over a kept-alive loopback connection: the whole way through client, socket and back. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GetOverLoopback extends Measured {
    private final LoopbackCloud server = LoopbackCloud.start();
    private final Cloud cloud = OpenStack.connect(CloudConfig.builder()
            .authUrl(server.authUrl())
            .username("demo")
            .userDomainId("default")
            .password("secret")
            .projectName("demo")
            .projectDomainId("default")
            .build());
    private final Floor floor = new Floor(server.flavorUrl(), LoopbackCloud.TOKEN);

    /** Through the client. */
    @Benchmark
    public Object client() {
        return cloud.compute().flavors().get(LoopbackCloud.FLAVOR);
    }

    /** By java.net.http and Jackson. */
    @Benchmark
    public Object floor() throws IOException {
        return floor.get();
    }

    /** Ends both sides. */
    @TearDown
    public void close() throws IOException {
        cloud.close();
        server.close();
    }
}

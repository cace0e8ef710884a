package io.github.openstackjvm.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.Transport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** One flavor out of the fake cloud: what each call of a test costs. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GetFromFake extends Measured {
    private static final String FLAVOR = "4";

    private final FakeCloud fake = FakeCloud.start();
    private final Transport transport = fake.transport();
    private final Cloud cloud = OpenStack.connect(CloudConfig.builder()
            .transport(transport)
            .authUrl(fake.authUrl())
            .username("demo")
            .userDomainId("default")
            .password("secret")
            .projectName("demo")
            .projectDomainId("default")
            .build());
    private final String token = cloud.session().token().value().reveal();
    private final HttpCall call = HttpCall.get(
                    fake.authUrl().replace("/identity/v3", "/compute/v2.1/flavors/" + FLAVOR))
            .withHeader("X-Auth-Token", token);
    private final ObjectReader reader = Floor.reader(Floor.FlavorAnswer.class);
    private final Floor floor = new Floor(fake.serve().uri() + "/compute/v2.1/flavors/" + FLAVOR, token);

    /** The fake remembers every call: an iteration must not pay for those before it. */
    @Setup(Level.Iteration)
    public void forget() {
        fake.journal().clear();
    }

    /** Through the client, without a socket. */
    @Benchmark
    public Object client() {
        return cloud.compute().flavors().get(FLAVOR);
    }

    /** The fake's own part: its transport and Jackson, without the client. */
    @Benchmark
    public Object fakeAlone() throws IOException {
        return reader.readValue(transport.exchange(call).bytes());
    }

    /** The other way to test: the fake on a port, asked by java.net.http and Jackson. */
    @Benchmark
    public Object floor() throws IOException {
        return floor.get();
    }

    /** Ends both sides. */
    @TearDown
    public void close() {
        cloud.close();
        fake.close();
    }
}

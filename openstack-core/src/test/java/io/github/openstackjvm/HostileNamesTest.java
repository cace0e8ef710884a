package io.github.openstackjvm;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.resource.Metadata;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.transport.HttpCall;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Ids, names and headers are data: they change neither the structure of a request nor where it goes. */
class HostileNamesTest {
    private final MemoryCloud memory = new MemoryCloud();
    private final Cloud cloud = memory.cloud();

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b"})
    void refusesIdsThatAreNone(String id) {
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> cloud.compute().flavors().get(id));
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> cloud.compute().keypairs().delete(id));
        assertThat(memory.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../identity/v3/users",
                "a/b",
                "a?b=c",
                "a#b",
                "@evil.test",
                "%2e%2e%2f",
                "//evil.test/",
                "a b",
                "ä"
            })
    void keepsIdsWithinOneSegment(String id) {
        Throwable unused = catchThrowable(() -> cloud.compute().flavors().get(id));

        assertThat(memory.sent()).hasSize(1);
        assertThat(memory.calls().get(0)).matches("GET /flavors/[A-Za-z0-9%._~-]+");
    }

    @Test
    void refusesNamesThatWouldForgeLinesOfLogs() {
        for (String name : List.of("a\nb", "a\rb")) {
            assertThatExceptionOfType(InvalidSpec.class)
                    .isThrownBy(() -> cloud.compute().keypairs().create(KeypairSpec.named(name)))
                    .withMessageContaining("line break");
        }
        assertThat(memory.calls()).isEmpty();
    }

    @Test
    void refusesKeysOfMetadataThatHoldALineBreak() {
        for (String key : List.of("a\nb", "a\r\nX-Evil: 1")) {
            assertThatExceptionOfType(InvalidSpec.class)
                    .isThrownBy(() -> cloud.compute()
                            .servers()
                            .create(ServerSpec.named("a")
                                    .flavor(Ref.id("1"))
                                    .image(Ref.id("2"))
                                    .metadata(key, "b")))
                    .withMessageContaining("line break");
            assertThatExceptionOfType(InvalidSpec.class)
                    .isThrownBy(() -> cloud.compute().servers().metadata("1").set(key, "b"));
            assertThatExceptionOfType(InvalidSpec.class)
                    .isThrownBy(() -> cloud.compute().servers().tags("1").add(key));
        }
        assertThat(memory.calls()).isEmpty();
    }

    @Test
    void refusesValuesOfMetadataThatHoldALineBreak() {
        Metadata metadata = cloud.compute().servers().metadata("1");
        Map<String, String> pairs = Map.of("key", "a\r\nX-Evil: 1");
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> metadata.set("key", "a\nb"),
                () -> metadata.merge(pairs),
                () -> metadata.replace(pairs),
                () -> metadata.merge(Map.of("a\nb", "value")),
                () -> cloud.compute()
                        .servers()
                        .create(ServerSpec.named("a")
                                .flavor(Ref.id("1"))
                                .image(Ref.id("2"))
                                .metadata(pairs)),
                () -> cloud.blockstorage()
                        .volumes()
                        .create(VolumeSpec.named("a").sizeGiB(1).metadata("key", "a\rb")))) {
            assertThatExceptionOfType(InvalidSpec.class).isThrownBy(call).withMessageContaining("Base64");
        }
        assertThat(memory.calls()).isEmpty();
    }

    @Test
    void refusesHeadersVerbsAndPathsThatWouldBeginAnotherLine() {
        var nova = cloud.session().adapter(ServiceType.COMPUTE);

        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> nova.get("/x").header("X-A", "b\r\nX-Evil: 1"));
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> nova.get("/x").header("X-A\n", "b"));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> nova.get("/x\r\nX-Evil: 1"));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> nova.request("GET /y HTTP/1.1\r\nX: ", "/x"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> HttpCall.get("http://h/\r\nX-Evil: 1"));
        assertThat(memory.calls()).isEmpty();
    }

    /** Whatever path is asked for, it stays on the service's host. */
    @ParameterizedTest
    @ValueSource(strings = {"@evil.test/", ".evil.test/", ":80@evil.test/", "//evil.test/", "http://evil.test/"})
    void keepsRequestsOfOnesOwnAtHome(String path) {
        memory.then(call -> {
            assertThat(call.url()).startsWith("http://nova.test/v2.1/");
            return MemoryCloud.answer(200, "{}").answer(call);
        });

        cloud.session().adapter(ServiceType.COMPUTE).get(path).send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://nova.test/",
                "http-1://nova.test/",
                "nova.test",
                "http://",
                "http://a b/",
                "http://me:pw@nova.test/"
            })
    void refusesEndpointsThatAreNoAddresses(String url) {
        MemoryCloud odd = new MemoryCloud();
        odd.identity(call -> {
            var issued = odd.issue(call);
            String text = new String(issued.bytes(), java.nio.charset.StandardCharsets.UTF_8);
            return io.github.openstackjvm.transport.HttpAnswer.buffered(
                    201,
                    issued.headers(),
                    text.replace("http://nova.test/v2.1", url).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });

        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> odd.cloud().compute().flavors().get("1"))
                .withMessageContaining("endpoint")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pw@"));
        assertThat(odd.calls()).isEmpty();
    }
}

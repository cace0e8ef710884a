package io.github.openstackjvm.compute;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What comes of answers that are not as documented. */
class UnexpectedAnswersTest {
    @RegisterExtension
    static final TestCloud NOVA = TestCloud.compute("2.93");

    private Flavors flavors;

    @BeforeEach
    void connect() {
        flavors = NOVA.cloud().compute().flavors();
    }

    @Test
    void keepsUnknownFieldsWithTheirNulls() {
        NOVA.on("GET /flavors/1", 200, """
                {"meta": [], "flavor": {"z": null, "id": "1", "a": {"b": [1, null]}, "name": "f", "m": 1.5}, "x": {}}""");

        Flavor flavor = flavors.get("1");

        assertThat(flavor.extras())
                .containsOnlyKeys("z", "a", "m")
                .containsEntry("z", null)
                .containsEntry("a", Map.of("b", Arrays.asList(1, null)))
                .containsEntry("m", 1.5);
        assertThat(flavor.toString()).as("names only").contains("extras=[").doesNotContain("1.5");
    }

    @Test
    void aFieldOfAWrongTypeDoesNotLoseTheRestOfTheList() {
        NOVA.on("GET /flavors/detail", 200, """
                {"flavors": [
                  {"id": "1", "name": "good", "vcpus": 1},
                  {"id": "2", "name": "odd", "vcpus": {"count": 2}, "ram": 512, "extra_specs": "none"},
                  {"id": "3", "name": "good too", "vcpus": 3}],
                 "flavors_links": [{"rel": "next", "href": "/x?marker=3"}]}""");
        NOVA.on("GET /flavors/detail?marker=3", 200, "{\"flavors\": []}");

        List<Flavor> all = flavors.list().toList();

        assertThat(all).extracting(Flavor::name).containsExactly("good", "odd", "good too");
        Flavor odd = all.get(1);
        assertThat(odd.ramMiB()).isEqualTo(512);
        assertThat(odd.vcpus()).isZero();
        assertThat(odd.extraSpecs()).isEmpty();
        assertThat(odd.extras())
                .containsEntry("vcpus (unreadable)", Map.of("count", 2))
                .containsEntry("extra_specs (unreadable)", "none");
    }

    @Test
    void aFieldOfAWrongTypeDoesNotLoseAWrappedItem() {
        NOVA.on("GET /os-keypairs", 200, """
                {"keypairs": [{"keypair": {"name": "a", "fingerprint": ["x"]}}, {"keypair": {"name": "b"}}]}""");
        NOVA.on("GET /os-keypairs/a", 200, """
                {"keypair": {"name": "a", "fingerprint": "f", "created_at": "tomorrow", "type": 7}}""");
        Keypairs keypairs = NOVA.cloud().compute().keypairs();

        assertThat(keypairs.list().toList()).extracting(Keypair::name).containsExactly("a", "b");
        Keypair one = keypairs.get("a");
        assertThat(one.createdAt()).isNull();
        assertThat(one.extras()).containsEntry("created_at (unreadable)", "tomorrow");
        assertThat(one.type()).isEqualTo(new KeypairType("7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "<html><body>hunter2: sign in</body></html>",
                "{\"flavor\": {\"id\": \"1\", \"name\": \"hunter2",
                "[{\"id\": \"hunter2\"}]",
                "{\"hunter2\": {}}",
                "{\"flavor\": null, \"flavors\": null}",
                "{\"flavor\": [\"hunter2\"], \"flavors\": {\"a\": \"hunter2\"}}",
                "{\"flavor\": \"hunter2\", \"flavors\": \"hunter2\"}",
                "{\"flavor\": 7, \"flavors\": [7]}",
                "null",
                "\"hunter2\"",
                "{\"flavor\": hunter2}",
                "\u0000\u0001",
            })
    void saysThatAnAnswerCannotBeReadWithoutShowingIt(String body) {
        NOVA.on("GET /flavors/1", aResponse().withStatus(200).withBody(body));
        NOVA.on("GET /flavors/detail", aResponse().withStatus(200).withBody(body));

        assertThat(List.of(
                        catchThrowableOfType(OpenStackException.class, () -> flavors.get("1")),
                        catchThrowableOfType(
                                OpenStackException.class, () -> flavors.list().toList())))
                .allSatisfy(thrown -> {
                    assertThat(thrown.getClass()).isEqualTo(OpenStackException.class);
                    assertThat(thrown)
                            .hasMessageStartingWith("GET ")
                            .hasMessageContaining("/flavors/")
                            .hasMessageContaining("answered 200")
                            .hasMessageContaining("cannot be read");
                    assertThat(thrown.status()).isEqualTo(200);
                    for (Throwable e = thrown; e != null; e = e.getCause()) {
                        assertThat(e.toString()).doesNotContain("hunter2");
                        assertThat(e.getClass().getName())
                                .doesNotContain("feign")
                                .doesNotContain("jackson");
                    }
                });
    }

    @Test
    void readsAnAnswerWhateverItsMediaTypeSays() {
        NOVA.on(
                "GET /flavors/1",
                aResponse().withHeader("Content-Type", "text/plain").withBody("""
                {"flavor": {"id": "1", "name": "f"}}"""));

        assertThat(flavors.get("1").name()).isEqualTo("f");
    }

    @Test
    void aRedirectionToAnotherHostIsAnError() {
        String elsewhere = NOVA.url().replace("localhost", "127.0.0.1") + "/elsewhere";
        NOVA.on("GET /flavors/1", aResponse().withStatus(302).withHeader("Location", elsewhere));

        assertThat(catchThrowableOfType(OpenStackException.class, () -> flavors.get("1"))
                        .status())
                .isEqualTo(302);
        assertThat(NOVA.calls()).containsExactly("GET /flavors/1");
    }
}

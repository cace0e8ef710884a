package io.github.openstackjvm.session;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.FlavorSpec;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.KeypairType;
import io.github.openstackjvm.compute.Keypairs;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which microversion a call has, and when it is refused before it is sent. */
class MicroversionTest {
    private static final String ANSWER = """
            {"keypair": {"name": "k", "fingerprint": "aa"}, "flavor": {"id": "1", "name": "f"}, "keypairs": [],
             "flavors": []}""";

    @RegisterExtension
    static final TestCloud NOVA = TestCloud.compute("2.93");

    private Keypair create(Cloud cloud, KeypairSpec spec) {
        NOVA.on("POST /os-keypairs", 201, ANSWER);
        return cloud.compute().keypairs().create(spec);
    }

    @ParameterizedTest
    @CsvSource({"2.1, 2.1", "2.53, 2.53", "2.92, 2.92", "2.93, 2.92", "2.1000, 2.92", "2.9, 2.9"})
    void isTheHighestThatBothSidesKnow(String offered, String used) {
        NOVA.offers(offered);

        create(NOVA.cloud(), KeypairSpec.named("k").publicKey("p"));

        assertThat(NOVA.only().microversion()).isEqualTo("compute " + used);
        assertThat(NOVA.only().header("X-OpenStack-Nova-API-Version")).isEqualTo(used);
    }

    @Test
    void staysBelowWhatTheCallCannotDoWithout() {
        create(NOVA.cloud(), KeypairSpec.named("generated"));

        assertThat(NOVA.only().microversion()).isEqualTo("compute 2.91");
    }

    @Test
    void refusesAFieldThatIsTooNewForTheCloud() {
        NOVA.offers("2.9");
        Cloud cloud = NOVA.cloud();

        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() ->
                        create(cloud, KeypairSpec.named("k").publicKey("p").userId("u")))
                .withMessageContaining("'user_id'")
                .withMessageContaining("2.10")
                .withMessageContaining("2.9")
                .satisfies(e -> assertThat(e.context().service()).isEqualTo("compute"));

        assertThat(NOVA.calls()).isEmpty();
    }

    @Test
    void refusesFiltersAndParametersThatAreTooNewForTheCloud() {
        NOVA.offers("2.9");
        Cloud cloud = NOVA.cloud();

        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() ->
                        cloud.compute().flavors().list().nameMatching("m.*").toList())
                .withMessageContaining("the filter 'name'")
                .withMessageContaining("2.102");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> cloud.compute().keypairs().ofUser("u").get("k"))
                .withMessageContaining("the parameter 'user_id'")
                .withMessageContaining("2.10");

        assertThat(NOVA.calls()).isEmpty();
    }

    @Test
    void refusesACloudThatIsTooNew() {
        Keypairs pinned = NOVA.cloud().compute().at("2.92").keypairs();

        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> pinned.create(KeypairSpec.named("generated")))
                .withMessageContaining("2.92 is pinned")
                .withMessageContaining("a keypair without 'public_key'")
                .withMessageContaining("2.91");

        assertThat(NOVA.calls()).isEmpty();
    }

    @Test
    void refusesAPinThatIsTooOldForAField() {
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> NOVA.cloud()
                        .compute()
                        .at("2.1")
                        .keypairs()
                        .create(KeypairSpec.named("k").type(KeypairType.SSH)))
                .withMessageContaining("2.1 is pinned")
                .withMessageContaining("'type'")
                .withMessageContaining("2.2");

        assertThat(NOVA.calls()).isEmpty();
    }

    @Test
    void isThePinnedOneEvenBeyondWhatTheModelKnows() {
        NOVA.on("GET /os-keypairs/k", 200, ANSWER);

        NOVA.cloud().compute().at("2.100").keypairs().get("k");
        NOVA.cloud().compute().at("2.10").keypairs().ofUser("u");
        NOVA.cloud().compute().at("2.10").keypairs().get("k");

        assertThat(NOVA.sent()).extracting(Sent::microversion).containsExactly("compute 2.100", "compute 2.10");
    }

    @Test
    void isTheConfiguredOneUnlessPinned() {
        NOVA.on("GET /os-keypairs/k", 200, ANSWER);
        Cloud cloud = NOVA.cloud(config -> config.defaultMicroversion(ServiceType.COMPUTE, Microversion.of("2.60")));

        cloud.compute().keypairs().get("k");
        cloud.compute().at("2.53").keypairs().get("k");

        assertThat(NOVA.sent()).extracting(Sent::microversion).containsExactly("compute 2.60", "compute 2.53");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(
                        () -> cloud.compute().flavors().list().nameMatching("m").toList())
                .withMessageContaining("2.60 is pinned");
    }

    @Test
    void isLeftOutWhereTheServiceHasNone() {
        NOVA.offers("");
        create(NOVA.cloud(), KeypairSpec.named("k"));

        assertThat(NOVA.only().microversion()).isNull();
        assertThat(NOVA.only().header("X-OpenStack-Nova-API-Version")).isNull();
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(
                        () -> NOVA.cloud().compute().flavors().update("1", new FlavorSpec.Update().description("d")))
                .withMessageContaining("offers no microversions of compute")
                .withMessageContaining("'description'")
                .withMessageContaining("2.55");
    }

    @Test
    void isAskedForOncePerCloud() {
        NOVA.on("GET /os-keypairs/k", 200, ANSWER);
        Cloud cloud = NOVA.cloud();

        for (int i = 0; i < 3; i++) {
            cloud.compute().keypairs().get("k");
            cloud.inRegion("RegionOne").compute().keypairs().get("k");
        }

        // Six calls, one token, one version document.
        assertThat(NOVA.requests()).isEqualTo(8);
    }

    @Test
    void picksOutOfCandidates() {
        Adapter nova = NOVA.cloud().session().adapter("compute");

        assertThat(nova.pickMicroversion(
                        List.of(Microversion.of("2.1000"), Microversion.of("2.9"), Microversion.of("2.53"))))
                .contains(Microversion.of("2.53"));
        assertThat(nova.pickMicroversion(List.of(Microversion.of("2.1000")))).isEmpty();
        assertThat(nova.supports("2.93")).isTrue();
        assertThat(nova.supports("2.94")).isFalse();
        assertThat(nova.supports("2.0")).isFalse();
    }
}

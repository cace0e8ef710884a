package io.github.openstackjvm.internal.session;

import java.util.List;

import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.internal.discovery.Discovered;
import io.github.openstackjvm.internal.http.Outgoing.Version;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.resource.VersionRange;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The bounds that no conversation of today reaches; the others are in {@code session.MicroversionTest}. */
class NegotiationTest {
    private static @Nullable Microversion version(@Nullable String text) {
        return text == null ? null : Microversion.of(text);
    }

    private static @Nullable Microversion choose(
            Version wanted, @Nullable String cloudMin, @Nullable String cloudMax, @Nullable String preset) {
        Discovered cloud =
                new Discovered("http://x/v2.1", new ApiVersion(2, 1), version(cloudMin), version(cloudMax), List.of());
        return Negotiation.choose(ServiceType.COMPUTE, wanted, () -> cloud, version(preset));
    }

    private static Version model(@Nullable String min, String max, Needs needs) {
        return new Version(null, version(min), version(max), needs);
    }

    @Test
    void asksNobodyWhereTheModelHasNoVersions() {
        assertThat(Negotiation.choose(
                        ServiceType.NETWORK,
                        Version.NONE,
                        () -> {
                            throw new AssertionError("not needed");
                        },
                        version("2.60")))
                .as("a preset is for typed calls of services with microversions")
                .isNull();
    }

    @Test
    void refusesACloudThatDroppedWhatTheModelKnows() {
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> choose(model(null, "2.90", Needs.NONE), "2.91", "2.120", null))
                .withMessageContaining("2.91")
                .withMessageContaining("2.90");
    }

    @Test
    void refusesAResourceThatIsTooNew() {
        Version servers = model("2.64", "2.90", Needs.NONE);

        assertThat(choose(servers, "2.1", "2.64", null)).isEqualTo(version("2.64"));
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> choose(servers, "2.1", "2.63", null))
                .withMessageContaining("the resource exists from 2.64 on")
                .withMessageContaining("2.63");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> choose(servers, null, null, null))
                .withMessageContaining("2.64");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> choose(servers, "2.1", "2.90", "2.53"))
                .withMessageContaining("2.53 is pinned");
    }

    @Test
    void refusesTwoFieldsThatExcludeEachOther() {
        Needs both = Needs.NONE
                .and("the field 'old'", VersionRange.until(2, 56))
                .and("the field 'new'", VersionRange.since(2, 57));

        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> choose(model(null, "2.90", both), "2.1", "2.90", null))
                .withMessageContaining("the field 'new' exists from 2.57 on")
                .withMessageContaining("the field 'old' exists only up to 2.56");
    }

    @Test
    void takesTheLowestOfAllUpperBounds() {
        Needs needs = Needs.NONE
                .and("the field 'a'", VersionRange.until(2, 56))
                .and("the field 'b'", VersionRange.since(2, 10).andUntil(2, 35));

        assertThat(choose(model(null, "2.90", needs), "2.1", "2.80", null)).isEqualTo(version("2.35"));
        assertThat(choose(model(null, "2.90", needs), null, null, "2.20")).isEqualTo(version("2.20"));
    }
}

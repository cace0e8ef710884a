package io.github.openstackjvm.config;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.internal.config.Loaded;
import io.github.openstackjvm.internal.config.Surroundings;
import io.github.openstackjvm.session.ServiceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegionsAndProfilesTest {
    private static final String REGIONS = """
            clouds:
              prod:
                auth: {auth_url: http://id, project_name: p, password: a}
                image_service_name: for-all
                regions:
                - one
                - name: two
                  values:
                    auth: {project_name: p2}
                    image-service-name: for-two
            """;

    private World world;

    @BeforeEach
    void begin(@TempDir Path root) {
        world = new World(root);
    }

    @Test
    void theFirstRegionIsTheUsualOne() {
        CloudConfig prod = world.clouds(REGIONS).named("prod");

        assertThat(prod.region()).hasValue("one");
        assertThat(prod.serviceName(ServiceType.IMAGE)).hasValue("for-all");
    }

    @Test
    void anotherRegionBringsItsValues() {
        CloudConfig two =
                world.clouds(REGIONS).named("prod").toBuilder().region("two").build();

        assertThat(two.region()).hasValue("two");
        assertThat(two.auth("project_name")).hasValue("p2");
        assertThat(two.authSecret("password")).isPresent();
        assertThat(two.serviceName(ServiceType.IMAGE)).hasValue("for-two");
        assertThat(two.toBuilder().region("one").build().auth("project_name")).hasValue("p");
        assertThat(world.clouds(REGIONS + "    region_name: two\n")
                        .named("prod")
                        .auth("project_name"))
                .hasValue("p2");
    }

    @Test
    void anUnknownRegionIsRefused() {
        CloudConfig prod = world.clouds(REGIONS).named("prod");

        assertThatExceptionOfType(ConfigInvalid.class)
                .isThrownBy(() -> prod.toBuilder().region("Two").build())
                .withMessageContaining("Unknown region 'Two'")
                .withMessageContaining("lists one, two")
                .withMessageContaining(world.at("clouds.yaml", 5));
    }

    @Test
    void severalRegionsInOneText() {
        assertThat(world.clouds("clouds: {a: {region_name: 'x, y', auth: {auth_url: 'http://{region_name}.id'}}}")
                        .named("a")
                        .authUrl())
                .hasValue("http://x.id");
    }

    @Test
    void aProfileFillsGapsOnly() {
        world.profiles("""
                public-clouds:
                  vendor:
                    region_name: theirs
                    auth: {auth_url: http://vendor/v3, user_domain_name: Vendor}
                    image_format: raw
                """);

        CloudConfig mine = world.clouds("clouds: {mine: {profile: vendor, region_name: mine, auth: {username: me}}}")
                .named("mine");

        assertThat(mine.region()).hasValue("mine");
        assertThat(mine.auth("username")).hasValue("me");
        assertThat(mine.authUrl()).hasValue("http://vendor/v3");
        assertThat(mine.source("auth.auth_url")).hasValue(world.at("clouds-public.yaml", 4));
        assertThat(mine.extra()).containsEntry("image_format", "raw");
    }

    @Test
    void aMappingThatOnlyTheProfileHasIsKept() {
        world.profiles("public-clouds: {vendor: {auth: {auth_url: 'http://vendor'}}}");

        assertThat(world.clouds("clouds: {mine: {cloud: vendor}}").named("mine").authUrl())
                .hasValue("http://vendor");
    }

    @Test
    void anUnknownProfileIsRefused() {
        world.profiles("public-clouds: {vendor: {}, other: {}}").clouds("clouds:\n  mine:\n    profile: vendr");
        assertThat(world.problems("mine").get(0))
                .startsWith("Unknown profile 'vendr' (" + world.at("clouds.yaml", 3)
                        + "): clouds-public.yaml lists vendor, other, and built in are auro, betacloud");
    }

    @Test
    void publicCloudsAreBuiltIn() {
        CloudConfig otc = world.clouds("clouds: {mine: {profile: otc, auth: {username: u, password: p}}}")
                .named("mine");
        assertThat(otc.authUrl()).hasValue("https://iam.eu-de.otc.t-systems.com/v3");
        assertThat(otc.region()).hasValue("eu-de");
        assertThat(otc.source("auth.auth_url").orElseThrow()).startsWith("built-in vendors.yaml:");
        assertThat(otc.toBuilder().region("eu-nl").build().authUrl())
                .hasValue("https://iam.eu-nl.otc.t-systems.com/v3");

        CloudConfig old = world.clouds(
                        "clouds: {mine: {profile: rackspace, region_name: ORD, auth: {username: u, password: p}}}")
                .named("mine");
        assertThat(old.endpointOverride(ServiceType.BLOCK_STORAGE))
                .hasValue("https://ORD.blockstorage.api.rackspacecloud.com/v2");
        assertThat(old.has(ServiceType.NETWORK)).isFalse();
        assertThat(old.serviceName(ServiceType.COMPUTE)).hasValue("cloudServersOpenStack");
    }

    @Test
    void codeAndVariablesNameAProfileToo() {
        CloudConfigBuilder builder = CloudConfigBuilder.of(Loaded.NOTHING, world.around())
                .username("u")
                .password("p");
        CloudConfig ovh = builder.profile("ovh").region("GRA").build();
        assertThat(ovh.authUrl()).hasValue("https://auth.cloud.ovh.net");
        assertThat(ovh.region()).hasValue("GRA");
        assertThat(ovh.auth("username")).hasValue("u");
        assertThat(ovh.toBuilder().set("profile", "otc").build().authUrl())
                .as("gaps only")
                .hasValue("https://auth.cloud.ovh.net");
        assertThatThrownBy(() -> builder.profile("ovhh").build())
                .isInstanceOf(ConfigInvalid.class)
                .hasMessageContaining("Unknown profile 'ovhh' (code)");

        world.profiles("public-clouds: {v: {auth: {auth_url: 'http://v'}, region_name: theirs}}")
                .with("OS_USERNAME", "u")
                .with("OS_PROFILE", "v")
                .with("OS_REGION_NAME", "mine");
        assertThat(world.environment().authUrl()).hasValue("http://v");
        assertThat(world.discover().region()).hasValue("mine");
        world.with("OS_PROFILE", "w");
        assertThat(world.problems()).anyMatch(problem -> problem.startsWith("Unknown profile 'w' ($OS_PROFILE)"));
    }

    @Test
    void aProfileIsFetchedFromItsVendor() {
        String json =
                "{\"name\":\"v\",\"profile\":{\"auth\":{\"auth_url\":\"https:\\/\\/id.vendor\"},\"region_name\":\"r\"}}";
        List<URI> asked = new ArrayList<>();
        Surroundings around = world.clouds(
                        "clouds: {mine: {profile: 'https://vendor.example/whatever', region_name: s}}")
                .around()
                .fetching(address -> {
                    asked.add(address);
                    return json.getBytes(StandardCharsets.UTF_8);
                });

        CloudConfig mine = CloudConfig.named("mine", around);

        assertThat(asked).containsExactly(URI.create("https://vendor.example/.well-known/openstack/api"));
        assertThat(mine.authUrl()).hasValue("https://id.vendor");
        assertThat(mine.source("auth.auth_url")).hasValue("https://vendor.example/.well-known/openstack/api:1");
        assertThat(mine.region()).hasValue("s");
    }

    @Test
    void aProfileThatCannotBeTrustedOrHadIsRefused() {
        Surroundings around = world.clouds("clouds: {mine: {profile: 'http://vendor.example'}}")
                .around()
                .fetching(address -> {
                    throw new IOException("no route");
                });
        assertThatThrownBy(() -> CloudConfig.named("mine", around)).hasMessageContaining("over https only");

        world.clouds("clouds: {mine: {profile: 'https://vendor.example'}}");
        assertThatThrownBy(() -> CloudConfig.named("mine", around)).hasMessageContaining("cannot be fetched: no route");
        assertThatThrownBy(() -> CloudConfig.named("mine", around.fetching(address -> new byte[] {'{', '}'})))
                .hasMessageContaining("There is no profile at https://vendor.example");
    }

    @Test
    void profilesThatNameEachOtherAreNotFollowedForEver() {
        world.profiles("public-clouds: {a: {profile: b}, b: {profile: a}}").clouds("clouds: {mine: {profile: a}}");

        assertThat(world.problems("mine").get(0)).contains("name each other");
    }

    @Test
    void aVariableNamesThePublicFile() {
        Path file =
                world.write(world.home.resolve("vendors.yaml"), "public-clouds: {v: {auth: {auth_url: 'http://v'}}}");
        world.with("OS_CLIENT_VENDOR_FILE", file.toString()).clouds("clouds: {mine: {profile: v}}");

        assertThat(world.named("mine").authUrl()).hasValue("http://v");
    }
}

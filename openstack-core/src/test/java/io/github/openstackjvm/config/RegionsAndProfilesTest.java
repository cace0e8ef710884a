package io.github.openstackjvm.config;

import java.nio.file.Path;

import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.session.ServiceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
        assertThat(world.problems("mine"))
                .contains("Unknown profile 'vendr' (" + world.at("clouds.yaml", 3)
                        + "): clouds-public.yaml lists vendor, other");

        world.clouds("clouds:\n  mine:\n    profile: https://vendor.example");
        assertThat(world.problems("mine").get(0)).contains("is not fetched", "clouds-public.yaml");
    }
}

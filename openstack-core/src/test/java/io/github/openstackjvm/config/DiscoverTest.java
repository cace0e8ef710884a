package io.github.openstackjvm.config;

import java.nio.file.Path;

import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class DiscoverTest {
    private static final String TWO = "clouds: {a: {auth: {auth_url: 'http://a'}}, b: {auth: {auth_url: 'http://b'}}}";

    private World world;

    @BeforeEach
    void begin(@TempDir Path root) {
        world = new World(root);
    }

    @Test
    void anOpenrcIsAllThatIsNeeded() {
        CloudConfig cloud = world.with("OS_AUTH_URL", "http://id:5000/v3/")
                .with("OS_USERNAME", "demo")
                .with("OS_PASSWORD", "s3cret")
                .with("OS_PROJECT_NAME", "web")
                .with("OS_TENANT_NAME", "old")
                .with("OS_PROJECT_DOMAIN_NAME", "Default")
                .with("OS_USER_DOMAIN_ID", "users")
                .with("OS_IDENTITY_API_VERSION", "3")
                .with("OS_COMPUTE_API_VERSION", "2.90")
                .with("OS_REGION_NAME", "one")
                .with("OS_INTERFACE", "internal")
                .with("OS_INSECURE", "true")
                .with("OS_IMAGE_ENDPOINT_OVERRIDE", "http://image")
                .with("OS_TEST_TIMEOUT", "60")
                .with("HOME", "/root")
                .environment();

        assertThat(cloud.name()).isEqualTo("envvars");
        assertThat(cloud.authUrl()).hasValue("http://id:5000/v3");
        assertThat(cloud.scope()).isEqualTo(Scope.project("web", Scope.Domain.name("Default")));
        assertThat(cloud.userDomain()).isEqualTo(Scope.Domain.id("users"));
        assertThat(cloud.region()).hasValue("one");
        assertThat(cloud.interfaces()).containsExactly(EndpointInterface.INTERNAL);
        assertThat(cloud.verify()).isFalse();
        assertThat(cloud.defaultMicroversion(ServiceType.COMPUTE)).hasValue(Microversion.of("2.90"));
        assertThat(cloud.endpointOverride(ServiceType.IMAGE)).hasValue("http://image");
        assertThat(cloud.extra()).isEmpty();
        assertThat(cloud.source("auth.password")).hasValue("$OS_PASSWORD");
    }

    @Test
    void theEnvironmentReadsNoFile() {
        world.clouds("this is: [no yaml").with("OS_AUTH_URL", "http://id").with("OS_CLOUD", "a");

        assertThat(world.environment().authUrl()).hasValue("http://id");
    }

    @Test
    void theEnvironmentMustNameAnAddress() {
        assertThat(catchThrowable(() -> world.environment()))
                .hasMessageContaining("auth_url is missing: the environment (OS_*)")
                .hasMessageContaining("password is missing: the environment (OS_*)");
    }

    @Test
    void aNamedCloudGoesFirstAndAlone() {
        CloudConfig b = world.clouds(TWO)
                .with("OS_CLOUD", "b")
                .with("OS_AUTH_URL", "http://env")
                .with("OS_PASSWORD", "env")
                .discover();

        assertThat(b.name()).isEqualTo("b");
        assertThat(b.authUrl()).hasValue("http://b");
        assertThat(b.authSecret("password")).isEmpty();
    }

    @Test
    void thenTheVariables() {
        assertThat(world.clouds(TWO)
                        .with("OS_AUTH_URL", "http://env")
                        .with("OS_CLOUD", "")
                        .discover()
                        .authUrl())
                .hasValue("http://env");
    }

    @Test
    void variablesWithoutCredentialsAreNoCloud() {
        world.clouds("clouds: {only: {auth: {auth_url: 'http://only'}}}")
                .with("OS_COMPUTE_API_VERSION", "2.1")
                .with("OS_REGION_NAME", "r");

        assertThat(world.discover().name()).isEqualTo("only");
        assertThat(world.discover().region()).isEmpty();
    }

    @Test
    void amongSeveralCloudsNobodyChooses() {
        assertThat(world.clouds(TWO).problems())
                .singleElement()
                .asString()
                .contains("several clouds: a, b", "OS_CLOUD", "clouds.yaml");
    }

    @Test
    void aBrokenFileIsNotAnAbsentOne() {
        providers("[p]\nusername = u\nauth-endpoint = http://p\n");

        assertThat(world.clouds("clouds: [").problems().get(0)).startsWith("Cannot read YAML");
    }

    @Test
    void theProvidersFileGoesLast() {
        providers("""
                # mine
                [example-provider]
                username =
                password =

                [My Provider]
                username = demo
                password = a=b;c
                auth-endpoint = http://id/v3
                tenant-name = web
                region = one
                apikey = s3cret
                """);

        CloudConfig cloud = world.discover();
        assertThat(cloud.name()).isEqualTo("My Provider");
        assertThat(cloud.auth("username")).hasValue("demo");
        assertThat(cloud.authSecret("password")).hasValue(Secret.of("a=b;c"));
        assertThat(cloud.authUrl()).hasValue("http://id/v3");
        assertThat(cloud.scope()).isEqualTo(Scope.project("web", Scope.Domain.id("default")));
        assertThat(cloud.region()).hasValue("one");
        assertThat(cloud.authSecret("api_key")).hasValue(Secret.of("s3cret"));
        assertThat(cloud.source("auth.username")).hasValue(world.home.resolve(".openstack/providers.ini") + ":7");
    }

    @Test
    void severalProvidersAreTold() {
        providers("[a]\nusername = x\n[b]\nusername = y\n");
        assertThat(world.problems()).singleElement().asString().endsWith("has several sections: a, b");
        providers("[a]\nnonsense s3cret\n");
        assertThat(world.problems().get(0)).contains("providers.ini:2").doesNotContain("s3cret");
    }

    @Test
    void nothingAtAllIsToldWithThePlaces() {
        assertThat(world.problems())
                .singleElement()
                .asString()
                .contains("No cloud is configured", "OS_CLOUD", world.site.toString(), "providers.ini");
    }

    private void providers(String text) {
        world.write(world.home.resolve(".openstack/providers.ini"), text);
    }
}

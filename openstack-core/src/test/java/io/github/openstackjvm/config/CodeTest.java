package io.github.openstackjvm.config;

import java.net.URI;
import java.nio.file.Path;

import io.github.openstackjvm.auth.NoAuth;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CodeTest {
    private World world;

    @BeforeEach
    void begin(@TempDir Path root) {
        world = new World(root).clouds("""
                        clouds:
                          prod:
                            auth:
                              auth_url: http://id/v3
                              username: demo
                              password: s3cret
                              project_id: p1
                              user_domain_name: Users
                            volume_endpoint_override: http://old
                            insecure: true
                            status_code_retries: 9
                        """);
    }

    private CloudConfigBuilder prod() {
        return world.named("prod").toBuilder();
    }

    @Test
    void codeAloneIsEnough() {
        CloudConfig cloud = CloudConfig.builder()
                .authUrl("https://id.example:5000/v3/")
                .username("demo")
                .userDomainName("Users")
                .password("s3cret")
                .projectName("web")
                .projectDomainId("d")
                .region("one")
                .interfaces(EndpointInterface.INTERNAL, EndpointInterface.PUBLIC)
                .endpointOverride(ServiceType.IMAGE, "http://image")
                .defaultMicroversion(ServiceType.COMPUTE, Microversion.of("2.79"))
                .apiVersion(ServiceType.BLOCK_STORAGE, ApiVersion.of("3"))
                .disable(ServiceType.DNS, "not here")
                .proxy("https", "http://proxy:3128")
                .noProxy("localhost", ".local")
                .userAgent("tool/1")
                .set("image_format", "raw")
                .build();

        assertThat(cloud.name()).isEqualTo("id.example");
        assertThat(cloud.authType()).isEqualTo("password");
        assertThat(cloud.scope()).isEqualTo(Scope.project("web", Scope.Domain.id("d")));
        assertThat(cloud.region()).hasValue("one");
        assertThat(cloud.interfaces()).containsExactly(EndpointInterface.INTERNAL, EndpointInterface.PUBLIC);
        assertThat(cloud.endpointOverride(ServiceType.IMAGE)).hasValue("http://image");
        assertThat(cloud.defaultMicroversion(ServiceType.COMPUTE)).hasValue(Microversion.of("2.79"));
        assertThat(cloud.apiVersion(ServiceType.BLOCK_STORAGE)).hasValue(new ApiVersion(3, 0));
        assertThat(cloud.disabledReason(ServiceType.DNS)).hasValue("not here");
        assertThat(cloud.noProxy()).containsExactly("localhost", ".local");
        assertThat(cloud.userAgent()).hasValue("tool/1");
        assertThat(cloud.extra()).containsEntry("image_format", "raw").hasSize(1);
        assertThat(cloud.source("region_name")).hasValue("code");
    }

    @Test
    void codeOverlaysAnEntryAndLeavesItAlone() {
        CloudConfig before = world.named("prod");
        CloudConfig after = before.toBuilder()
                .username("other")
                .endpointOverride(ServiceType.BLOCK_STORAGE, "http://new")
                .verify(true)
                .build();

        assertThat(after.auth("username")).hasValue("other");
        assertThat(after.authSecret("password")).hasValue(Secret.of("s3cret"));
        assertThat(after.endpointOverride(ServiceType.BLOCK_STORAGE)).hasValue("http://new");
        assertThat(after.verify()).isTrue();
        assertThat(after.name()).isEqualTo("prod");
        assertThat(before.auth("username")).hasValue("demo");
        assertThat(before.verify()).isFalse();
    }

    @Test
    void aBuilderGoesOnWithoutChangingWhatItBuilt() {
        CloudConfigBuilder builder = prod().region("one");
        CloudConfig one = builder.build();
        builder.region("two");

        assertThat(one.toBuilder().build().region()).hasValue("one");
    }

    @Test
    void anyKeyFindsItsPlace() {
        CloudConfig cloud = prod().set("user-name", "other")
                .set("auth.password", "new")
                .set("compute-endpoint-type", "admin")
                .build();

        assertThat(cloud.auth("username")).hasValue("other");
        assertThat(cloud.authSecret("password")).hasValue(Secret.of("new"));
        assertThat(cloud.interfaces(ServiceType.COMPUTE)).containsExactly(EndpointInterface.ADMIN);
        assertThat(cloud.extra()).isEmpty();
    }

    @Test
    void oneScopeDrivesOutTheOthers() {
        assertThat(prod().projectName("web").build().scope())
                .isEqualTo(Scope.project("web", Scope.Domain.id("default")));
        assertThat(prod().systemScope().build().scope()).isEqualTo(Scope.system());
        assertThat(prod().domainName("d").build().scope()).isEqualTo(Scope.Domain.name("d"));
        assertThat(prod().trustId("t").build().scope()).isEqualTo(new Scope.Trust("t"));
        assertThat(prod().unscoped().build().scope()).isEqualTo(Scope.unscoped());
        assertThat(prod().systemScope().projectId("p2").build().scope()).isEqualTo(Scope.project("p2"));
    }

    @Test
    void oneKindOfCredentialsDrivesOutTheOthers() {
        CloudConfig token = prod().token(Secret.of("t")).build();
        assertThat(token.authType()).isEqualTo("v3token");
        assertThat(token.auth()).doesNotContainKey("password");

        CloudConfig application =
                prod().applicationCredential("id", Secret.of("as")).build();
        assertThat(application.authType()).isEqualTo("v3applicationcredential");
        assertThat(application.scope()).isEqualTo(new Scope.Unspecified());
        assertThat(application.auth()).doesNotContainKeys("password", "project_id");

        CloudConfig byName = prod().userId("u")
                .applicationCredentialNamed("n", Secret.of("as"))
                .passcode(Secret.of("123"))
                .build();
        assertThat(byName.auth("application_credential_name")).hasValue("n");
        assertThat(byName.auth("username")).isEmpty();
        assertThat(byName.authSecret("passcode")).hasValue(Secret.of("123"));
    }

    @Test
    void whatIsHandedOnHasNoSecretAndNoWayToLogIn() {
        world.secure(
                "clouds: {prod: {auth: {client_secret: s3cret, badge: s3cret}, plugin: {pin: s3cret},"
                        + " key_password: s3cret, proxies: {http: 'http://me:s3cret@proxy:1'}, regions: [{name: one,"
                        + " values: {auth: {password: s3cret}, cert_password: s3cret}}], image_endpoint_override: 'http://i'}}");
        CloudConfig shared = prod().passcode(Secret.of("s3cret"))
                .authMethod(NoAuth.withoutEndpoint())
                .withoutCredentials()
                .authUrl("http://id/v3")
                .token(Secret.of("t0ken"))
                .build();

        assertThat(shared.toYamlWithSecrets()).contains("t0ken").doesNotContain("s3cret");
        assertThat(shared.auth()).containsOnlyKeys("auth_url", "token");
        assertThat(shared.authMethod()).isEmpty();
        assertThat(shared.proxy("http")).contains(URI.create("http://proxy:1"));
        assertThat(shared.endpointOverride(ServiceType.IMAGE)).contains("http://i");
        assertThat(shared.region()).contains("one");
    }

    @Test
    void whatIsWrittenDownWithoutSecretsHasNone() {
        world.secure("clouds: {prod: {auth: {passcode: s3cret, badge: s3cret, client_secret: s3cret},"
                + " plugin: {pin: s3cret}, s3_key: s3cret, key_password: s3cret,"
                + " proxies: {http: 'http://me:s3cret@proxy:1', https: 'http://s3cret@proxy:1'},"
                + " image_endpoint_override: 'http://me:s3cret@image'}}");
        String yaml = world.named("prod").toYaml();

        assertThat(yaml).doesNotContain("s3cret").contains("username: demo", "http: http://proxy:1", "http://image");
        assertThat(world.named("prod").toYamlWithSecrets()).contains("pin: s3cret", "me:s3cret@proxy");
    }

    @Test
    void aPolicyInCodeReplacesWhatFilesSay() {
        ResiliencePolicy mine = ResiliencePolicy.DEFAULT.withRetries(ResiliencePolicy.Retries.NONE);

        assertThat(world.named("prod").resilience().retries().attempts()).isEqualTo(10);
        assertThat(prod().resilience(mine).build().resilience()).isEqualTo(mine);
        assertThat(prod().resilience(mine).build().resilience(ServiceType.IMAGE))
                .isEqualTo(mine);
    }

    @Test
    void codeIsCheckedLikeAnyOtherSource() {
        assertThatExceptionOfType(ConfigInvalid.class)
                .isThrownBy(() -> CloudConfig.builder().set("verify", "perhaps").build())
                .satisfies(e -> assertThat(e.problems())
                        .containsExactly(
                                "verify of code must be true or false, not 'perhaps'",
                                "auth_url is missing: the configuration given in code must say where Identity is,"
                                        + " such as https://cloud.example:5000/v3"));
    }

    @Test
    void explainsEveryValueWithoutItsSecrets() {
        world.secure("clouds: {prod: {auth: {password: t0psecret, strange: t0psecret}, api_key: t0psecret}}");
        CloudConfig prod = prod().region("one").token(Secret.of("t0psecret")).build();

        assertThat(prod.explain().lines())
                .first()
                .isEqualTo("prod, from cloud 'prod' (" + world.at("clouds.yaml", 2) + ")");
        assertThat(prod.explain())
                .containsPattern("auth\\.username +demo +" + world.at("clouds.yaml", 5))
                .containsPattern("auth\\.token +\\*\\*\\* +code")
                .containsPattern("region_name +one +code")
                .containsPattern("auth\\.strange +\\*\\*\\* +" + world.at("secure.yaml", 1) + " \\(unknown here\\)")
                .doesNotContain("t0psecret");
        assertThat(prod.toString()).contains("prod", "http://id/v3").doesNotContain("secret");
    }
}

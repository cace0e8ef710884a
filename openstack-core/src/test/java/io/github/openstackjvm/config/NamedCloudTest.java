package io.github.openstackjvm.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resilience.ResiliencePolicy.Backoff;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamedCloudTest {
    private World world;

    @BeforeEach
    void begin(@TempDir Path root) {
        world = new World(root);
    }

    /** An entry 'prod' with these lines below it. */
    private CloudConfig prod(String... lines) {
        StringBuilder yaml = new StringBuilder("clouds:\n  prod:\n    auth: {auth_url: 'http://id:5000/v3'}\n");
        for (String line : lines) {
            yaml.append("    ").append(line).append('\n');
        }
        return world.clouds(yaml.toString()).named("prod");
    }

    private CloudConfig auth(String... lines) {
        StringBuilder yaml = new StringBuilder("clouds:\n  prod:\n    auth:\n      auth_url: http://id:5000/v3\n");
        for (String line : lines) {
            yaml.append("      ").append(line).append('\n');
        }
        return world.clouds(yaml.toString()).named("prod");
    }

    @Test
    void readsAnEntry() {
        CloudConfig prod = auth("username: demo", "password: s3cret", "project_name: web", "user_domain_name: Users");

        assertThat(prod.name()).isEqualTo("prod");
        assertThat(prod.authType()).isEqualTo("password");
        assertThat(prod.authUrl()).hasValue("http://id:5000/v3");
        assertThat(prod.auth("username")).hasValue("demo");
        assertThat(prod.authSecret("password")).hasValue(Secret.of("s3cret"));
        assertThat(prod.userDomain()).isEqualTo(Scope.Domain.name("Users"));
        assertThat(prod.scope()).isEqualTo(Scope.project("web", Scope.Domain.id("default")));
        assertThat(prod.verify()).isTrue();
        assertThat(prod.interfaces()).containsExactly(EndpointInterface.PUBLIC);
        assertThat(prod.region()).isEmpty();
        assertThat(prod.extra()).isEmpty();
    }

    @Test
    void variablesHaveNoSay() {
        world.with("OS_PASSWORD", "other").with("OS_REGION_NAME", "there").with("OS_AUTH_URL", "http://other");

        CloudConfig prod = auth("password: s3cret");

        assertThat(prod.authSecret("password")).hasValue(Secret.of("s3cret"));
        assertThat(prod.region()).isEmpty();
        assertThat(prod.authUrl()).hasValue("http://id:5000/v3");
    }

    @Test
    void takesATextAsItWasWritten() {
        CloudConfig prod = auth("username: 0123", "password: yes", "project_id: 1e3", "token: 0x10");

        assertThat(prod.auth("username")).hasValue("0123");
        assertThat(prod.authSecret("password")).hasValue(Secret.of("yes"));
        assertThat(prod.auth("project_id")).hasValue("1e3");
        assertThat(prod.authSecret("token")).hasValue(Secret.of("0x10"));
    }

    @Test
    void expandsNoVariables() {
        assertThat(auth("password: ${HOME}$HOME").authSecret("password")).hasValue(Secret.of("${HOME}$HOME"));
    }

    @Test
    void anEmptyPasswordIsOneAndOtherEmptyTextsAreNot() {
        CloudConfig prod = auth("password: ''", "token: ''", "project_id: ''", "username:");

        assertThat(prod.authSecret("password")).hasValue(Secret.of(""));
        assertThat(prod.auth()).containsOnlyKeys("auth_url", "password");
        assertThat(prod.authType()).isEqualTo("password");
    }

    @ParameterizedTest
    @CsvSource({
        "token: x, v3token",
        "application_credential_id: x, v3applicationcredential",
        "application_credential_secret: x, v3applicationcredential",
        "username: x, password"
    })
    void credentialsDecideHowToAuthenticate(String line, String type) {
        assertThat(auth(line).authType()).isEqualTo(type);
    }

    @Test
    void whatIsSaidOfAuthenticationWins() {
        assertThat(prod("auth_type: v3totp", "token: x").authType()).isEqualTo("v3totp");
        assertThat(prod("auth_plugin: v3password", "token: x").authType()).isEqualTo("v3password");
        assertThat(prod("auth_type: None").authType()).isEqualTo("none");
    }

    @Test
    void acceptsOldNamesAndCredentialsOutsideOfAuth() {
        CloudConfig prod = prod("tenant_name: old", "user-name: demo", "auth-token: t", "endpoint_type: internalURL");

        assertThat(prod.auth("project_name")).hasValue("old");
        assertThat(prod.auth("username")).hasValue("demo");
        assertThat(prod.authSecret("token")).hasValue(Secret.of("t"));
        assertThat(prod.interfaces()).containsExactly(EndpointInterface.INTERNAL);
        assertThat(prod("authorization-code: c7").authSecret("code")).hasValue(Secret.of("c7"));
    }

    @Test
    void presentNamesAndAuthWin() {
        CloudConfig prod = world.clouds("""
                        clouds:
                          prod:
                            project_name: outside
                            auth: {auth_url: http://id, tenant_name: old, project_name: inside}
                        """).named("prod");

        assertThat(prod.auth("project_name")).hasValue("inside");
    }

    @Test
    void knowsEveryScope() {
        assertThat(auth("project_id: p").scope()).isEqualTo(Scope.project("p"));
        assertThat(auth("project_name: p", "project_domain_id: d").scope())
                .isEqualTo(Scope.project("p", Scope.Domain.id("d")));
        assertThat(auth("domain_name: d").scope()).isEqualTo(Scope.Domain.name("d"));
        assertThat(auth("system_scope: all").scope()).isEqualTo(Scope.system());
        assertThat(auth("trust_id: t").scope()).isEqualTo(new Scope.Trust("t"));
        assertThat(auth("unscoped: true").scope()).isEqualTo(Scope.unscoped());
        assertThat(auth("username: u").scope()).isEqualTo(new Scope.Unspecified());
        assertThat(auth("application_credential_id: a", "project_id: p").scope())
                .isEqualTo(new Scope.Unspecified());
    }

    @Test
    void aSharedDomainIsThatOfUserAndProject() {
        CloudConfig prod = auth("project_name: p", "domain_name: shared", "user_domain_id: own");

        assertThat(prod.scope()).isEqualTo(Scope.project("p", Scope.Domain.name("shared")));
        assertThat(prod.userDomain()).isEqualTo(Scope.Domain.id("own"));
        assertThat(auth("default_domain: d", "project_name: p").userDomain()).isEqualTo(Scope.Domain.id("d"));
    }

    @Test
    void refusesTwoScopes() {
        world.clouds("clouds: {prod: {auth: {auth_url: 'http://id', token: t,\n project_id: p,\n system_scope: all}}}");

        assertThat(world.problems("prod"))
                .singleElement()
                .asString()
                .contains("a project and the system", "project_id of " + world.at("clouds.yaml", 2), ":3");
    }

    @Test
    void readsWhatIsSaidOfServicesUnderAnyNameOfTheirs() {
        CloudConfig prod = prod(
                "volume_api_version: 3",
                "volumev3_endpoint_override: http://cinder/v3/%(project_id)s/",
                "block-storage_service_name: cinder",
                "compute_default_microversion: '2.79'",
                "compute-interface: [internal, public]",
                "compute_region_name: two",
                "region_name: one",
                "dns_service_type: dns2",
                "network_endpoint_type: adminURL");
        ServiceType volume = ServiceType.BLOCK_STORAGE;

        assertThat(prod.apiVersion(volume)).hasValue(new ApiVersion(3, 0));
        assertThat(prod.endpointOverride(volume)).hasValue("http://cinder/v3/%(project_id)s");
        assertThat(prod.serviceName(volume)).hasValue("cinder");
        assertThat(prod.defaultMicroversion(ServiceType.COMPUTE)).hasValue(Microversion.of("2.79"));
        assertThat(prod.interfaces(ServiceType.COMPUTE))
                .containsExactly(EndpointInterface.INTERNAL, EndpointInterface.PUBLIC);
        assertThat(prod.interfaces(ServiceType.NETWORK)).containsExactly(EndpointInterface.ADMIN);
        assertThat(prod.region(ServiceType.COMPUTE)).hasValue("two");
        assertThat(prod.region(ServiceType.NETWORK)).hasValue("one");
        assertThat(prod.serviceType(ServiceType.DNS)).hasValue("dns2");
        assertThat(prod.extra()).isEmpty();
    }

    @Test
    void theOfficialNameOfAServiceWins() {
        assertThat(prod("volume_service_name: old", "block_storage_service_name: new")
                        .serviceName(ServiceType.BLOCK_STORAGE))
                .hasValue("new");
    }

    @Test
    void anApiVersionWithAMinorOneIsAMicroversion() {
        CloudConfig prod = prod("compute_api_version: 2.79", "network_api_version: 2.0", "image_api_version: latest");

        assertThat(prod.apiVersion(ServiceType.COMPUTE)).hasValue(new ApiVersion(2, 0));
        assertThat(prod.defaultMicroversion(ServiceType.COMPUTE)).hasValue(new Microversion(2, 79));
        assertThat(prod.defaultMicroversion(ServiceType.NETWORK)).isEmpty();
        assertThat(prod.apiVersion(ServiceType.IMAGE)).isEmpty();

        world.clouds(
                "clouds: {p: {auth: {auth_url: 'http://id', token: t}, compute_api_version: 2.79, compute_default_microversion: 2.1}}");
        assertThat(world.problems("p")).singleElement().asString().contains("Write compute_api_version: 2");
    }

    @Test
    void servicesCanBeSwitchedOff() {
        CloudConfig prod =
                prod("has_volume: false", "has_dns: no", "dns_disabled_reason: not bought", "has_image: true");

        assertThat(prod.has(ServiceType.BLOCK_STORAGE)).isFalse();
        assertThat(prod.disabledReason(ServiceType.DNS)).hasValue("not bought");
        assertThat(prod.disabledReason(ServiceType.BLOCK_STORAGE)).isPresent();
        assertThat(prod.has(ServiceType.IMAGE)).isTrue();
        assertThat(prod.disabledReason(ServiceType.COMPUTE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify: false", "verify: no", "insecure: true", "insecure: 'True'"})
    void checksNoCertificatesWhenToldSo(String line) {
        assertThat(prod(line).verify()).isFalse();
    }

    @Test
    void findsTlsFilesFromHomeAndWorkingDirectory() {
        Path ca = world.write(world.home.resolve("ca.pem"), "ca");
        Path cert = world.write(world.work.resolve("tls/me.pem"), "cert");

        CloudConfig prod = prod("cacert: ~/ca.pem", "cert: tls/me.pem", "key: " + cert, "key_password: pw");

        assertThat(prod.cacert()).hasValue(ca);
        assertThat(prod.cert()).hasValue(cert);
        assertThat(prod.key()).hasValue(cert);
        assertThat(prod.keyPassword()).hasValue(Secret.of("pw"));
    }

    @Test
    void readsProxies() {
        CloudConfig prod = prod("proxies: {https: 'http://user:pw@proxy:3128', no_proxy: [localhost, .local]}");

        assertThat(prod.proxy("https")).hasValue(URI.create("http://user:pw@proxy:3128"));
        assertThat(prod.proxy("http")).isEmpty();
        assertThat(prod.noProxy()).containsExactly("localhost", ".local");
        assertThat(prod.explain()).doesNotContain("pw@").contains("***@proxy:3128");
    }

    @Test
    void timeoutsAndRetriesBecomeAPolicy() {
        CloudConfig prod = prod(
                "api_timeout: 7.5",
                "connect_retries: 2",
                "connect_retry_delay: 1.5",
                "status_code_retries: 6",
                "image_status_code_retries: 9",
                "retriable_status_codes: [409, 503]",
                "rate_limit: {compute: 5, volume: 0.5}",
                "concurrency: 7");

        ResiliencePolicy policy = prod.resilience();
        assertThat(policy.limits().response()).isEqualTo(Duration.ofMillis(7500));
        assertThat(policy.limits().connect()).isEqualTo(Duration.ofMillis(7500));
        assertThat(policy.retries().afterFailure()).isEqualTo(Backoff.every(2, Duration.ofMillis(1500)));
        assertThat(policy.retries().afterStatus()).isEqualTo(Backoff.DEFAULT.withRetries(6));
        assertThat(policy.retries().attempts()).isEqualTo(7);
        assertThat(policy.retries().statuses()).containsExactlyInAnyOrder(409, 503);
        assertThat(policy.throttle().rate()).isZero();
        assertThat(policy.throttle().concurrency()).isEqualTo(7);
        assertThat(prod.resilience(ServiceType.IMAGE).retries().attempts()).isEqualTo(10);
        assertThat(prod.resilience(ServiceType.NETWORK)).isEqualTo(policy);
        assertThat(prod.resilience(ServiceType.COMPUTE).throttle().rate()).isEqualTo(5);
        assertThat(prod.resilience(ServiceType.BLOCK_STORAGE).throttle().rate()).isEqualTo(0.5);
        assertThat(prod("status_code_retries: 0", "connect_retries: 0")
                        .resilience()
                        .retries()
                        .attempts())
                .isEqualTo(1);

        CloudConfig patient = prod("timeout: 900");
        assertThat(patient.resilience().deadline()).isEqualTo(Duration.ofMinutes(15));
        assertThat(patient.resilience().limits().connect()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        CloudConfig prod = prod("image_format: raw", "networks: [{name: lan, nat_source: null}]");

        assertThat(prod.extra()).containsEntry("image_format", "raw").containsKey("networks");
        assertThat(prod.extra().get("networks")).hasToString("[{name=lan, nat_source=null}]");
        assertThat(auth("oidc_thing: [a, b]").auth()).containsEntry("oidc_thing", List.of("a", "b"));
        assertThat(Map.copyOf(prod.auth())).containsOnlyKeys("auth_url");
    }
}

package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.testkit.IdentityVersions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Clouds with version 2.0 of Identity, the ones of the older library. */
class OlderIdentityTest {
    private static FakeCloud cloudOf(IdentityVersions versions) {
        return FakeCloud.builder().identity(versions).start();
    }

    private static CloudConfigBuilder config(FakeCloud fake) {
        return fake.config("demo").authUrl(fake.authUrl().replace("/v3", ""));
    }

    private static void works(CloudConfigBuilder config) {
        try (Cloud cloud = OpenStack.connect(config.build())) {
            assertThat(cloud.session().userName()).isEqualTo("demo");
            assertThat(cloud.session().projectName()).isEqualTo("demo");
            assertThat(cloud.session().roles()).contains("member");
            assertThat(cloud.session().expiresAt()).isPresent();
            assertThat(cloud.session().entries("compute")).isNotEmpty();
            assertThat(cloud.session().url("compute")).endsWith("/v2.1");
            assertThat(cloud.compute().flavors().get("1").name()).isEqualTo("m1.nano");
        }
    }

    @Test
    void theVersionThatThereIsIsUsed() {
        for (IdentityVersions versions : IdentityVersions.values()) {
            try (FakeCloud fake = cloudOf(versions)) {
                works(config(fake).authType("password"));
                String path = versions.hasV3() ? "/identity/v3/auth/tokens" : "/identity/v2.0/tokens";
                assertThat(fake.journal().calls(HttpMethod.POST, path)).hasSize(1);
            }
        }
    }

    @Test
    void aPasswordATokenAndAnApiKeyLogIn() {
        try (FakeCloud fake = cloudOf(IdentityVersions.V2)) {
            fake.apiKey("demo", "key");
            works(config(fake).authType("v2password"));
            works(config(fake).apiKey(Secret.of("key")));
            Token token;
            try (Cloud cloud =
                    OpenStack.connect(config(fake).authType("v2password").build())) {
                token = cloud.session().token();
            }
            works(config(fake).token(token.value()).authType("v2token"));
            works(config(fake).token(token.value()).projectName("demo").authType("token"));
        }
    }

    @Test
    void aTokenIsHandedOverAndEndsByItself() {
        try (FakeCloud fake = cloudOf(IdentityVersions.V2)) {
            CloudConfig exported;
            try (Cloud cloud = OpenStack.connect(
                    config(fake).authType("v2password").revokeOnClose(true).build())) {
                exported = cloud.session().export();
                assertThat(cloud.session().token().methods()).isEmpty();
            }
            works(exported.toBuilder());
            assertThat(fake.journal().calls(HttpMethod.DELETE, "/identity/v3/auth/tokens"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsWrongIsRefused() {
        try (FakeCloud fake = cloudOf(IdentityVersions.V2_AND_V3);
                Cloud wrong =
                        OpenStack.connect(config(fake).apiKey(Secret.of("no")).build())) {
            assertThatExceptionOfType(Unauthenticated.class).isThrownBy(wrong::authenticate);
        }
    }
}

package io.github.openstackjvm.testkit.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.Whoami;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Adapter;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.Session;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.spi.CallListener;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class SessionScenario {

    @Test
    void theCloudSaysWhoItsCallerIs(Cloud cloud) {
        Whoami me = cloud.whoami();
        assertThat(me.user().name()).isEqualTo("demo");
        assertThat(me.project().name()).isEqualTo("demo");
        assertThat(me.roles()).contains("member");
        assertThat(me.region()).isEqualTo("RegionOne");
        assertThat(me.endpoints()).containsKeys("identity", "compute", "network");
        assertThat(me.expiresAt()).isNotNull();
    }

    @Test
    void anAdapterSendsWhatNoServiceHere(Cloud cloud) {
        Adapter compute = cloud.session().adapter("compute");
        assertThat(compute.majorVersion()).hasToString("Optional[v2.1]");
        assertThat(compute.supports("2.79")).isTrue();
        assertThat(compute.supports("2.999")).isFalse();
        assertThat(compute.pickMicroversion(
                        List.of(Microversion.of("2.10"), Microversion.of("2.79"), Microversion.of("2.999"))))
                .contains(Microversion.of("2.79"));
        assertThat(compute.endpoint("/flavors")).endsWith("/v2.1/flavors");
        Map<?, ?> flavor = compute.get("/flavors/1").microversion("2.61").fetch(Map.class, "flavor");
        assertThat(flavor.get("name")).isEqualTo("m1.nano");
        assertThat(flavor.containsKey("extra_specs")).isTrue();
        assertThat(compute.get("/flavors/detail")
                        .query("limit", 2)
                        .pages(Map.class, "flavors")
                        .count())
                .isGreaterThanOrEqualTo(6);
        assertThat(compute.get("/flavors/detail")
                        .query("limit", 4)
                        .pages(Map.class, "flavors", one -> String.valueOf(one.get("id")))
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(6);
        assertThat(compute.get("/flavors").sendAsync().join().requestId()).isPresent();
        assertThat(compute.get("/flavors/none").sendUnchecked().status()).isEqualTo(404);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> compute.get("/flavors/none").send())
                .withMessageContaining("Flavor none could not be found");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> compute.get("/flavors").microversion("2.999").send());
        assertThat(cloud.session().adapter("network").get("/extensions").send().json())
                .containsKey("extensions");
    }

    @Test
    void aWrongPasswordIsRefusedOnceAndRemembered(CloudConfig config) {
        try (Cloud wrong = OpenStack.connect(
                config.toBuilder().password(Secret.of("no such password")).build())) {
            assertThatExceptionOfType(Unauthenticated.class)
                    .isThrownBy(wrong::authenticate)
                    .withMessageNotContaining("no such password");
            assertThatExceptionOfType(Unauthenticated.class)
                    .isThrownBy(() -> wrong.compute().keypairs().list().toList());
        }
    }

    @Test
    void whatTheCatalogLacksIsNamedWithWhatItHas(Cloud cloud) {
        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() ->
                        cloud.inRegion("Nowhere").compute().flavors().list().toList())
                .withMessageContaining("Nowhere")
                .withMessageContaining("RegionOne");
        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> cloud.session().adapter("teapot").get("/").send())
                .withMessageContaining("teapot")
                .withMessageContaining("compute");
    }

    @Test
    void regionAndInterfaceDecideWhichEndpointIsCalled(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        String type = scratch.name("service");
        String here = cloud.session().url("compute");
        String service = make(admin, scratch, "service", Map.of("type", type, "name", type));
        for (String region : List.of("north", "south")) {
            make(admin, scratch, "region", Map.of("id", scratch.name(region)));
            for (String face : List.of("public", "internal")) {
                // Only the one in the north is where somebody answers.
                String url = region.equals("north") && face.equals("internal")
                        ? here
                        : "http://127.0.0.1:1/" + region + "/" + face + "/%(project_id)s";
                make(
                        admin,
                        scratch,
                        "endpoint",
                        Map.of(
                                "service_id", service,
                                "region_id", scratch.name(region),
                                "interface", face,
                                "url", url));
            }
        }
        Session session = cloud.in(Scope.project(cloud.session().projectId())).session();
        session.refresh(); // a token with the new catalog

        assertThat(session.entries(type)).hasSize(4);
        Adapter south = session.adapter(type).inRegion(scratch.name("south"));
        assertThat(south.endpoint()).isEqualTo("http://127.0.0.1:1/south/public/" + session.projectId());
        assertThat(south.withInterface(EndpointInterface.ADMIN, EndpointInterface.INTERNAL)
                        .endpoint())
                .isEqualTo("http://127.0.0.1:1/south/internal/" + session.projectId());
        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> south.withInterface(EndpointInterface.ADMIN).endpoint())
                .withMessageContaining("no admin endpoint in region " + scratch.name("south"))
                .withMessageContaining("internal, public");
        assertThat(south.get("/flavors/1")
                        .region(scratch.name("north"))
                        .interfaces(EndpointInterface.INTERNAL)
                        .fetch(Map.class, "flavor")
                        .get("name"))
                .isEqualTo("m1.nano");
        assertThat(south.get("/flavors/1")
                        .endpointOverride(here)
                        .fetch(Map.class, "flavor")
                        .get("name"))
                .isEqualTo("m1.nano");
    }

    private static String make(Cloud admin, Scratch scratch, String what, Map<String, Object> wanted) {
        Adapter identity = admin.session().adapter("identity");
        Map<?, ?> made =
                identity.post("/" + what + "s").json(Map.of(what, wanted)).fetch(Map.class, what);
        String id = String.valueOf(made.get("id"));
        scratch.undo(() -> identity.delete("/" + what + "s/" + id).send());
        return id;
    }

    @Test
    void aTokenIsGoodForAnotherLoginAndForOtherScopes(Cloud cloud, CloudConfig config, @As("admin") Cloud admin) {
        Token token = cloud.session().token();
        try (Cloud again = OpenStack.connect(config.toBuilder()
                .token(token.value())
                .projectId(token.project().id())
                .build())) {
            assertThat(again.whoami().user().id()).isEqualTo(token.user().id());
            assertThat(again.compute().flavors().named("m1.tiny").id()).isEqualTo("3");
        }
        assertThat(cloud.in(Scope.unscoped()).session().token().project()).isNull();
        assertThat(cloud.inProject(token.project().id()).whoami().project().name())
                .isEqualTo("demo");
        assertThat(admin.asSystem().whoami().system()).isTrue();
    }

    @Test
    void anApplicationCredentialLogsInWithoutAPassword(Cloud cloud, CloudConfig config, Scratch scratch) {
        Session session = cloud.session();
        Adapter identity = session.adapter("identity");
        String path = "/users/" + session.userId() + "/application_credentials";
        Map<?, ?> made = identity.post(path)
                .json(Map.of("application_credential", Map.of("name", scratch.name("app"))))
                .fetch(Map.class, "application_credential");
        String id = String.valueOf(made.get("id"));
        Secret secret = Secret.of(String.valueOf(made.get("secret")));
        scratch.undo(() -> identity.delete(path + "/" + id).send());

        try (Cloud byId = OpenStack.connect(
                config.toBuilder().applicationCredential(id, secret).build())) {
            assertThat(byId.whoami().project().name()).isEqualTo("demo");
            assertThat(byId.session().authType()).isEqualTo("v3applicationcredential");
            assertThat(byId.session().token().methods()).contains("application_credential");
        }
        try (Cloud byName = OpenStack.connect(config.toBuilder()
                .applicationCredentialNamed(scratch.name("app"), secret)
                .username("demo")
                .userDomainId("default")
                .build())) {
            assertThat(byName.whoami().project().name()).isEqualTo("demo");
        }
    }

    @Test
    void aTokenIsHandedOverAndEndsWithTheCloudThatGotIt(CloudConfig config) {
        Cloud owner = OpenStack.connect(config.toBuilder().revokeOnClose(true).build());
        CloudConfig exported;
        try {
            exported = owner.session().export();
            assertThat(exported.auth()).containsOnlyKeys("auth_url", "token");
            try (Cloud other = OpenStack.connect(exported)) {
                assertThat(other.session().userId()).isEqualTo(owner.session().userId());
                assertThat(other.compute().flavors().list().toList()).isNotEmpty();
            }
        } finally {
            owner.close();
        }
        try (Cloud ended = OpenStack.connect(exported)) {
            assertThatExceptionOfType(Unauthenticated.class).isThrownBy(ended::authenticate);
        }
    }

    @Test
    void aTokenOnDiskServesWhoHasThePasswordAndNobodyElse(CloudConfig config, @TempDir Path cache) {
        CloudConfigBuilder caching = config.toBuilder().tokenCache(cache);
        try (Cloud first = OpenStack.connect(caching.build());
                Cloud second = OpenStack.connect(caching.build());
                Cloud wrong = OpenStack.connect(caching.password("a guess").build())) {
            Secret token = first.session().token().value();
            assertThat(second.session().token().value()).isEqualTo(token);
            assertThat(second.compute().flavors().list().toList()).isNotEmpty();
            assertThatExceptionOfType(Unauthenticated.class).isThrownBy(wrong::authenticate);
        }
    }

    @Test
    void aTokenRevokedBehindOurBackIsRenewedOnce(CloudConfig config, @As("admin") Cloud admin) {
        AtomicInteger logins = new AtomicInteger();
        CallListener counting = new CallListener() {
            @Override
            public void authenticated(String name) {
                logins.incrementAndGet();
            }
        };
        try (Cloud cloud =
                OpenStack.connect(config.toBuilder().listener(counting).build())) {
            String before = cloud.session().token().value().reveal();
            admin.session()
                    .adapter("identity")
                    .delete("/auth/tokens")
                    .header("X-Subject-Token", before)
                    .send();
            assertThat(cloud.compute().flavors().list().toList()).isNotEmpty();
            assertThat(cloud.network().networks().named("private").name()).isEqualTo("private");
            assertThat(cloud.session().token().value().reveal()).isNotEqualTo(before);
            assertThat(logins).hasValue(2);
        }
    }
}

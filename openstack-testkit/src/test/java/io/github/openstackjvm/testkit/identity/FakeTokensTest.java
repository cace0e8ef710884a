package io.github.openstackjvm.testkit.identity;

import java.time.Duration;

import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OpenStackTest
class FakeTokensTest {
    private static final String UNAUTHORIZED = "The request you have made requires authentication.";

    @Test
    void projectTokenShowsRolesAndCatalog(FakeCloud fake) {
        Wire.Answer answer = Wire.to(fake)
                .auth("demo", "secret", "{'project':{'name':'demo','domain':{'id':'default'}}}")
                .is(201);
        assertThat(answer.header("X-Subject-Token")).startsWith("gAAAAAB").hasSizeGreaterThan(150);
        assertThat(answer.header("Vary")).isEqualTo("X-Auth-Token");
        assertThat(answer.names("/token"))
                .containsExactlyInAnyOrder(
                        "methods",
                        "user",
                        "audit_ids",
                        "expires_at",
                        "issued_at",
                        "project",
                        "is_domain",
                        "roles",
                        "catalog");
        assertThat(answer.at("/token/roles").findValuesAsText("name")).containsExactly("member", "reader");
        assertThat(answer.at("/token/expires_at").asText()).isEqualTo("2026-01-01T04:00:00.000000Z");
        assertThat(answer.at("/token/catalog").findValuesAsText("url"))
                .contains(
                        "http://fake-cloud.invalid/identity/v3",
                        "http://fake-cloud.invalid/compute/v2.1",
                        "http://fake-cloud.invalid/network");
    }

    @Test
    void scopes(FakeCloud fake) {
        Wire anybody = Wire.to(fake);
        assertThat(anybody.auth("admin", "secret", "{'system':{'all':true}}")
                        .is(201)
                        .at("/token/system/all")
                        .asBoolean())
                .isTrue();
        assertThat(anybody.auth("admin", "secret", "{'domain':{'id':'default'}}")
                        .is(201)
                        .at("/token/domain/name")
                        .asText())
                .isEqualTo("Default");
        assertThat(anybody.auth("demo", "secret", "'unscoped'").is(201).names("/token"))
                .doesNotContain("project", "catalog", "roles");
        anybody.auth("demo", "secret", "{'system':{'all':true}}").refused(401, UNAUTHORIZED);
        anybody.auth("demo", "secret", "{'project':{'name':'admin','domain':{'id':'default'}}}")
                .refused(401, UNAUTHORIZED);
    }

    @Test
    void wrongPasswordAndUnknownUserLookTheSame(FakeCloud fake) {
        String scope = "{'project':{'name':'demo','domain':{'id':'default'}}}";
        Wire.Answer wrong = Wire.to(fake).auth("demo", "wrong", scope).refused(401, UNAUTHORIZED);
        Wire.Answer nobody = Wire.to(fake).auth("nobody", "wrong", scope).refused(401, UNAUTHORIZED);
        assertThat(wrong.json()).isEqualTo(nobody.json());
        assertThat(wrong.header("WWW-Authenticate"))
                .isEqualTo("Keystone uri=\"http://fake-cloud.invalid/identity/v3\"");
    }

    @Test
    void malformedLoginsAreExplained(FakeCloud fake) {
        String end = ". The server could not comply with the request since it is either malformed or otherwise "
                + "incorrect. The client is assumed to be in error.";
        Wire anybody = Wire.to(fake);
        anybody.post("/identity/v3/auth/tokens", "{}").refused(400, "Expecting to find auth in request body" + end);
        anybody.post("/identity/v3/auth/tokens", "{x")
                .refused(400, "Expecting to find valid JSON in request body" + end);
        anybody.auth("demo", "secret", "{'project':{'name':'demo'}}")
                .refused(400, "Expecting to find domain in project" + end);
        anybody.auth("demo", "secret", "{'foo':{}}")
                .refused(400, "Expecting to find system, project, domain, OS-TRUST:trust or unscoped in scope" + end);
    }

    @Test
    void expireOnTheFakesClockOnly(FakeCloud fake) {
        Wire demo = Wire.as(fake, "demo");
        fake.clock().advance(Duration.ofMinutes(239));
        demo.get("/compute/v2.1/flavors").is(200);
        fake.clock().advance(Duration.ofMinutes(1));
        Wire.Answer refused = demo.get("/compute/v2.1/flavors").refused(401, UNAUTHORIZED);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Keystone uri=\"http://fake-cloud.invalid/identity\"");
        demo.get("/identity/v3/auth/projects").refused(401, UNAUTHORIZED);
    }

    @Test
    void tokenFromTokenEndsWithItAndRemembersHow(FakeCloud fake) {
        Wire demo = Wire.as(fake, "demo");
        fake.clock().advance(Duration.ofHours(1));
        Wire.Answer second = Wire.to(fake)
                .post(
                        "/identity/v3/auth/tokens",
                        "{'auth':{'identity':{'methods':['token'],'token':{'id':'" + demo.token() + "'}}}}")
                .is(201);
        assertThat(second.at("/token/methods").toString()).isEqualTo("[\"token\",\"password\"]");
        assertThat(second.at("/token/expires_at").asText()).isEqualTo("2026-01-01T04:00:00.000000Z");
        assertThat(second.at("/token/audit_ids")).hasSize(2);
    }

    @Test
    void revokedByTheirOwner(FakeCloud fake) {
        Wire demo = Wire.as(fake, "demo");
        Wire other = Wire.as(fake, "alt_demo");
        other.with("X-Subject-Token", demo.token())
                .delete("/identity/v3/auth/tokens")
                .refused(403, "You are not authorized to perform the requested action: identity:revoke_token.");
        demo.with("X-Subject-Token", demo.token())
                .get("/identity/v3/auth/tokens")
                .is(200);
        demo.with("X-Subject-Token", demo.token())
                .delete("/identity/v3/auth/tokens")
                .is(204);
        demo.get("/identity/v3/auth/projects").refused(401, UNAUTHORIZED);
        other.with("X-Subject-Token", demo.token())
                .get("/identity/v3/auth/tokens")
                .refused(404, "Failed to validate token");
    }

    @Test
    void versionDocuments(FakeCloud fake) {
        Wire anybody = Wire.to(fake);
        Wire.Answer root = anybody.get("/identity").is(300);
        assertThat(root.header("Location")).isEqualTo("http://fake-cloud.invalid/identity/v3/");
        assertThat(root.at("/versions/values/0/id").asText()).isEqualTo("v3.14");
        assertThat(anybody.get("/identity/v3/")
                        .is(200)
                        .at("/version/links/0/href")
                        .asText())
                .isEqualTo("http://fake-cloud.invalid/identity/v3/");
    }

    @Test
    void catalogShapesAndRegions() {
        try (FakeCloud fake = FakeCloud.builder()
                .catalog(CatalogShape.UNVERSIONED)
                .regions("RegionOne", "RegionTwo")
                .start()) {
            Wire demo = Wire.as(fake, "demo");
            assertThat(demo.get("/identity/v3/auth/catalog").is(200).texts("url"))
                    .contains(
                            "http://fake-cloud.invalid/compute",
                            "http://fake-cloud.invalid/RegionTwo/compute",
                            "http://fake-cloud.invalid/identity");
            demo.post("/RegionTwo/compute/v2.1/os-keypairs", "{'keypair':{'name':'far'}}")
                    .is(200);
            demo.get("/RegionTwo/compute/v2.1/os-keypairs/far").is(200);
            demo.get("/compute/v2.1/os-keypairs/far").is(404);
        }
    }

    @Test
    void applicationCredentialLivesAndDies(FakeCloud fake) {
        Wire demo = Wire.as(fake, "demo");
        String user = demo.with("X-Subject-Token", demo.token())
                .get("/identity/v3/auth/tokens")
                .at("/token/user/id")
                .asText();
        String path = "/identity/v3/users/" + user + "/application_credentials";
        Wire.Answer made = demo.post(path, "{'application_credential':{'name':'ci','roles':[{'name':'reader'}]}}")
                .is(201);
        String id = made.at("/application_credential/id").asText();
        String secret = made.at("/application_credential/secret").asText();
        assertThat(demo.get(path + "/" + id).is(200).names("/application_credential"))
                .doesNotContain("secret");

        String login = "{'auth':{'identity':{'methods':['application_credential'],'application_credential':{'id':'" + id
                + "','secret':'" + secret + "'}}}}";
        Wire.Answer token =
                Wire.to(fake).post("/identity/v3/auth/tokens", login).is(201);
        assertThat(token.at("/token/roles").findValuesAsText("name")).containsExactly("reader");
        Wire robot = Wire.to(fake).with("X-Auth-Token", token.header("X-Subject-Token"));
        robot.get("/compute/v2.1/flavors").is(200);
        robot.post(path, "{'application_credential':{'name':'more'}}").is(403);

        demo.delete(path + "/" + id).is(204);
        robot.get("/compute/v2.1/flavors").refused(401, UNAUTHORIZED);
        Wire.to(fake)
                .post("/identity/v3/auth/tokens", login)
                .refused(404, "Could not find Application Credential: " + id + ".");
    }

    @Test
    void directoryIsForAdministrators(FakeCloud fake) {
        Wire.as(fake, "demo")
                .get("/identity/v3/users")
                .refused(403, "You are not authorized to perform the requested action: identity:list_users.");
        Wire admin = Wire.as(fake, "admin");
        assertThat(admin.get("/identity/v3/users").is(200).at("/users").findValuesAsText("name"))
                .containsExactly("admin", "demo", "alt_demo");
        assertThat(admin.get("/identity/v3/projects?name=demo").is(200).at("/projects"))
                .hasSize(1);
        admin.get("/identity/v3/projects/nope").refused(404, "Could not find project: nope.");
    }
}

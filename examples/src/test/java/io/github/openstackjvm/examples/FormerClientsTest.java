package io.github.openstackjvm.examples;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.compute.RebootType;
import io.github.openstackjvm.compute.RebuildSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.config.ProvidersIni;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.session.Adapter;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Session;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What clj-openstack and osauth could do, a test for each row of the guide for those who come from them. */
@OpenStackTest
class FormerClientsTest {
    private static final String WHO = "demo in demo";

    @TempDir
    Path home;

    @Test
    void everyRowIsATestAndEveryTestARow() throws Exception {
        String guide = Files.readString(Path.of("..", "docs", "coming-from-clj-openstack-and-osauth.md"));
        List<String> rows = Pattern.compile("\\| `(\\w+)` \\|\\n")
                .matcher(guide)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        List<String> tests = Arrays.stream(FormerClientsTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .filter(name -> !name.startsWith("everyRow"))
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(tests);
    }

    @Test
    void nameAndPassword(FakeCloud fake) {
        try (Cloud cloud = OpenStack.login()
                .authUrl(fake.authUrl())
                .username("demo")
                .password("secret")
                .project("demo")
                .change(builder -> builder.transport(fake.transport())
                        .userDomainId("default")
                        .projectDomainId("default"))
                .connect()) {
            assertThat(cloud.session().userName()).isEqualTo("demo");
        }
    }

    @Test
    void oneWithoutTheOther() {
        assertThatExceptionOfType(ConfigInvalid.class)
                .isThrownBy(() -> OpenStack.login().username("me").config())
                .withMessageContaining("without a password");
        assertThatExceptionOfType(ConfigInvalid.class)
                .isThrownBy(() -> OpenStack.login().password("p").config())
                .withMessageContaining("without a username");
    }

    @Test
    void provider(FakeCloud fake) throws Exception {
        write(".openstack/providers.ini", """
                [other]
                username=nobody
                [my cloud]
                username=demo
                password=secret
                auth-endpoint=%s
                tenant-id=
                tenant-name=demo
                region=RegionOne
                apikey=
                """.formatted(fake.serve().authUrl()));
        assertThat(run("provider", Map.of())).isEqualTo(WHO);
    }

    @Test
    void environment(FakeCloud fake) throws Exception {
        assertThat(run("env", variables(fake))).isEqualTo(WHO);
    }

    @Test
    void files(FakeCloud fake) throws Exception {
        write(".openstack/username", "demo\n");
        write(".openstack/password", "secret\n");
        Map<String, String> place = variables(fake);
        assertThat(run("files", without(place, "OS_USERNAME", "OS_PASSWORD"))).isEqualTo(WHO);
    }

    @Test
    void whateverThereIs(FakeCloud fake) throws Exception {
        write(".openstack/username", "demo");
        write(".openstack/password", "wrong");
        assertThat(run("anything", variables(fake))).isEqualTo(WHO);
        write(".openstack/password", "secret");
        assertThat(run("anything", without(variables(fake), "OS_USERNAME", "OS_PASSWORD")))
                .isEqualTo(WHO);
    }

    @Test
    void skeleton() throws Exception {
        Path file = home.resolve("providers.ini");
        ProvidersIni.writeSkeleton(file);
        assertThat(Files.readString(file)).contains("[example-provider]", "auth-endpoint=", "apikey=");
    }

    @Test
    void tokenAndOwner(Cloud cloud) {
        Session session = cloud.session();
        assertThat(session.token().value().reveal()).isNotEmpty();
        assertThat(session.userName()).isEqualTo("demo");
        assertThat(session.projectName()).isEqualTo("demo");
        assertThat(List.of(session.userId(), session.projectId())).doesNotContain("");
        assertThat(session.expiresAt()).isPresent();
    }

    @Test
    void catalog(Cloud cloud) {
        assertThat(cloud.session().catalog().types()).contains("compute", "network");
        assertThat(cloud.session().entries("compute")).isNotEmpty();
        assertThat(cloud.session().url("compute")).startsWith("http");
    }

    @Test
    void createServer(Cloud cloud) {
        assertThat(boot(cloud).status()).isEqualTo(ServerStatus.ACTIVE);
    }

    @Test
    void listServersFlavorsImages(Cloud cloud) {
        boot(cloud);
        assertThat(cloud.compute().servers().list()).hasSize(1);
        assertThat(cloud.compute().flavors().list()).isNotEmpty();
        assertThat(cloud.image().images().list()).isNotEmpty();
    }

    @Test
    void changeServer(Cloud cloud) {
        Servers servers = cloud.compute().servers();
        Server server = boot(cloud);
        assertThat(servers.update(server, new ServerSpec.Update().name("renamed"))
                        .name())
                .isEqualTo("renamed");
        assertThat(servers.addresses(server)).containsOnlyKeys("private");
        assertThat(servers.reboot(server, RebootType.HARD).join().status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(servers.rebuild(server, RebuildSpec.from("cirros-alt"))
                        .join()
                        .status())
                .isEqualTo(ServerStatus.ACTIVE);
        servers.delete(server).join();
        assertThat(servers.find(server.id())).isEmpty();
    }

    @Test
    void wrongPassword(FakeCloud fake) {
        try (Cloud cloud =
                OpenStack.connect(fake.config("demo").password("wrong").build())) {
            assertThatExceptionOfType(Unauthenticated.class)
                    .isThrownBy(cloud::authenticate)
                    .withMessageNotContaining("wrong");
        }
    }

    @Test
    void cloudsYaml(FakeCloud fake) throws Exception {
        write("clouds.yaml", """
                clouds:
                  staging:
                    auth: {auth_url: '%s', username: demo, password: secret, project_name: demo,
                           user_domain_id: default, project_domain_id: default}
                    region_name: RegionOne
                """.formatted(fake.serve().authUrl()));
        assertThat(run(
                        "cloud",
                        Map.of(
                                "OS_CLIENT_CONFIG_FILE",
                                home.resolve("clouds.yaml").toString())))
                .isEqualTo(WHO);
        assertThat(run("environment", variables(fake))).isEqualTo(WHO);
    }

    @Test
    void adapter(Cloud cloud) {
        Adapter compute = cloud.session().adapter("compute");
        assertThat(cloud.session().authType()).isEqualTo("v3password");
        assertThat(compute.endpoint("/servers")).endsWith("/servers");
        assertThat(compute.majorVersion()).contains(ApiVersion.of("2.1"));
        assertThat(compute.versions()).isNotEmpty();
    }

    @Test
    void microversions(Cloud cloud) {
        Adapter compute = cloud.session().adapter("compute");
        assertThat(compute.supports("2.60")).isTrue();
        assertThat(compute.pickMicroversion(List.of(Microversion.of("2.999"), Microversion.of("2.60"))))
                .contains(Microversion.of("2.60"));
        assertThat(compute.at("2.60").defaultMicroversion()).contains(Microversion.of("2.60"));
        assertThat(ApiVersion.of("v2.27")).isGreaterThan(ApiVersion.of("2"));
    }

    @Test
    void requests(Cloud cloud) {
        Adapter compute = cloud.session().adapter("compute");
        compute.post("/os-keypairs")
                .json(Map.of("keypair", Map.of("name", "mine")))
                .header("X-Mine", "yes")
                .timeout(Duration.ofSeconds(30))
                .send();
        assertThat(compute.get("/os-keypairs/mine").fetch(Map.class, "keypair").get("name"))
                .isEqualTo("mine");
        assertThat(compute.get("/flavors/detail").query("limit", 2).pages(Map.class, "flavors"))
                .hasSize(6);
        assertThat(compute.get("/flavors/detail")
                        .query("limit", 4)
                        .pages(Map.class, "flavors", flavor -> String.valueOf(flavor.get("id"))))
                .hasSize(6);
        assertThat(compute.get("/servers/none").sendUnchecked().status()).isEqualTo(404);
        assertThat(compute.delete("/os-keypairs/mine").send().requestId()).isPresent();
    }

    @Test
    void filtersAndOverrides(FakeCloud fake, Cloud cloud) {
        assertThat(cloud.inRegion("RegionOne")
                        .withInterface(EndpointInterface.INTERNAL, EndpointInterface.PUBLIC)
                        .compute()
                        .flavors()
                        .list())
                .isNotEmpty();
        String address = cloud.session().url("compute");
        Adapter elsewhere = cloud.session().adapter("acme-compute").withEndpointOverride(address);
        assertThat(elsewhere.get("/flavors").send().json()).containsKey("flavors");
        assertThat(cloud.session()
                        .adapter("acme-compute")
                        .get("/flavors")
                        .endpointOverride(address)
                        .send()
                        .json())
                .containsKey("flavors");
        try (Cloud other = OpenStack.connect(fake.config("demo")
                .endpointOverride(ServiceType.of("compute"), cloud.session().url("compute"))
                .build())) {
            assertThat(other.compute().flavors().list()).isNotEmpty();
        }
    }

    @Test
    void refresh(Cloud cloud) {
        String before = cloud.session().token().value().reveal();
        cloud.session().refresh();
        assertThat(cloud.session().token().value().reveal()).isNotEqualTo(before);
    }

    @Test
    void scopes(Cloud cloud) {
        assertThat(cloud.in(Scope.unscoped()).session().token().project()).isNull();
        assertThat(cloud.inProject(cloud.session().projectId()).session().projectName())
                .isEqualTo("demo");
    }

    @Test
    void errors(Cloud cloud) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.compute().servers().get(Ref.id("5d4c5bb5-a813-4a03-85b2-91d2022d4fd9")))
                .satisfies(e -> assertThat(e.context().status()).isEqualTo(404));
    }

    @Test
    void blockingAndAsync(Cloud cloud) {
        assertThat(cloud.async(c -> c.compute().flavors().list().count()).join())
                .isEqualTo(cloud.compute().flavors().list().count());
    }

    @Test
    void streams(Cloud cloud) {
        cloud.objectstore().containers().create(ContainerSpec.named("box"));
        cloud.objectstore()
                .objects("box")
                .put("a", Content.once(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8))));
        byte[] read = cloud.objectstore().objects("box").download("a").read(in -> in.readAllBytes());
        assertThat(read).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    }

    @Test
    void ownTransport(FakeCloud fake) {
        try (Cloud cloud = OpenStack.connect(
                fake.config("demo").transport(fake.transport()).build())) {
            assertThat(cloud.config().toYaml()).contains("username: demo").doesNotContain("secret");
        }
    }

    private static Server boot(Cloud cloud) {
        return cloud.compute()
                .servers()
                .create(ServerSpec.named("web")
                        .flavor("m1.tiny")
                        .image("cirros")
                        .network("private"))
                .join();
    }

    private static Map<String, String> variables(FakeCloud fake) {
        return Map.of(
                "OS_AUTH_URL", fake.serve().authUrl(),
                "OS_USERNAME", "demo",
                "OS_PASSWORD", "secret",
                "OS_PROJECT_NAME", "demo",
                "OS_USER_DOMAIN_ID", "default",
                "OS_PROJECT_DOMAIN_ID", "default",
                "OS_REGION_NAME", "RegionOne");
    }

    private static Map<String, String> without(Map<String, String> all, String... names) {
        Map<String, String> rest = new HashMap<>(all);
        List.of(names).forEach(rest::remove);
        return rest;
    }

    private void write(String file, String text) throws Exception {
        Path place = home.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }

    /** What a program of its own says that has this environment and this home. */
    private String run(String way, Map<String, String> variables) throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoggedIn.class.getName(),
                        way)
                .directory(home.toFile())
                .redirectErrorStream(true);
        program.environment().keySet().removeIf(name -> name.startsWith("OS_"));
        program.environment().putAll(variables);
        Process process = program.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }
}

package io.github.openstackjvm.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.Clouds;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.auth.PasswordAuth;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.auth.TokenAuth;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.openstackjvm.testkit.HttpMethod.DELETE;
import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Views of a cloud, several clouds at once, and tokens that outlive a program. */
class ViewsTest {
    /** A place that calls may go to, and nothing else may. */
    private record Place(Cloud cloud, String label) {
        void write(String name) {
            cloud.network().securityGroups().create(SecurityGroupSpec.named(label + "/" + name));
            assertThat(cloud.network().securityGroups().list())
                    .extracting(SecurityGroup::name)
                    .allMatch(seen -> seen.equals("default") || seen.startsWith(label + "/"));
        }
    }

    @Test
    void sixtyFourThreadsInEightPlacesNeverMeet() throws Exception {
        try (FakeCloud north = start();
                FakeCloud south = start()) {
            List<Place> places = new ArrayList<>();
            for (FakeCloud fake : List.of(north, south)) {
                for (String user : List.of("demo", "alt_demo")) {
                    fake.quota(user, "security_group", -1);
                    Cloud cloud = fake.cloud(user);
                    for (String region : List.of("RegionOne", "RegionTwo")) {
                        places.add(new Place(cloud.inRegion(region), "place-" + places.size()));
                    }
                }
            }
            ExecutorService threads = Executors.newFixedThreadPool(64);
            try {
                List<Future<?>> work = new ArrayList<>();
                for (int i = 0; i < 320; i++) {
                    Place place = places.get(i % places.size());
                    String name = "group-" + i;
                    work.add(threads.submit(() -> place.write(name)));
                }
                for (Future<?> each : work) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
            for (Place place : places) {
                assertThat(place.cloud().network().securityGroups().list().stream()
                                .filter(group -> group.name().startsWith(place.label() + "/")))
                        .hasSize(320 / places.size());
            }
            // Two users of each cloud, one token each.
            assertThat(north).received(POST, "/auth/tokens").times(2);
            assertThat(south).received(POST, "/auth/tokens").times(2);
        }
    }

    @Test
    void aThousandCallsWhenTheTokenHasEndedMakeOneLogin() throws Exception {
        try (FakeCloud fake = FakeCloud.start()) {
            Cloud cloud = fake.cloud();
            cloud.authenticate();
            fake.expireTokens();
            fake.journal().clear();
            ExecutorService threads = Executors.newFixedThreadPool(64);
            try {
                List<Future<Long>> calls = new ArrayList<>();
                for (int i = 0; i < 1000; i++) {
                    calls.add(threads.submit(
                            () -> cloud.compute().keypairs().list().count()));
                }
                for (Future<Long> call : calls) {
                    assertThat(call.get()).isZero();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(fake).received(POST, "/auth/tokens").times(1);
        }
    }

    @Test
    void severalCloudsAreAskedTogetherAndOneThatFailsIsTold() {
        try (FakeCloud north = start();
                FakeCloud south = start();
                Clouds clouds = OpenStack.clouds(List.of(
                        north.config("demo").name("north").build(),
                        south.config("demo").name("south").build(),
                        south.config("demo").name("closed").password("wrong").build()))) {
            north.cloud().network().securityGroups().create(SecurityGroupSpec.named("web"));
            List<Clouds.Failure> failures = new ArrayList<>();
            List<String> found;
            try (Stream<Clouds.Found<SecurityGroup>> all =
                    clouds.query(cloud -> cloud.network().securityGroups().list().stream(), failures::add)) {
                found = all.map(each -> each.cloud() + " " + each.region() + " "
                                + each.value().name())
                        .toList();
            }
            assertThat(found)
                    .containsExactly(
                            "north RegionOne default",
                            "north RegionOne web",
                            "north RegionTwo default",
                            "south RegionOne default",
                            "south RegionTwo default");
            assertThat(failures).singleElement().satisfies(failure -> {
                assertThat(failure.cloud()).isEqualTo("closed");
                assertThat(failure.toString()).startsWith("closed: ").doesNotContain("wrong");
            });
        }
    }

    @Test
    void oneThreadIsEnoughForSeveralClouds() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (FakeCloud fake = start();
                Clouds clouds = OpenStack.clouds(List.of(
                        fake.config("demo").name("north").executor(one).build(),
                        fake.config("demo").name("south").executor(one).build()))) {
            assertThat(CompletableFuture.supplyAsync(() -> clouds.query(
                                            cloud -> cloud.network().securityGroups().list().stream(), failure -> {})
                                    .map(found -> found.cloud() + " " + found.region())
                                    .toList())
                            .get(20, TimeUnit.SECONDS))
                    .containsExactly("north RegionOne", "north RegionTwo", "south RegionOne", "south RegionTwo");
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void whateverAQuestionThrowsIsTheFailureOfItsRegion() {
        try (FakeCloud fake = start();
                Clouds clouds = OpenStack.clouds(List.of(
                        fake.config("demo").name("north").build(),
                        fake.config("demo").name("south").build()))) {
            List<Clouds.Failure> failures = new ArrayList<>();
            assertThat(clouds.query(
                            cloud -> {
                                if (cloud.name().equals("north")) {
                                    throw new IllegalStateException("of the question");
                                }
                                return Stream.of(1);
                            },
                            failures::add))
                    .hasSize(2);
            assertThat(failures).extracting(Clouds.Failure::region).containsExactly("RegionOne", "RegionTwo");
            assertThat(failures.get(0).why())
                    .hasMessageContaining("of the question")
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whoHasHeardEnoughEndsTheOtherCalls() throws Exception {
        CountDownLatch began = new CountDownLatch(4);
        CountDownLatch ended = new CountDownLatch(2);
        try (FakeCloud fake = start();
                Clouds clouds = OpenStack.clouds(List.of(
                        fake.config("demo").name("north").build(),
                        fake.config("demo").name("south").build()))) {
            Stream<Clouds.Found<String>> answers = clouds.query(
                    cloud -> {
                        boolean south = cloud.name().equals("south");
                        began.countDown();
                        try {
                            (south ? new CountDownLatch(1) : began).await();
                        } catch (InterruptedException e) {
                            if (south) {
                                ended.countDown();
                            }
                        }
                        return Stream.of("answer");
                    },
                    failure -> {});
            assertThat(answers.findFirst().orElseThrow().cloud()).isEqualTo("north");
            assertThat(ended.await(20, TimeUnit.SECONDS))
                    .as("both of the south")
                    .isTrue();
        }
    }

    @Test
    void viewsDifferInOneThingAndShareTheRest() {
        try (FakeCloud fake = FakeCloud.start()) {
            Cloud cloud = fake.cloud("admin");
            cloud.withTimeout(Duration.ofSeconds(5)).compute().flavors().list().count();
            cloud.withGlobalRequestId("req-11111111-2222-3333-4444-555555555555")
                    .compute()
                    .flavors()
                    .list()
                    .count();
            assertThat(fake).received(POST, "/auth/tokens").times(1);
            assertThat(fake.journal()
                            .calls(GET, "/flavors/detail")
                            .get(1)
                            .headers()
                            .get("x-openstack-request-id"))
                    .containsExactly("req-11111111-2222-3333-4444-555555555555");

            assertThat(cloud.inDomain("default").session().token().domain()).isNotNull();
            assertThat(cloud.in(Scope.unscoped()).session().token().project()).isNull();
            assertThat(cloud.asSystem().session().token().system()).isTrue();
            assertThat(cloud.session().projectName()).isEqualTo("admin");
            assertThat(fake).received(POST, "/auth/tokens").times(4);
        }
    }

    @Test
    void aTokenOnDiskIsItsOwnersAndServesTheNextProgram(@TempDir Path cache) throws Exception {
        try (FakeCloud fake = FakeCloud.start()) {
            for (int run = 0; run < 2; run++) {
                try (Cloud cloud =
                        OpenStack.connect(fake.config("demo").tokenCache(cache).build())) {
                    assertThat(cloud.compute().flavors().list()).isNotEmpty();
                }
            }
            assertThat(fake).received(POST, "/auth/tokens").times(1);
            try (Stream<Path> files = Files.list(cache)) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aTokenOnDiskServesNobodyWithAnotherPassword(@TempDir Path cache) {
        try (FakeCloud fake = FakeCloud.start();
                Cloud right =
                        OpenStack.connect(fake.config("demo").tokenCache(cache).build());
                Cloud wrong = OpenStack.connect(
                        fake.config("demo").tokenCache(cache).password("wrong").build())) {
            right.authenticate();
            assertThatExceptionOfType(Unauthenticated.class).isThrownBy(wrong::authenticate);
        }
    }

    @Test
    void aTokenIsExportedOrRevoked() {
        try (FakeCloud fake = FakeCloud.start()) {
            Cloud cloud = fake.cloud();
            try (Cloud other = OpenStack.connect(cloud.session().export().toBuilder()
                    .transport(fake.transport())
                    .ticker(fake.clock())
                    .build())) {
                assertThat(other.session().userName()).isEqualTo("demo");
            }
        }
    }

    @Test
    void whatIsExportedIsTheTokenOfThisViewAndNoOtherSecret() {
        try (FakeCloud fake = start()) {
            Cloud cloud = OpenStack.connect(fake.config("demo")
                    .set("auth.client_secret", "s3cret")
                    .set("auth.badge_pin", "s3cret")
                    .set("plugin", "s3cret")
                    .keyPassword(Secret.of("s3cret"))
                    .proxy("https", "http://me:s3cret@proxy.invalid:3128")
                    .build());
            CloudConfig exported = cloud.inRegion("RegionTwo")
                    .withInterface(EndpointInterface.INTERNAL)
                    .session()
                    .export();

            assertThat(exported.toYamlWithSecrets())
                    .contains(cloud.session().token().value().reveal())
                    .contains("http://proxy.invalid:3128")
                    .doesNotContain("s3cret", "demo", "secret");
            assertThat(exported.region(ServiceType.COMPUTE)).contains("RegionTwo");
            assertThat(exported.interfaces(ServiceType.COMPUTE)).containsExactly(EndpointInterface.INTERNAL);
            try (Cloud other = OpenStack.connect(exported)) {
                assertThat(other.session().url("compute"))
                        .isEqualTo(cloud.inRegion("RegionTwo")
                                .withInterface(EndpointInterface.INTERNAL)
                                .session()
                                .url("compute"));
            }
            cloud.close();
        }
    }

    @Test
    void closingRevokesAllThatWasIssuedAndNothingElse(@TempDir Path cache) {
        try (FakeCloud fake = FakeCloud.start()) {
            Cloud owner = fake.cloud();
            Token brought = owner.session().token();
            Cloud cloud =
                    OpenStack.connect(fake.config("demo").revokeOnClose(true).build());
            cloud.authenticate();
            cloud.session().refresh();
            cloud.authenticate();
            cloud.asUser(PasswordAuth.user("alt_demo", Secret.of("secret"))).authenticate();
            cloud.asUser(TokenAuth.of(brought.value())).authenticate();
            cloud.close();
            assertThat(fake).received(DELETE, "/auth/tokens").times(3);
            owner.compute().flavors().list().count();
            assertThat(owner.session().token()).as("still good").isEqualTo(brought);

            OpenStack.connect(fake.config("demo")
                            .revokeOnClose(true)
                            .tokenCache(cache)
                            .build())
                    .authenticate()
                    .close();
            assertThat(fake).received(DELETE, "/auth/tokens").times(3);
        }
    }

    private static FakeCloud start() {
        return FakeCloud.builder().regions("RegionOne", "RegionTwo").start();
    }
}

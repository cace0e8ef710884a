package io.github.openstackjvm.testkit.scenario;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wait.SystemTicker;
import io.github.openstackjvm.objectstore.AccessRule;
import io.github.openstackjvm.objectstore.Container;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.Containers;
import io.github.openstackjvm.objectstore.ObjectSpec;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transport.HttpAnswer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Containers that others see, and what passes between containers. */
@Scenario
class SharedContainersScenario {

    private static URI address(Cloud cloud, String path) {
        return URI.create(cloud.session().adapter(ServiceType.OBJECT_STORE).endpoint("/" + path));
    }

    @Test
    void everybodyReadsWhatIsPublic(Cloud cloud, CloudConfig config, Scratch scratch) {
        Containers containers = cloud.objectstore().containers();
        StoredObjects objects = new Shelf(cloud, scratch).container("public");
        objects.put("o", Content.of("hello"));
        String name = objects.container();
        URI object = address(cloud, name + "/o");
        URI listing = address(cloud, name);
        try (Visitor visitor = new Visitor(config)) {
            assertThat(visitor.get(object).status()).isEqualTo(401);
            containers.update(name, containers.changes().readableBy(AccessRule.everybody()));
            assertThat(Visitor.text(visitor.get(object))).isEqualTo("hello");
            assertThat(visitor.get(listing).status()).isEqualTo(401);
            containers.update(name, containers.changes().publicRead());
            assertThat(Visitor.text(visitor.get(listing))).isEqualTo("o\n");
            assertThat(visitor.send("PUT", object, Map.of(), "x").status()).isEqualTo(401);
            assertThat(visitor.send("DELETE", object, Map.of(), null).status()).isEqualTo(401);

            containers.update(
                    name,
                    containers
                            .changes()
                            .readableBy(
                                    AccessRule.referrer(".example.org"), AccessRule.notReferrer("bad.example.org")));
            assertThat(visitor.get(object).status()).isEqualTo(401);
            assertThat(visitor.send("GET", object, Map.of("Referer", "https://www.example.org/x"), null)
                            .status())
                    .isEqualTo(200);
            assertThat(visitor.send("GET", object, Map.of("Referer", "https://bad.example.org/x"), null)
                            .status())
                    .isEqualTo(401);
            assertThat(visitor.send("GET", object, Map.of("Referer", "https://example.com/"), null)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void scriptsOfOtherPagesAreLetIn(Cloud cloud, CloudConfig config, Scratch scratch) {
        StoredObjects objects = new Shelf(cloud, scratch)
                .container(ContainerSpec.named(scratch.name("cors"))
                        .publicRead()
                        .allowOrigins("https://a.example")
                        .exposeHeaders("X-Mine")
                        .corsMaxAge(Duration.ofMinutes(1)));
        objects.put("o", Content.of("hello"));
        URI object = address(cloud, objects.container() + "/o");
        try (Visitor visitor = new Visitor(config)) {
            HttpAnswer flight = visitor.send(
                    "OPTIONS",
                    object,
                    Map.of("Origin", "https://a.example", "Access-Control-Request-Method", "GET"),
                    null);
            assertThat(flight.status()).isEqualTo(200);
            assertThat(flight.headers().first("Access-Control-Allow-Origin")).hasValue("https://a.example");
            assertThat(flight.headers().first("Access-Control-Max-Age")).hasValue("60");
            HttpAnswer get = visitor.send("GET", object, Map.of("Origin", "https://a.example"), null);
            assertThat(get.headers().first("Access-Control-Allow-Origin")).hasValue("https://a.example");
            assertThat(get.headers().first("Access-Control-Expose-Headers").orElseThrow())
                    .containsIgnoringCase("x-mine");
            HttpAnswer other = visitor.send(
                    "OPTIONS",
                    object,
                    Map.of("Origin", "https://b.example", "Access-Control-Request-Method", "GET"),
                    null);
            assertThat(other.status()).isEqualTo(401);
        }
    }

    @Test
    void objectsAreCopiedAndLinkedBetweenAccounts(Cloud cloud, @As("alt_demo") Cloud other, Scratch scratch) {
        StoredObjects mine = new Shelf(cloud, scratch).container("mine");
        mine.put("o ü", Content.of("hello"), new ObjectSpec().metadata("a", "1"));
        StoredObjects theirs = new Shelf(other, scratch).container("theirs");
        StoredObjects seen =
                other.objectstore().ofProject(cloud.session().projectId()).objects(mine.container());
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> seen.copy(Ref.id("o ü"), theirs, "copy"));
        Containers containers = cloud.objectstore().containers();
        containers.update(
                mine.container(),
                containers
                        .changes()
                        .readableBy(AccessRule.project(other.session().projectId())));
        seen.copy(Ref.id("o ü"), theirs, "copy");
        assertThat(theirs.get("copy").metadata()).isEqualTo(Map.of("a", "1"));
        theirs.putLink("link", seen, "o ü");
        assertThat(theirs.get("link").bytes()).isEqualTo(5);
        assertThat(theirs.asLinks().get("link").linkTarget()).isEqualTo(mine.container() + "/o ü");
        containers.update(mine.container(), containers.changes().readableBy(AccessRule.authenticated()));
        assertThat(seen.get("o ü").bytes()).isEqualTo(5);
        containers.update(mine.container(), containers.changes().readableBy());
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> theirs.get("link"));
    }

    @Test
    void aContainerIsToldWhereItsCopyIs(Cloud cloud, Scratch scratch) {
        Containers containers = cloud.objectstore().containers();
        StoredObjects objects = new Shelf(cloud, scratch).container("synced");
        String target = "//realm/elsewhere/AUTH_x/copy";
        containers.update(objects.container(), containers.changes().metadata("a", "1"));
        try {
            containers.update(objects.container(), containers.changes().syncTo(target, Secret.of("shared")));
        } catch (BadRequest refused) {
            // Only clusters that are set up for it know realms.
            assertThat(refused).hasMessageContaining("No realm key for 'realm'");
        }
        containers.update(
                objects.container(),
                containers.changes().syncTo("http://127.0.0.1/v1/AUTH_x/copy", Secret.of("shared")));
        Container synced = containers.get(objects.container());
        assertThat(synced.syncTo()).isEqualTo("http://127.0.0.1/v1/AUTH_x/copy");
        assertThat(synced.syncKey()).isEqualTo(Secret.of("shared"));
        assertThat(synced.toString()).doesNotContain("shared");
        containers.update(objects.container(), containers.changes().removeSync());
        Container alone = containers.get(objects.container());
        assertThat(alone.syncTo()).isNull();
        assertThat(alone.syncKey()).isNull();
        assertThat(alone.metadata()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void anObjectIsGoneWhenItsTimeHasCome(Cloud cloud, CloudConfig config, Scratch scratch)
            throws InterruptedException {
        StoredObjects objects = new Shelf(cloud, scratch).container("short");
        objects.put("o", Content.of("x"), new ObjectSpec().deleteAfter(Duration.ofSeconds(2)));
        objects.put("p", Content.of("x"), new ObjectSpec().deleteAt(Instant.parse("2100-01-01T00:00:00Z")));
        Instant end = objects.get("o").deleteAt();
        assertThat(objects.get("p").deleteAt()).isEqualTo(Instant.parse("2100-01-01T00:00:00Z"));
        Ticker clock = config.ticker().orElse(new SystemTicker());
        clock.sleep(Duration.between(clock.now(), end).plusSeconds(1));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> objects.get("o"));
        assertThat(objects.get("p").bytes()).isEqualTo(1);
    }
}

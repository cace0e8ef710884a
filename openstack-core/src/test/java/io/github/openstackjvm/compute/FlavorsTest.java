package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.resource.Listing.Direction;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class FlavorsTest {
    private static final String SMALL = """
            {"id": "1", "name": "m1.small", "vcpus": 1, "ram": 2048, "disk": 20, "OS-FLV-EXT-DATA:ephemeral": 5,
             "swap": 0, "rxtx_factor": 1.0, "os-flavor-access:is_public": true, "OS-FLV-DISABLED:disabled": false,
             "description": "small", "extra_specs": {"hw:cpu_policy": "shared"},
             "links": [{"rel": "self", "href": "http://nova/flavors/1"}]}""";

    @RegisterExtension
    static final TestCloud NOVA = TestCloud.compute("2.93");

    private Flavors flavors;

    @BeforeEach
    void connect() {
        flavors = NOVA.cloud().compute().flavors();
    }

    @Test
    void readsAllOfAFlavor() {
        NOVA.on("GET /flavors/1", 200, "{\"flavor\": " + SMALL + "}");

        Flavor flavor = flavors.get("1");

        assertThat(flavor.id()).isEqualTo("1");
        assertThat(flavor.name()).isEqualTo("m1.small");
        assertThat(flavor.description()).isEqualTo("small");
        assertThat(flavor.vcpus()).isEqualTo(1);
        assertThat(flavor.ramMiB()).isEqualTo(2048);
        assertThat(flavor.diskGiB()).isEqualTo(20);
        assertThat(flavor.ephemeralGiB()).isEqualTo(5);
        assertThat(flavor.swapMiB()).isEqualTo(0);
        assertThat(flavor.rxtxFactor()).isEqualTo(1.0);
        assertThat(flavor.isPublic()).isTrue();
        assertThat(flavor.disabled()).isFalse();
        assertThat(flavor.extraSpecs()).containsOnly(Map.entry("hw:cpu_policy", "shared"));
        assertThat(flavor.extras()).containsOnlyKeys("links");
        assertThat(NOVA.only().microversion()).isEqualTo("compute 2.93");
    }

    /** Until 2.74 "no swap" is an empty text; extra specs came with 2.61, and policy may hide them. */
    @Test
    void readsAFlavorOfAnOldCloud() {
        NOVA.offers("2.1");
        NOVA.on("GET /flavors/1", 200, """
                {"flavor": {"id": "1", "name": "m1.small", "vcpus": 1, "ram": 2048, "disk": 20, "swap": ""}}""");

        Flavor flavor = flavors.get("1");

        assertThat(flavor.swapMiB()).isNull();
        assertThat(flavor.extraSpecs()).isEmpty();
        assertThat(flavor.description()).isNull();
        assertThat(flavor.isPublic()).isNull();
        assertThat(flavor.extras()).isEmpty();
        assertThat(NOVA.only().microversion()).isEqualTo("compute 2.1");
    }

    @Test
    void sendsFiltersOrderAndPageSizeInTheirOrder() {
        NOVA.on(
                "GET /flavors/detail?minRam=512&minDisk=1&is_public=None&x%3Ay=1&x%3Ay=2"
                        + "&sort_key=memory_mb&sort_dir=asc&sort_key=flavorid&sort_dir=desc&limit=3",
                200, """
                {"flavors": []}""");

        assertThat(flavors.list()
                        .minRamMiB(512)
                        .minDiskGiB(1)
                        .publicOrNot()
                        .with("x:y", 1, 2)
                        .sortBy("memory_mb", Direction.ASC)
                        .sortBy("flavorid", Direction.DESC)
                        .pageSize(3)
                        .toList())
                .isEmpty();

        assertThat(NOVA.calls()).hasSize(1);
    }

    @Test
    void asksForNoMoreThanTheFirst() {
        NOVA.on("GET /flavors/detail?is_public=false&limit=1", 200, "{\"flavors\": []}");

        assertThat(flavors.list().isPublic(false).first()).isEmpty();

        assertThat(NOVA.calls()).containsExactly("GET /flavors/detail?is_public=false&limit=1");
    }

    @Test
    void followsNovasLinksButNeverTheirHost() {
        NOVA.on("GET /flavors/detail?limit=1", 200, """
                {"flavors": [%s], "flavors_links":
                 [{"rel": "next", "href": "http://evil.invalid/elsewhere?limit=1&marker=1"}]}""".formatted(SMALL));
        NOVA.on("GET /flavors/detail?limit=1&marker=1", 200, """
                {"flavors": [], "flavors_links": []}""");

        assertThat(flavors.list().pageSize(1).count()).isEqualTo(1);

        assertThat(NOVA.calls()).containsExactly("GET /flavors/detail?limit=1", "GET /flavors/detail?limit=1&marker=1");
        assertThat(NOVA.sent()).extracting(sent -> sent.header("X-Auth-Token")).containsOnly("the-token");
    }

    @Test
    void takesARepeatedMarkerForTheEnd() {
        NOVA.on("GET /flavors/detail", 200, """
                {"flavors": [%s], "flavors_links": [{"rel": "next", "href": "/x?marker=1"}]}""".formatted(SMALL));
        NOVA.on("GET /flavors/detail?marker=1", 200, """
                {"flavors": [%s], "flavors_links": [{"rel": "next", "href": "/x?marker=1"}]}""".formatted(SMALL));

        assertThat(flavors.list().toList()).hasSize(2);

        assertThat(NOVA.calls()).containsExactly("GET /flavors/detail", "GET /flavors/detail?marker=1");
    }

    @Test
    void readsNoFurtherThanAsked() {
        NOVA.on("GET /flavors/detail", 200, """
                {"flavors": [%s], "flavors_links": [{"rel": "next", "href": "/x?marker=1"}]}""".formatted(SMALL));

        assertThat(flavors.list().iterator().next().id()).isEqualTo("1");
        assertThat(flavors.list().pages().iterator().next().next()).contains("/x?marker=1");

        assertThat(NOVA.calls()).containsExactly("GET /flavors/detail", "GET /flavors/detail");
    }

    @Test
    void createsWithExactlyWhatWasSet() {
        NOVA.on("POST /flavors", 200, "{\"flavor\": " + SMALL + "}");

        Flavor made = flavors.create(FlavorSpec.named("m1.small")
                .id("1")
                .vcpus(1)
                .ramMiB(2048)
                .diskGiB(20)
                .ephemeralGiB(5)
                .swapMiB(0)
                .rxtxFactor(1)
                .isPublic(true)
                .description(null)
                .set("vendor:x", List.of()));

        assertThat(made.name()).isEqualTo("m1.small");
        assertThat(NOVA.only().body()).isEqualTo("""
                        {"flavor":{"name":"m1.small","id":"1","vcpus":1,"ram":2048,"disk":20,\
                        "OS-FLV-EXT-DATA:ephemeral":5,"swap":0,"rxtx_factor":1.0,"os-flavor-access:is_public":true,\
                        "description":null,"vendor:x":[]}}""");
    }

    @Test
    void namesAllMissingFieldsBeforeAnythingIsSent() {
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> flavors.create(FlavorSpec.named("x").vcpus(1)))
                .withMessage("FlavorSpec needs ram, disk: they are required and not set");
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> flavors.update("1", flavors.changes()))
                .withMessage("FlavorSpec.Update needs description: it is required and not set");

        assertThat(NOVA.requests()).isZero();
    }

    @Test
    void changesTheDescription() {
        NOVA.on("PUT /flavors/a%2Fb", 200, "{\"flavor\": " + SMALL + "}");

        flavors.update("a/b", flavors.changes().description("small"));

        Sent sent = NOVA.only();
        assertThat(sent.body()).isEqualTo("""
                {"flavor":{"description":"small"}}""");
        assertThat(sent.microversion()).isEqualTo("compute 2.93");
    }

    @Test
    void deletes() {
        NOVA.on("DELETE /flavors/1", 202);

        assertThat(flavors.delete("1").wasGone()).isFalse();
    }

    /** A flavor's id may be any text, and so look like another one's name: ids go first. */
    @Test
    void findsById() {
        NOVA.on("GET /flavors/1", 200, "{\"flavor\": " + SMALL + "}");

        assertThat(flavors.find("1")).map(Flavor::name).contains("m1.small");

        assertThat(NOVA.calls()).containsExactly("GET /flavors/1");
    }

    @Test
    void findsByName() {
        NOVA.on("GET /flavors/m1.small", 404, """
                {"itemNotFound": {"code": 404, "message": "Flavor m1.small could not be found."}}""");
        NOVA.on("GET /flavors/detail", 200, "{\"flavors\": [" + SMALL + "]}");

        assertThat(flavors.named("m1.small").id()).isEqualTo("1");

        assertThat(NOVA.calls()).containsExactly("GET /flavors/m1.small", "GET /flavors/detail");
    }

    @Test
    void deletesByNameWithoutTryingItAsAnId() {
        NOVA.on("GET /flavors/detail", 200, "{\"flavors\": [" + SMALL + "]}");
        NOVA.on("DELETE /flavors/1", 202);

        assertThat(flavors.delete(Ref.name("m1.small")).id()).isEqualTo("1");
    }

    @Test
    void keepsExtraSpecs() {
        NOVA.on("GET /flavors/1/os-extra_specs", 200, """
                {"extra_specs": {"hw:cpu_policy": "shared"}}""");
        NOVA.on("GET /flavors/1/os-extra_specs/hw%3Acpu_policy", 200, """
                {"hw:cpu_policy": "shared"}""");
        NOVA.on("GET /flavors/1/os-extra_specs/none", 404, """
                {"itemNotFound": {"code": 404, "message": "Flavor 1 has no extra specs with key none."}}""");
        NOVA.on("PUT /flavors/1/os-extra_specs/hw%3Acpu_policy", 200, """
                {"hw:cpu_policy": "dedicated"}""");
        NOVA.on("POST /flavors/1/os-extra_specs", 200, """
                {"extra_specs": {"a": "b"}}""");
        NOVA.on("DELETE /flavors/1/os-extra_specs/a%20%2F", 200);
        var specs = flavors.extraSpecs("1");

        assertThat(specs.all()).containsEntry("hw:cpu_policy", "shared").hasSize(1);
        assertThat(specs.get("hw:cpu_policy")).contains("shared");
        assertThat(specs.get("none")).isEmpty();
        specs.set("hw:cpu_policy", "dedicated");
        assertThat(specs.merge(Map.of("a", "b"))).containsEntry("a", "b");
        specs.remove("a /");

        assertThat(NOVA.sent())
                .filteredOn(sent -> !sent.body().isEmpty())
                .extracting(Sent::body)
                .containsExactly("{\"hw:cpu_policy\":\"dedicated\"}", "{\"extra_specs\":{\"a\":\"b\"}}");
        assertThat(NOVA.calls()).hasSize(6);
    }

    @Test
    void grantsAndTakesAccess() {
        NOVA.on("GET /flavors/1/os-flavor-access", 200, """
                {"flavor_access": [{"flavor_id": "1", "tenant_id": "p1"}]}""");
        NOVA.on("POST /flavors/1/action", 200, """
                {"flavor_access": [{"flavor_id": "1", "tenant_id": "p1", "new": 1}]}""");

        assertThat(flavors.access(Ref.id("1")))
                .singleElement()
                .returns("1", FlavorAccess::flavorId)
                .returns("p1", FlavorAccess::projectId);
        assertThat(flavors.addAccess(Ref.id("1"), "p1").get(0).extras()).containsEntry("new", 1);
        flavors.removeAccess(Ref.id("1"), "p1");

        assertThat(NOVA.sent())
                .extracting(Sent::line, Sent::body)
                .containsExactly(
                        tuple("GET /flavors/1/os-flavor-access", ""),
                        tuple("POST /flavors/1/action", "{\"addTenantAccess\":{\"tenant\":\"p1\"}}"),
                        tuple("POST /flavors/1/action", "{\"removeTenantAccess\":{\"tenant\":\"p1\"}}"));
    }
}

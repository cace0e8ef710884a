package io.github.openstackjvm.testkit.compute;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What Nova answered to the same requests. */
@OpenStackTest
class FakeFlavorsTest {
    private static final String FLAVORS = "/compute/v2.1/flavors";
    private static final String SMALL = "{'flavor':{'id':'f','name':'own','ram':64,'vcpus':1,'disk':0%s}}";

    private FakeCloud fake;
    private Wire demo;
    private Wire admin;

    @BeforeEach
    void login(FakeCloud injected) {
        fake = injected;
        demo = Wire.as(fake, "demo");
        admin = Wire.as(fake, "admin");
    }

    private Wire.Answer add(String microversion, String more) {
        return admin.at(microversion).post(FLAVORS, SMALL.formatted(more));
    }

    @Test
    void usualOnesAreThere() {
        Wire.Answer list = demo.get(FLAVORS + "/detail").is(200);
        assertThat(list.at("/flavors").findValuesAsText("name"))
                .containsExactly("m1.nano", "m1.micro", "m1.tiny", "m1.small", "m1.medium", "m1.large");
        assertThat(list.at("/flavors/3/ram").asInt()).isEqualTo(2048);
        assertThat(list.at("/flavors/3/links/1/href").asText())
                .isEqualTo("http://fake-cloud.invalid/compute/flavors/4");
    }

    @Test
    void shapesFollowTheMicroversion() {
        assertThat(demo.at("2.54").get(FLAVORS + "/1").names("/flavor")).doesNotContain("description", "extra_specs");
        assertThat(demo.at("2.55").get(FLAVORS + "/1").names("/flavor")).contains("description");
        assertThat(demo.at("2.61").get(FLAVORS + "/1").names("/flavor")).contains("extra_specs");
        assertThat(demo.at("2.74").get(FLAVORS + "/1").at("/flavor/swap").isTextual())
                .isTrue();
        assertThat(demo.at("2.75").get(FLAVORS + "/1").at("/flavor/swap").isInt())
                .isTrue();
    }

    @Test
    void onlyAdministratorsManage() {
        demo.post(FLAVORS, SMALL.formatted(""))
                .refused(403, "Policy doesn't allow os_compute_api:os-flavor-manage:create to be performed.");
        add("2.1", "").is(200);
        add("2.1", "").refused(409, "Flavor with ID f already exists.");
        assertThat(fake).flavor("own").exists().has("ram", 64).doesNotHaveExtraSpec("a");
        admin.delete(FLAVORS + "/f").is(202);
        admin.delete(FLAVORS + "/f").refused(404, "Flavor f could not be found.");
        assertThat(fake).flavor("own").doesNotExist();
    }

    @Test
    void bodiesAreCheckedInNovasWords() {
        admin.post(FLAVORS, "{'flavor':{'name':'x','ram':0,'vcpus':1,'disk':0}}")
                .refused(400, "Invalid input for field/attribute ram. Value: 0. 0 is less than the minimum of 1");
        admin.post(FLAVORS, "{'flavor':{'name':'x','ram':'y','vcpus':1,'disk':0}}")
                .refused(400, "Invalid input for field/attribute ram. Value: y. 'y' does not match '^[0-9]+$'");
        admin.post(FLAVORS, "{'flavor':{'name':'x','ram':1.5,'vcpus':1,'disk':0}}")
                .refused(
                        400,
                        "Invalid input for field/attribute ram. Value: 1.5. 1.5 is not of type 'integer', 'string'");
        admin.post(FLAVORS, "{'flavor':{'name':'x','ram':1,'vcpus':1}}")
                .refused(
                        400,
                        "Invalid input for field/attribute flavor. Value: {'name': 'x', 'ram': 1, 'vcpus': 1}. "
                                + "'disk' is a required property");
        add("2.54", ",'description':'d'").is(400);
        add("2.55", ",'description':'d'").is(200);
    }

    @Test
    void privateOnesAreSeenByThoseWithAccess() {
        add("2.1", ",'os-flavor-access:is_public':false").is(200);
        demo.get(FLAVORS + "/f").refused(404, "Flavor f could not be found.");
        String project =
                demo.get("/identity/v3/auth/projects").at("/projects/0/id").asText();
        String grant = "{'addTenantAccess':{'tenant':'" + project + "'}}";
        assertThat(admin.post(FLAVORS + "/f/action", grant)
                        .is(200)
                        .at("/flavor_access/0/tenant_id")
                        .asText())
                .isEqualTo(project);
        admin.post(FLAVORS + "/f/action", grant).is(409);
        demo.get(FLAVORS + "/f").is(200);
        assertThat(demo.get(FLAVORS).texts("name")).contains("own");
        Wire.as(fake, "alt_demo").get(FLAVORS + "/f").is(404);
        admin.post(FLAVORS + "/f/action", grant.replace("add", "remove")).is(200);
        demo.get(FLAVORS + "/f").is(404);
        admin.post(FLAVORS + "/f/action", "{'nope':{}}").refused(400, "There is no such action: nope");
        admin.get(FLAVORS + "/1/os-flavor-access").refused(404, "Access list not available for public flavors.");
    }

    @Test
    void extraSpecs() {
        String specs = FLAVORS + "/1/os-extra_specs";
        admin.post(specs, "{'extra_specs':{'a':'1','hw:cpu_policy':'dedicated'}}")
                .is(200);
        admin.put(specs + "/b", "{'b':'2'}").is(200);
        assertThat(demo.get(specs).is(200).names("/extra_specs")).containsExactly("a", "hw:cpu_policy", "b");
        assertThat(demo.get(specs + "/a").is(200).at("/a").asText()).isEqualTo("1");
        admin.put(specs + "/b", "{'c':'2'}").refused(400, "Request body and URI mismatch");
        admin.put(specs + "/b", "{}").refused(400, "{} does not have enough properties");
        admin.at("2.86")
                .post(specs, "{'extra_specs':{'hw:cpu_policy':'nope'}}")
                .refused(400, "Validation failed; 'nope' is not one of: dedicated, shared, mixed.");
        admin.delete(specs + "/a").is(200);
        admin.delete(specs + "/a").refused(404, "Flavor 1 has no extra specs with key a.");
        assertThat(fake).flavor("m1.nano").hasExtraSpec("b", "2").doesNotHaveExtraSpec("a");
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        assertThat(demo.get(FLAVORS + "?minRam=2048&minDisk=40").texts("name"))
                .containsExactly("m1.medium", "m1.large");
        assertThat(demo.get(FLAVORS + "?sort_key=memory_mb&sort_dir=desc&limit=1")
                        .texts("name"))
                .containsExactly("m1.large");
        Wire.Answer page = demo.get(FLAVORS + "?limit=2&marker=2");
        assertThat(page.texts("name")).containsExactly("m1.tiny", "m1.small");
        assertThat(page.at("/flavors_links/0/href").asText()).endsWith("/v2.1/flavors?limit=2&marker=4");
        demo.get(FLAVORS + "?marker=nope").refused(400, "marker [nope] not found");
        demo.get(FLAVORS + "?minRam=x").refused(400, "Invalid minRam filter [x]");
        demo.get(FLAVORS + "?foo=1").is(200);
        demo.at("2.75")
                .get(FLAVORS + "?foo=1")
                .refused(400, "Additional properties are not allowed ('foo' was unexpected)");
    }

    @Test
    void descriptionsChangeSince255() {
        String change = "{'flavor':{'description':'new'}}";
        admin.at("2.54").put(FLAVORS + "/1", change).refused(404, "The resource could not be found.");
        admin.at("2.55").put(FLAVORS + "/1", change).is(200);
        assertThat(fake).flavor("1").has("description", "new");
    }
}

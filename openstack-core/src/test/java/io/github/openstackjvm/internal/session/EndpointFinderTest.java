package io.github.openstackjvm.internal.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.session.Catalog;
import io.github.openstackjvm.session.Endpoint;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.ServiceType;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.session.EndpointInterface.ADMIN;
import static io.github.openstackjvm.session.EndpointInterface.INTERNAL;
import static io.github.openstackjvm.session.EndpointInterface.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EndpointFinderTest {
    private static final Catalog CATALOG = new Catalog(List.of(
            endpoint("volume", "cinder", PUBLIC, "west", "http://v1"),
            endpoint("volumev2", "cinder", PUBLIC, "west", "http://v2"),
            endpoint("volumev3", "cinder", PUBLIC, "west", "http://v3"),
            endpoint("volumev3", "cinder", PUBLIC, "east", "http://v3-east"),
            endpoint("compute", "nova", ADMIN, "west", "http://nova-admin"),
            endpoint("compute", "nova", INTERNAL, "west", "http://nova-internal"),
            endpoint("compute", "nova", PUBLIC, "west", "http://nova-west"),
            endpoint("compute", "nova", PUBLIC, "east", "http://nova-east"),
            endpoint("compute", "other", PUBLIC, "east", "http://other")));

    private static Endpoint endpoint(String type, String name, EndpointInterface face, String region, String url) {
        return new Endpoint(type, name, face, region, url);
    }

    private static String url(EndpointFilter filter) {
        return EndpointFinder.find(CATALOG, filter).url();
    }

    private static EndpointFilter wanted(ServiceType type) {
        return EndpointFilter.of(type);
    }

    @Test
    void prefersTheOfficialTypeThenAliasesWithTheLatestVersionFirst() {
        assertThat(url(wanted(ServiceType.BLOCK_STORAGE).withRegion("west"))).isEqualTo("http://v3");

        List<Endpoint> more = new ArrayList<>(CATALOG.endpoints());
        more.add(endpoint("block_storage", "cinder", PUBLIC, "west", "http://official"));
        assertThat(EndpointFinder.find(new Catalog(more), wanted(ServiceType.BLOCK_STORAGE))
                        .url())
                .isEqualTo("http://official");
    }

    @Test
    void takesAnAliasAloneWhenItIsAskedFor() {
        assertThat(url(wanted(ServiceType.BLOCK_STORAGE).withCatalogType("volumev2")))
                .isEqualTo("http://v2");
    }

    @Test
    void followsThePreferenceOfInterfaces() {
        EndpointFilter compute = wanted(ServiceType.COMPUTE).withRegion("west");

        assertThat(url(compute.withInterfaces(List.of(INTERNAL, PUBLIC)))).isEqualTo("http://nova-internal");
        assertThat(url(compute.withInterfaces(List.of(ADMIN)))).isEqualTo("http://nova-admin");
        // There is no internal one in the east, so the next best is taken.
        assertThat(url(compute.withRegion("east").withInterfaces(List.of(INTERNAL, PUBLIC))))
                .isEqualTo("http://nova-east");
    }

    @Test
    void choosesTheSameWhateverTheOrderOfRegionsInTheCatalog() {
        for (int seed = 0; seed < 20; seed++) {
            List<Endpoint> shuffled = new ArrayList<>(CATALOG.endpoints());
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(EndpointFinder.find(
                                    new Catalog(shuffled),
                                    wanted(ServiceType.COMPUTE).withServiceName("nova"))
                            .url())
                    .isEqualTo("http://nova-east");
        }
    }

    @Test
    void selectsByServiceName() {
        assertThat(url(wanted(ServiceType.COMPUTE).withServiceName("other"))).isEqualTo("http://other");
    }

    @Test
    void takesAnOverrideWhateverTheCatalogSays() {
        Endpoint found = EndpointFinder.find(
                Catalog.EMPTY, wanted(ServiceType.COMPUTE).withRegion("mars").withOverride("http://mine"));

        assertThat(found).isEqualTo(new Endpoint("compute", null, PUBLIC, "mars", "http://mine"));
    }

    @Test
    void listsTheTypesThereAre() {
        assertMissing(wanted(ServiceType.SHARED_FILE_SYSTEM))
                .hasMessageContaining("shared-file-system or sharev2 or share")
                .hasMessageContaining("compute, volume, volumev2, volumev3")
                .hasMessageContaining("endpoint override");
    }

    @Test
    void listsTheRegionsOfThatType() {
        assertMissing(wanted(ServiceType.COMPUTE).withRegion("mars"))
                .hasMessageContaining("no endpoint in region mars: it has some in east, west")
                .satisfies(e ->
                        assertThat(((EndpointMissing) e).context().region()).isEqualTo("mars"));
    }

    @Test
    void listsTheInterfacesOfThatRegion() {
        assertMissing(wanted(ServiceType.COMPUTE).withRegion("east").withInterfaces(List.of(ADMIN, INTERNAL)))
                .hasMessageContaining("no admin or internal endpoint in region east: it has public");
    }

    @Test
    void listsTheNames() {
        assertMissing(wanted(ServiceType.COMPUTE).withServiceName("novae"))
                .hasMessageContaining("is called novae: there is nova, other");
    }

    @Test
    void explainsAnEmptyCatalog() {
        assertThatThrownBy(() -> EndpointFinder.find(Catalog.EMPTY, wanted(ServiceType.COMPUTE)))
                .isInstanceOf(EndpointMissing.class)
                .hasMessageContaining("the catalog is empty")
                .hasMessageContaining("give a project");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertMissing(EndpointFilter filter) {
        return assertThatThrownBy(() -> EndpointFinder.find(CATALOG, filter)).isInstanceOf(EndpointMissing.class);
    }
}

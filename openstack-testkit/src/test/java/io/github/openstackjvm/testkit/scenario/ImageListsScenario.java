package io.github.openstackjvm.testkit.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.image.ContainerFormat;
import io.github.openstackjvm.image.DiskFormat;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageSpec;
import io.github.openstackjvm.image.ImageStatus;
import io.github.openstackjvm.image.ImageVisibility;
import io.github.openstackjvm.image.Images;
import io.github.openstackjvm.resource.Order;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.image.Images.Compare.GTE;
import static io.github.openstackjvm.image.Images.Compare.LT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Lists of images: filters, order, pages. */
@Scenario
class ImageListsScenario {
    private static final String NONE = "00000000-0000-4000-8000-000000000000";

    @Test
    void listsAreFilteredSortedAndPaged(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image a = ImagesScenario.small(cloud, scratch, "aaaa");
        Image b = ImagesScenario.small(cloud, scratch, "bb");
        Image c = ImagesScenario.register(
                cloud,
                scratch,
                ImageSpec.named(scratch.name("c:c"))
                        .diskFormat(DiskFormat.ISO)
                        .tags("one", scratch.name("tag"))
                        .property("scenario", scratch.name("p")));
        Image comma = ImagesScenario.register(
                cloud, scratch, ImageSpec.named(scratch.name("d,d")).tags("two", scratch.name("tag")));
        List<String> all = List.of(a.id(), b.id(), c.id(), comma.id());
        Images.Query ours = images.list().ids(all.toArray(String[]::new));

        assertThat(ours).extracting(Image::id).containsExactlyInAnyOrderElementsOf(all);
        assertThat(ours.sortBy("name", Order.ASC)).extracting(Image::id).containsExactlyElementsOf(all);
        assertThat(ours.sortBy("name", Order.DESC).pageSize(1))
                .extracting(Image::id)
                .containsExactly(comma.id(), c.id(), b.id(), a.id());
        assertThat(ours.sortBy("status", Order.DESC).sortBy("name", Order.ASC).pageSize(3))
                .extracting(Image::id)
                .containsExactly(c.id(), comma.id(), a.id(), b.id());
        assertThat(ours.sortBy("size", Order.ASC).toList(4).get(3).id()).isEqualTo(a.id());
        assertThat(ours.count()).isEqualTo(4);
        assertThat(ours.pageSize(3).pages()).hasSize(2);

        assertThat(images.list().name(scratch.name("c:c")).one().id()).isEqualTo(c.id());
        assertThat(images.named(scratch.name("c:c")).id()).isEqualTo(c.id());
        assertThat(images.list().names(scratch.name("aaaa"), scratch.name("d,d")))
                .extracting(Image::id)
                .containsExactlyInAnyOrder(a.id(), comma.id());
        assertThat(ours.status(ImageStatus.ACTIVE, ImageStatus.SAVING)).hasSize(2);
        assertThat(ours.status(ImageStatus.QUEUED)).hasSize(2);
        assertThat(ours.diskFormat(DiskFormat.ISO, DiskFormat.QCOW2))
                .extracting(Image::id)
                .containsExactly(c.id());
        assertThat(ours.containerFormat(ContainerFormat.BARE)).hasSize(2);
        assertThat(ours.minSizeBytes(3)).extracting(Image::id).containsExactly(a.id());
        assertThat(ours.maxSizeBytes(3)).extracting(Image::id).containsExactly(b.id());
        assertThat(ours.checksum(String.valueOf(b.checksum())))
                .extracting(Image::id)
                .containsExactly(b.id());
        assertThat(ours.hashValue(String.valueOf(b.hashValue())))
                .extracting(Image::id)
                .containsExactly(b.id());
        assertThat(ours.projectId(cloud.session().projectId())).hasSize(4);
        assertThat(ours.projectId(NONE)).isEmpty();
        assertThat(ours.visibility(ImageVisibility.SHARED)).hasSize(4);
        assertThat(ours.visibility(ImageVisibility.PRIVATE)).isEmpty();
        assertThat(ours.everyVisibility()).hasSize(4);
        assertThat(images.list().property("scenario", scratch.name("p")))
                .extracting(Image::id)
                .containsExactly(c.id());
        assertThat(images.list().tags(scratch.name("tag"))).hasSize(2);
        assertThat(images.list().tags(scratch.name("tag"), "two"))
                .extracting(Image::id)
                .containsExactly(comma.id());
        // Glance forgets one of them in its link to the next page.
        assertThat(images.list().tags(scratch.name("tag"), "two").pageSize(1))
                .extracting(Image::id)
                .containsExactly(comma.id());
        Instant first = a.createdAt();
        assertThat(ours.createdAt(GTE, first)).hasSize(4);
        assertThat(ours.createdAt(LT, first)).isEmpty();
        assertThat(ours.updatedAt(GTE, first.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void filtersHaveToMakeSense(Cloud cloud) {
        Images images = cloud.image().images();
        Map<String, String> refusals = Map.ofEntries(
                Map.entry("name=a:b", "Unable to filter by unknown operator 'a'."),
                Map.entry("name=in:a,\"b", "Invalid filter value a,\"b. The quote is not closed."),
                Map.entry("name=in:a\"b\"", "There is no comma before opening quotation mark."),
                Map.entry("name=in:\"a\"b", "There is no comma after closing quotation mark."),
                Map.entry("created_at=gt:x", "Bad \"created_at\" query filter format. Use ISO 8601 DateTime notation."),
                Map.entry("updated_at=xx:2026-01-01T00:00:00Z", "Unable to filter on a unknown operator."),
                Map.entry("size_min=x", "Unable to filter on a range with a non-numeric value."),
                Map.entry("limit=x", "limit param must be an integer"),
                Map.entry("limit=-1", "limit param must be positive"),
                Map.entry("marker=" + NONE, "No image found with ID " + NONE),
                Map.entry("visibility=x", "Invalid visibility value: x"),
                Map.entry("member_status=x", "Invalid status: x"),
                Map.entry(
                        "os_hidden=x", "Invalid value 'x' for 'os_hidden' filter. Valid values are 'true' or 'false'."),
                Map.entry(
                        "protected=True",
                        "Invalid value 'True' for 'protected' filter. Valid values are 'true' or 'false'."),
                Map.entry("changes-since=2026", "The \"changes-since\" filter is no longer available on v2."),
                Map.entry("sort=x", "Invalid sort key: x. It must be one of the following: name, status,"),
                Map.entry("sort=name:up", "Invalid sort direction: up"));
        refusals.forEach((filter, words) -> {
            String[] pair = filter.split("=", 2);
            assertThatExceptionOfType(BadRequest.class)
                    .as(filter)
                    .isThrownBy(() -> images.list().with(pair[0], pair[1]).toList())
                    .withMessageContaining(words);
        });
        assertThat(images.list().with("limit", "0")).isEmpty();
        assertThat(images.list().with("nobody", "has this")).isEmpty();
    }

    @Test
    void hiddenImagesAreFoundByThoseWhoAsk(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image image = ImagesScenario.register(
                cloud, scratch, ImageSpec.named(scratch.name("old")).hidden(true));
        assertThat(image.hidden()).isTrue();
        assertThat(images.list().name(scratch.name("old"))).isEmpty();
        assertThat(images.list().hidden(true).name(scratch.name("old")).one().id())
                .isEqualTo(image.id());
        assertThat(images.named(scratch.name("old")).id()).isEqualTo(image.id());
        assertThat(images.find(scratch.name("none"))).isEmpty();
        assertThat(images.update(image, images.changes().hidden(false)).hidden())
                .isFalse();
        assertThat(images.list().name(scratch.name("old"))).hasSize(1);
    }
}

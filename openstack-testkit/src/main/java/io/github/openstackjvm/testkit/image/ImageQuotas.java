package io.github.openstackjvm.testkit.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/**
 * How much a project may have. Glance knows no limits of its own; where it is set up so, it asks Keystone. Here it is set up so
 * for a project as soon as one of these quotas is set for it.
 */
final class ImageQuotas {
    static final List<String> NAMES =
            List.of("image_size_total", "image_stage_total", "image_count_total", "image_count_uploading");

    private static final Set<String> ON_THEIR_WAY = Set.of("saving", "uploading", "importing");
    private static final int MIB = 20;
    private static final int UNLIMITED = -1;

    private final FakeImage glance;

    ImageQuotas(FakeImage glance) {
        this.glance = glance;
    }

    /** One more image. */
    void checkImages(String project) {
        check(project, "image_count_total", 1);
    }

    /** More bytes, of which it is not known yet how many: refused once the limit is reached. */
    void checkSize(String project, String name) {
        check(project, name, 0);
    }

    /** One more that is on its way already. */
    void checkUploads(String project) {
        check(project, "image_count_uploading", 0);
    }

    private void check(String project, String name, int more) {
        int limit = glance.world().quota(project, name, UNLIMITED);
        long used = used(project, name);
        if (limit >= 0 && used + more > limit) {
            throw new Refusal(
                    413,
                    "The request returned a 413 Request Entity Too Large. This generally means that rate limiting or a"
                            + " quota threshold was breached.\n\nThe response body:\nProject " + project
                            + " is over a limit for [Resource " + name + " is over limit of " + limit
                            + " due to current usage " + used + " and delta " + more + "]");
        }
    }

    /** What is used of each, and how much may be. */
    Map<String, Object> usage(String project) {
        Map<String, Object> usage = new LinkedHashMap<>();
        if (glance.world().projectsWithQuota(NAMES).contains(project)) {
            for (String name : NAMES) {
                usage.put(
                        name,
                        Json.map(
                                "usage",
                                used(project, name),
                                "limit",
                                glance.world().quota(project, name, UNLIMITED)));
            }
        }
        return usage;
    }

    private long used(String project, String name) {
        List<Row> own = glance.images().where("owner", project);
        return switch (name) {
            case "image_size_total" ->
                own.stream()
                                .mapToLong(row ->
                                        row.number("size") * row.texts("stores").size())
                                .sum()
                        >> MIB;
            case "image_stage_total" ->
                own.stream()
                                .filter(row -> row.is("status", "uploading") || row.is("status", "importing"))
                                .mapToLong(row -> row.number("size"))
                                .sum()
                        >> MIB;
            case "image_count_total" -> own.size();
            default ->
                own.stream()
                        .filter(row -> ON_THEIR_WAY.contains(row.text("status")))
                        .count();
        };
    }
}

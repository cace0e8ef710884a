package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What a project may have, and what fits together: quotas, flavors and images. */
final class BootChecks {
    private final FakeCompute nova;
    private final Instances instances;

    BootChecks(FakeCompute nova, Instances instances) {
        this.nova = nova;
        this.instances = instances;
    }

    /** Refuses more pairs of metadata than a server may have. */
    void checkMetadata(String project, Map<String, Object> metadata) {
        int most = nova.quota(project, "metadata_items");
        if (most >= 0 && metadata.size() > most) {
            throw Refusal.forbidden("Maximum number of metadata items exceeds " + most);
        }
    }

    /** Refuses too many files, or too large ones, to be put into a server. */
    void checkFiles(String project, @Nullable Object personality) {
        if (!(personality instanceof List<?> files) || files.isEmpty()) {
            return;
        }
        int most = nova.quota(project, "injected_files");
        if (most >= 0 && files.size() > most) {
            throw Refusal.forbidden("Personality file limit exceeded");
        }
        checkLongest(project, files, "path", "injected_file_path_bytes");
        checkLongest(project, files, "contents", "injected_file_content_bytes");
    }

    private void checkLongest(String project, List<?> files, String field, String resource) {
        int most = nova.quota(project, resource);
        int longest = files.stream()
                .mapToInt(file -> Forms.str(Json.object(file).get(field)).length())
                .max()
                .orElse(0);
        if (most >= 0 && longest > most) {
            String what = field.equals("path") ? "path" : "content";
            throw Refusal.forbidden("Personality file " + what + " exceeds maximum " + most);
        }
    }

    /** Refuses an image that cannot be booted from, or not with this flavor. */
    static void checkImage(
            Map<String, Object> image, Row flavor, @Nullable Map<String, Object> rootVolume, boolean admin) {
        if (image.isEmpty()) {
            return;
        }
        if (!"active".equals(image.get("status"))) {
            throw Refusal.badRequest("Image " + image.get("id") + " is not active.");
        }
        checkSize(image, flavor, rootVolume, admin);
    }

    /** The same for an image that is in use. */
    static void checkSize(
            Map<String, Object> image, Row flavor, @Nullable Map<String, Object> rootVolume, boolean admin) {
        if (flavor.number("ram") < Forms.number(image.get("min_ram"))) {
            throw Refusal.badRequest("Flavor's memory is too small for requested image.");
        }
        long minDisk = Forms.number(image.get("min_disk")) << 30;
        if (rootVolume != null) {
            long size = Forms.number(rootVolume.get("volume_size")) << 30;
            if (size > 0 && minDisk > size) {
                throw Refusal.badRequest(
                        "Volume is smaller than the minimum size specified in image metadata. Volume size is " + size
                                + " bytes, minimum size is " + minDisk + " bytes.");
            }
            return;
        }
        long disk = flavor.number("disk") << 30;
        long size = Forms.number(image.get("size"));
        if (disk == 0) {
            if (!admin) {
                throw Refusal.forbidden("Only volume-backed servers are allowed for flavors with zero disk.");
            }
        } else if (size > disk) {
            throw Refusal.badRequest("Flavor's disk is too small for requested image. Flavor disk is " + disk
                    + " bytes, image is " + size + " bytes.");
        } else if (minDisk > disk) {
            throw Refusal.badRequest(
                    "Flavor's disk is smaller than the minimum size specified in image metadata. Flavor disk is " + disk
                            + " bytes, minimum size is " + minDisk + " bytes.");
        }
    }

    /** For how many servers of a flavor the project has room: at least {@code min}, or this is refused. */
    int room(String project, Row flavor, int min, int max) {
        Map<String, Long> used = used(project);
        Map<String, Long> each = Map.of("instances", 1L, "cores", flavor.number("vcpus"), "ram", flavor.number("ram"));
        Map<String, Long> overs = overs(project, used, each, max);
        if (overs.isEmpty()) {
            return max;
        }
        long allowed = max;
        for (Map.Entry<String, Long> one : each.entrySet()) {
            int limit = nova.quota(project, one.getKey());
            if (limit >= 0 && one.getValue() > 0) {
                allowed = Math.min(allowed, (limit - used.getOrDefault(one.getKey(), 0L)) / one.getValue());
            }
        }
        if (allowed >= min) {
            return (int) allowed;
        }
        Map<String, String> asked = new LinkedHashMap<>();
        each.forEach((resource, size) -> asked.put(resource, String.valueOf(size * max)));
        asked.put("instances", min == max ? String.valueOf(min) : min + "-" + max);
        throw tooMany(project, overs, asked);
    }

    /** Refuses a larger flavor when the project has no room for the difference. */
    void checkGrowth(String project, Row before, Row after) {
        Map<String, Long> more = new LinkedHashMap<>();
        for (Map.Entry<String, String> resource :
                Map.of("cores", "vcpus", "ram", "ram").entrySet()) {
            long difference = after.number(resource.getValue()) - before.number(resource.getValue());
            more.put(resource.getKey(), Math.max(0, difference));
        }
        Map<String, Long> overs = overs(project, used(project), more, 1);
        if (!overs.isEmpty()) {
            Map<String, String> asked = new LinkedHashMap<>();
            more.forEach((resource, size) -> asked.put(resource, String.valueOf(size)));
            throw tooMany(project, overs, asked);
        }
    }

    private Map<String, Long> used(String project) {
        long cores = 0;
        long ram = 0;
        List<Row> mine = instances.of(project);
        for (Row server : mine) {
            cores += Forms.number(server.object("flavor").get("vcpus"));
            ram += Forms.number(server.object("flavor").get("ram"));
        }
        return Map.of("instances", (long) mine.size(), "cores", cores, "ram", ram);
    }

    /** What would be more than allowed, and how much of it is in use. */
    private Map<String, Long> overs(String project, Map<String, Long> used, Map<String, Long> each, int count) {
        Map<String, Long> overs = new TreeMap<>();
        each.forEach((resource, size) -> {
            int limit = nova.quota(project, resource);
            long is = used.getOrDefault(resource, 0L);
            if (limit >= 0 && size > 0 && is + size * count > limit) {
                overs.put(resource, is);
            }
        });
        return overs;
    }

    private Refusal tooMany(String project, Map<String, Long> overs, Map<String, String> asked) {
        List<String> requested = new ArrayList<>();
        List<String> used = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        overs.forEach((resource, is) -> {
            requested.add(Forms.str(asked.get(resource)));
            used.add(String.valueOf(is));
            limits.add(String.valueOf(nova.quota(project, resource)));
        });
        String names = String.join(", ", overs.keySet());
        return Refusal.forbidden("Quota exceeded for " + names + ": Requested " + String.join(", ", requested)
                + ", but already used " + String.join(", ", used) + " of " + String.join(", ", limits) + " " + names);
    }
}

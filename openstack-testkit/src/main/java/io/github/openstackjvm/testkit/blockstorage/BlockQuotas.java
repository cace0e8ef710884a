package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** How much of everything a project may have, and how much it has. */
final class BlockQuotas {
    private static final List<String> OF_TYPES = List.of("volumes", "gigabytes", "snapshots");

    private final FakeBlockStorage cinder;
    private final Map<String, Integer> defaults = defaults();

    BlockQuotas(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    private static Map<String, Integer> defaults() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("volumes", 100);
        all.put("per_volume_gigabytes", -1);
        all.put("snapshots", 100);
        all.put("gigabytes", 10000);
        all.put("backups", 100);
        all.put("backup_gigabytes", 1000);
        all.put("groups", 50);
        return all;
    }

    /** How many of a resource a project may have. */
    int limit(String project, String resource) {
        return cinder.world().quota(project, resource, byDefault(resource));
    }

    /** How many a project may have that has no quota of its own. */
    int byDefault(String resource) {
        return defaults.getOrDefault(resource, -1);
    }

    /** Sets how many a project may have that has no quota of its own. */
    void setDefault(String resource, int limit) {
        defaults.put(resource, limit);
    }

    /** All resources that are counted, in Cinder's order: some once more for each type. */
    List<String> resources() {
        List<String> all = new ArrayList<>(defaults().keySet().stream()
                .filter(name -> !name.equals("groups"))
                .toList());
        List<Row> types = new ArrayList<>(cinder.types().types().all());
        Collections.reverse(types);
        types.forEach(type -> OF_TYPES.forEach(what -> all.add(what + "_" + type.text("name"))));
        all.add("groups");
        return all;
    }

    /** How many it has. */
    long used(String project, String resource) {
        int underscore = resource.indexOf('_');
        if (resource.startsWith("backup")) {
            return backups(project, resource);
        }
        if (resource.equals("groups")) {
            return cinder.collection("groups").where("project_id", project).size();
        }
        String what = underscore < 0 ? resource : resource.substring(0, underscore);
        String type = underscore < 0 ? null : cinder.types().idOfName(resource.substring(underscore + 1));
        List<Row> volumes = counting("volumes", project, type);
        List<Row> snapshots = counting("snapshots", project, type);
        return switch (what) {
            case "volumes" -> volumes.size();
            case "snapshots" -> snapshots.size();
            case "gigabytes" -> sum(volumes, "size") + sum(snapshots, "volume_size");
            default -> 0;
        };
    }

    private long backups(String project, String resource) {
        List<Row> backups = cinder.collection("backups").where("project_id", project);
        return resource.equals("backups") ? backups.size() : sum(backups, "size");
    }

    private List<Row> counting(String kind, String project, @Nullable String type) {
        return cinder.collection(kind)
                .where(row -> row.is("project_id", project)
                        && row.is("consumes_quota")
                        && (type == null || row.is("volume_type_id", type)));
    }

    private static long sum(List<Row> rows, String field) {
        return rows.stream().mapToLong(row -> row.number(field)).sum();
    }

    /** Refuses a volume larger than any may be. */
    void checkSize(String project, long size) {
        int limit = limit(project, "per_volume_gigabytes");
        if (limit >= 0 && size > limit) {
            throw exceeded(
                    "VolumeSizeExceedsLimit",
                    "Requested volume size " + size + "G is larger than maximum allowed limit " + limit + "G.");
        }
    }

    /** Refuses one more volume of this size, once of all types and once of its own. */
    void checkVolume(String project, long size, String typeId) {
        check(project, deltas(Map.of("volumes", 1L, "gigabytes", size), typeId), "volumes", size);
    }

    /** Refuses so many snapshots more, of this size together. */
    void checkSnapshots(String project, long count, long size, String typeId) {
        check(project, deltas(Map.of("snapshots", count, "gigabytes", size), typeId), "snapshots", size);
    }

    /** Refuses so many gigabytes more. */
    void checkGrowth(String project, long more, String typeId) {
        check(project, deltas(Map.of("gigabytes", more), typeId), "volumes", more);
    }

    /** Refuses one more backup of this size. */
    void checkBackup(String project, long size) {
        check(project, new TreeMap<>(Map.of("backups", 1L, "backup_gigabytes", size)), "backups", size);
    }

    /** Refuses one more group. */
    void checkGroup(String project) {
        check(project, new TreeMap<>(Map.of("groups", 1L)), "groups", 0);
    }

    private Map<String, Long> deltas(Map<String, Long> plain, String typeId) {
        Map<String, Long> all = new TreeMap<>(plain);
        String type = cinder.types().nameOf(typeId);
        plain.forEach((resource, delta) -> all.put(resource + "_" + type, delta));
        return all;
    }

    // In the order of their names, as Cinder reports what is over: gigabytes before volumes.
    private void check(String project, Map<String, Long> deltas, String kind, long size) {
        deltas.forEach((resource, delta) -> {
            int limit = limit(project, resource);
            long used = used(project, resource);
            if (limit >= 0 && used + delta > limit) {
                throw refusal(resource, kind, limit, used, size);
            }
        });
    }

    private static Refusal refusal(String resource, String kind, int limit, long used, long size) {
        if (resource.contains("gigabytes")) {
            String rest =
                    " quota. Requested " + size + "G, quota is " + limit + "G and " + used + "G has been consumed.";
            return kind.equals("backups")
                    ? exceeded(
                            "VolumeBackupSizeExceedsAvailableQuota",
                            "Requested backup exceeds allowed Backup gigabytes" + rest)
                    : exceeded(
                            "VolumeSizeExceedsAvailableQuota",
                            "Requested volume or snapshot exceeds allowed " + resource + rest);
        }
        String most = "Maximum number of " + kind + " allowed (" + limit + ") exceeded";
        return switch (kind) {
            case "volumes" -> exceeded("VolumeLimitExceeded", most + " for quota '" + resource + "'.");
            case "snapshots" -> exceeded("SnapshotLimitExceeded", most);
            case "backups" -> exceeded("BackupLimitExceeded", most);
            default -> exceeded("GroupLimitExceeded", most);
        };
    }

    private static Refusal exceeded(String exception, String words) {
        return new Refusal(413, exception + ": " + words);
    }
}

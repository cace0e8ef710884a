package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Refuses servers, and what is put into them, for which projects or users have no room. */
final class QuotaChecks {
    /** What is counted of servers. */
    private static final List<String> COUNTED = List.of("instances", "cores", "ram");

    private final QuotaBook quotas;

    QuotaChecks(QuotaBook quotas) {
        this.quotas = quotas;
    }

    /** Refuses more pairs of metadata than a server may have. */
    void checkMetadata(Caller caller, Map<String, Object> metadata) {
        if (quotas.exceeded(caller, "metadata_items", metadata.size())) {
            throw Refusal.forbidden(
                    "Maximum number of metadata items exceeds " + quotas.limit(caller.projectId(), "metadata_items"));
        }
    }

    /** Refuses more pairs of metadata than an image of a server may have. */
    void checkImageMetadata(Caller caller, Map<String, Object> metadata) {
        if (quotas.exceeded(caller, "metadata_items", metadata.size())) {
            throw Refusal.forbidden("Image metadata limit exceeded");
        }
    }

    /** Refuses too many files, or too large ones, to be put into a server. */
    void checkFiles(Caller caller, @Nullable Object personality) {
        if (!(personality instanceof List<?> files) || files.isEmpty()) {
            return;
        }
        if (quotas.exceeded(caller, "injected_files", files.size())) {
            throw Refusal.forbidden("Personality file limit exceeded");
        }
        checkLongest(caller, files, "path", "path", "injected_file_path_bytes");
        checkLongest(caller, files, "contents", "content", "injected_file_content_bytes");
    }

    private void checkLongest(Caller caller, List<?> files, String field, String what, String resource) {
        int longest = files.stream()
                .mapToInt(file -> Forms.str(Json.object(file).get(field)).length())
                .max()
                .orElse(0);
        if (quotas.exceeded(caller, resource, longest)) {
            throw Refusal.forbidden(
                    "Personality file " + what + " exceeds maximum " + quotas.limit(caller.projectId(), resource));
        }
    }

    /** For how many servers of a flavor there is room: at least {@code min}, or this is refused. */
    int room(Caller caller, Row flavor, int min, int max) {
        String project = caller.projectId();
        String user = caller.userId();
        // Nova counts what is a user's own only where there is a limit to it.
        String counted = quotas.hasOwn(project, user, COUNTED) ? user : "";
        Map<String, Long> each = Map.of("instances", 1L, "cores", flavor.number("vcpus"), "ram", flavor.number("ram"));
        Map<String, Long> asked = new LinkedHashMap<>();
        each.forEach((resource, size) -> asked.put(resource, size * max));
        QuotaBook.Over over = quotas.over(project, counted, asked).orElse(null);
        if (over == null) {
            return max;
        }
        long room = Long.MAX_VALUE;
        for (Map.Entry<String, Long> one : each.entrySet()) {
            int limit = over.limits().getOrDefault(one.getKey(), -1);
            if (limit >= 0 && one.getValue() > 0) {
                room = Math.min(room, (limit - over.used().getOrDefault(one.getKey(), 0L)) / one.getValue());
            }
        }
        if (room >= min && room < max) {
            return room(caller, flavor, min, (int) room);
        }
        Map<String, String> words = words(asked);
        words.put("instances", min == max ? String.valueOf(min) : min + "-" + max);
        throw tooMany(over, words);
    }

    /** Refuses a larger flavor when there is no room for the difference. */
    void checkGrowth(Row server, Row before, Row after) {
        Map<String, Long> more = new LinkedHashMap<>();
        Map.of("cores", "vcpus", "ram", "ram").forEach((resource, field) -> {
            if (after.number(field) > before.number(field)) {
                more.put(resource, after.number(field) - before.number(field));
            }
        });
        quotas.over(server.text("project_id"), server.text("user_id"), more).ifPresent(over -> {
            throw tooMany(over, words(more));
        });
    }

    /** Refuses more servers in a group than there may be of one user. */
    void checkGroupSize(Caller caller, long members, int more) {
        int most = quotas.least(caller, "server_group_members");
        if (most >= 0 && members + more > most) {
            throw Refusal.forbidden("Quota exceeded, too many servers in group");
        }
    }

    private static Map<String, String> words(Map<String, Long> asked) {
        Map<String, String> words = new LinkedHashMap<>();
        asked.forEach((resource, size) -> words.put(resource, String.valueOf(size)));
        return words;
    }

    private static Refusal tooMany(QuotaBook.Over over, Map<String, String> asked) {
        String names = String.join(", ", over.resources());
        return Refusal.forbidden("Quota exceeded for " + names + ": Requested " + of(over, asked)
                + ", but already used " + of(over, over.used()) + " of " + of(over, over.limits()) + " " + names);
    }

    private static String of(QuotaBook.Over over, Map<String, ?> values) {
        return over.resources().stream()
                .map(resource -> String.valueOf(values.get(resource)))
                .collect(Collectors.joining(", "));
    }
}

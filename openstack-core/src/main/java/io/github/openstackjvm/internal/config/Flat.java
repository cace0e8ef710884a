package io.github.openstackjvm.internal.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.openstackjvm.internal.config.Tree.Fields;
import io.github.openstackjvm.internal.config.Tree.Items;
import io.github.openstackjvm.internal.config.Tree.Text;
import org.jspecify.annotations.Nullable;

/** Turns one cloud's entry into a flat table: present names only, one region, credentials below {@code auth}. */
public final class Flat {
    private static final String API_KEY = "rackspace_apikey";
    private static final String RACKSPACE = "https://identity.api.rackspacecloud.com/v2.0";
    private static final Pattern AT_RACKSPACE =
            Pattern.compile("https://([^/@?#]+\\.)?rackspacecloud\\.com(:\\d+)?(/.*)?");

    private final Problems problems;

    private Flat(Problems problems) {
        this.problems = problems;
    }

    /**
     * The entry's values by key.
     *
     * @param region the wanted one; null: what the entry says, or else the first it lists
     */
    public static Map<String, Tree> of(Fields entry, @Nullable String region, Problems problems) {
        Flat flat = new Flat(problems);
        Map<String, Tree> top = flat.present(entry);
        Tree listed = top.remove("regions");
        if (listed != null) {
            top = flat.inRegion(top, listed, region);
        } else {
            firstOfSeveral(top);
        }
        Map<String, Tree> auth = flat.section(top, "auth");
        credentials(top, auth);
        sharedDomain(auth);
        for (String key : Keys.BY_SERVICE) {
            byService(top, key);
        }
        Map<String, Tree> proxies = flat.section(top, "proxies");
        Map<String, Tree> table = new LinkedHashMap<>();
        auth.forEach((key, value) -> table.put("auth." + key, value));
        table.putAll(top);
        proxies.forEach((key, value) -> table.put("proxies." + key, value));
        return table;
    }

    /** The key of the flat table that is meant by a key as somebody writes it. */
    public static String key(String written) {
        String today = today(written.replace('-', '_'));
        return Keys.AUTH.contains(today) ? "auth." + today : today;
    }

    /** Whether what this key says may be handed on: nothing of how to log in, no secret, and nothing that nobody here knows. */
    public static boolean shareable(String key) {
        return Keys.open(key) && !key.startsWith("auth.") && !key.equals("auth_type");
    }

    /** What is left of a value that is handed on: a URL loses its user and password. */
    public static Tree shared(Tree value) {
        return value instanceof Text text ? shared(text) : value;
    }

    /** The same of a single text. */
    public static Text shared(Text value) {
        return new Text(value.text() == null ? null : Shown.withoutUser(value.text()), value.source());
    }

    /**
     * Puts the region into addresses such as {@code https://identity.{region_name}.cloud.example}, and tells Rackspace's API
     * keys.
     */
    public static void fillIn(Map<String, Tree> table) {
        rackspace(table);
        if (table.get("region_name") instanceof Text region && region.text() != null) {
            table.replaceAll((key, value) -> isAddress(key) && value instanceof Text url && url.text() != null
                    ? new Text(url.text().replace("{region_name}", region.text()), url.source())
                    : value);
        }
    }

    /**
     * An API key, where nothing else is there to log in with, is one of Rackspace: only that vendor has any, so without an
     * address it goes there, and nowhere else unless {@code auth_type} says so.
     */
    private static void rackspace(Map<String, Tree> table) {
        boolean addressed = isSet(table, "auth.auth_url");
        boolean there = !addressed
                || (table.get("auth.auth_url") instanceof Text url
                        && AT_RACKSPACE.matcher(String.valueOf(url.text())).matches());
        boolean alone = isSet(table, "auth.api_key")
                && Stream.of("auth_type", "auth.token", "auth.application_credential_secret")
                        .noneMatch(key -> isSet(table, key))
                && !table.containsKey("auth.password"); // an empty one is one
        Source source = new Source(null, 0, "built in");
        if (alone && there) {
            table.put("auth_type", new Text(API_KEY, source));
        }
        boolean asked = table.get("auth_type") instanceof Text type && API_KEY.equalsIgnoreCase(type.text());
        if (asked && !addressed) {
            table.put("auth.auth_url", new Text(RACKSPACE, source));
        }
    }

    private static boolean isAddress(String key) {
        return key.equals("auth.auth_url") || key.endsWith("_endpoint_override");
    }

    /** The same with underscores and present names, without what was written as null. */
    private Map<String, Tree> present(Fields fields) {
        Map<String, Tree> named = new LinkedHashMap<>();
        Map<String, Tree> renamed = new LinkedHashMap<>();
        fields.fields().forEach((written, value) -> {
            if (value instanceof Text text && text.text() == null) {
                return;
            }
            String key = written.replace('-', '_');
            String today = today(key);
            if (!today.equals(key)) {
                renamed.putIfAbsent(today, value);
                return;
            }
            Tree other = named.putIfAbsent(key, value);
            if (other != null) {
                problems.add("%s is given twice: %s and %s. Keep one".formatted(key, other.source(), value.source()));
            }
        });
        renamed.forEach(named::putIfAbsent);
        return named;
    }

    private static String today(String key) {
        String suffix = "_endpoint_type";
        return key.endsWith(suffix)
                ? key.substring(0, key.length() - suffix.length()) + "_interface"
                : Keys.RENAMED.getOrDefault(key, key);
    }

    private Map<String, Tree> section(Map<String, Tree> top, String name) {
        Tree found = top.remove(name);
        if (found instanceof Fields fields) {
            return present(fields);
        }
        if (found != null && !isEmpty(found)) {
            problems.add("%s of %s must be a mapping".formatted(name, found.source()));
        }
        return new LinkedHashMap<>();
    }

    /** Moves what belongs below {@code auth} there; what stands there already wins. */
    private static void credentials(Map<String, Tree> top, Map<String, Tree> auth) {
        top.entrySet().removeIf(entry -> {
            if (Keys.AUTH.contains(entry.getKey())) {
                auth.putIfAbsent(entry.getKey(), entry.getValue());
                return true;
            }
            return false;
        });
    }

    /** {@code rate_limit: {compute: 5}} says the same as {@code compute_rate_limit: 5}, which wins. */
    private static void byService(Map<String, Tree> top, String key) {
        if (top.get(key) instanceof Fields services) {
            top.remove(key);
            services.fields()
                    .forEach((service, value) -> top.putIfAbsent(service.replace('-', '_') + "_" + key, value));
        }
    }

    /** With a project, a bare domain is that of the user and of the project; it is no scope then. */
    private static void sharedDomain(Map<String, Tree> auth) {
        if (Stream.of("project_id", "project_name").noneMatch(key -> isSet(auth, key))) {
            return;
        }
        for (String kind : List.of("domain_id", "domain_name")) {
            Tree domain = auth.remove(kind);
            for (String whose : List.of("user_", "project_")) {
                boolean given = isSet(auth, whose + "domain_id") || isSet(auth, whose + "domain_name");
                if (domain != null && !given) {
                    auth.put(whose + kind, domain);
                }
            }
        }
    }

    /** An old way to list regions: {@code region_name: one,two}. */
    private static void firstOfSeveral(Map<String, Tree> top) {
        Tree name = top.get("region_name");
        if (name instanceof Items items && !items.items().isEmpty()) {
            top.put("region_name", items.items().get(0));
        } else if (name instanceof Text text && text.text() != null) {
            int comma = text.text().indexOf(',');
            if (comma > 0) {
                top.put("region_name", new Text(text.text().substring(0, comma).strip(), text.source()));
            }
        }
    }

    private Map<String, Tree> inRegion(Map<String, Tree> top, Tree listed, @Nullable String wanted) {
        Map<String, Fields> regions = regions(listed);
        if (regions.isEmpty()) {
            return top;
        }
        Tree own = top.get("region_name");
        String name = wanted != null ? wanted : own instanceof Text text && !isEmpty(text) ? text.text() : null;
        String chosen = name == null ? regions.keySet().iterator().next() : name;
        Fields values = regions.get(chosen);
        if (values == null) {
            problems.add("Unknown region '%s': %s lists %s. Capitals matter"
                    .formatted(chosen, listed.source(), String.join(", ", regions.keySet())));
            return top;
        }
        Fields cloud = new Fields(top, listed.source());
        Map<String, Tree> merged = new LinkedHashMap<>(
                cloud.overlaidBy(new Fields(present(values), values.source())).fields());
        merged.put("region_name", new Text(chosen, wanted != null ? Source.CODE : values.source()));
        return merged;
    }

    private Map<String, Fields> regions(Tree listed) {
        Map<String, Fields> regions = new LinkedHashMap<>();
        for (Tree region : listed instanceof Items items ? items.items() : List.of(listed)) {
            if (region instanceof Text text && text.text() != null) {
                regions.put(text.text(), Fields.empty(region.source()));
            } else if (region instanceof Fields fields
                    && fields.get("name") instanceof Text name
                    && name.text() != null
                    && (fields.get("values") == null || fields.get("values") instanceof Fields)) {
                Fields values = fields.get("values") instanceof Fields given ? given : Fields.empty(fields.source());
                regions.put(name.text(), values);
            } else {
                problems.add("A region of %s must be a name, or a mapping of 'name' and 'values'"
                        .formatted(region.source()));
            }
        }
        return regions;
    }

    private static boolean isSet(Map<String, Tree> values, String key) {
        Tree found = values.get(key);
        return found != null && !isEmpty(found);
    }

    private static boolean isEmpty(Tree tree) {
        return tree instanceof Text text && (text.text() == null || text.text().isEmpty());
    }
}

package io.github.openstackjvm.internal.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.session.ApiVersion;
import org.jspecify.annotations.Nullable;

/**
 * The address of a service taken apart, as {@code https://host:8774} + {@code /compute} + {@code v2.1} + {@code /0a1b…}.
 *
 * @param origin scheme, host and port
 * @param prefix path before the version, without a slash at its end
 * @param version the part of the path that names a version; null when there is none
 * @param project path after the version, empty or one segment with the slash before it
 */
record ServiceUrl(String origin, String prefix, @Nullable String version, String project) {
    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}(?:\\.\\d{1,3})?");
    private static final Pattern VERSIONED = Pattern.compile("(.*)/(" + VERSION + ")(/[^/]+)?");
    private static final Pattern ID = Pattern.compile("/[0-9a-fA-F-]{32,36}");

    static ServiceUrl parse(String url, KnownService known) {
        URI uri = URI.create(url.trim());
        String path = withoutSlash(uri.getRawPath() == null ? "" : uri.getRawPath());
        String origin = uri.getScheme() + "://" + uri.getRawAuthority();
        Matcher match = VERSIONED.matcher(path);
        if (match.matches()) {
            String project = match.group(3) == null ? "" : match.group(3);
            // A gateway may be at /v1/identity: then "v1" is not Identity's version, nor "identity" a project.
            if (project.isEmpty() || ID.matcher(project).matches() || known.speaks(ApiVersion.of(match.group(2)))) {
                return new ServiceUrl(origin, match.group(1), match.group(2), project);
            }
        }
        return new ServiceUrl(origin, path, null, "");
    }

    /**
     * Where version documents may be, best first: of the version, then of the service. With a slash at the end, since
     * Cinder and Glance redirect from the address without it.
     */
    List<String> documents() {
        String root = origin + prefix + "/";
        return version == null ? List.of(root) : List.of(root + version + "/", root);
    }

    /** The version that the address itself names. */
    Optional<ApiVersion> named() {
        return Optional.ofNullable(version).map(ApiVersion::of);
    }

    /** The address of the catalog, completed by the conventional version when it names none. */
    String undiscovered(KnownService known) {
        return with(version != null ? version : known.path());
    }

    /** The address as it was. */
    String asGiven() {
        return with(version != null ? version : "");
    }

    private String with(String part) {
        return origin + prefix + (part.isEmpty() ? "" : "/" + part) + project;
    }

    /**
     * The address that a version document links to, at the catalog's scheme, host and port: a service behind a proxy names
     * the address it believes to have, and a token must go nowhere else. The link's path is believed when it names the
     * same host and lies below the catalog's prefix; otherwise only the version in it is, below that prefix.
     */
    String linked(String document, String href) {
        String root = origin + prefix;
        URI link;
        try {
            link = URI.create(document).resolve(href.trim());
        } catch (IllegalArgumentException e) {
            return root;
        }
        String path = link.getRawPath();
        if (href.isBlank() || path == null) {
            return root; // Placement links to "", meaning its root
        }
        path = withoutSlash(path);
        String host = URI.create(origin).getHost();
        if (host != null && host.equalsIgnoreCase(link.getHost()) && (path + "/").startsWith(prefix + "/")) {
            return origin + path;
        }
        String[] parts = path.split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (VERSION.matcher(parts[i]).matches()) {
                return root + "/" + parts[i];
            }
        }
        return root;
    }

    private static String withoutSlash(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}

package io.github.openstackjvm.stub;

import java.util.List;
import java.util.stream.Collectors;

/** What Identity and the version documents of a small cloud say. */
public final class Documents {
    /** The project of the user, unless another one is asked for. */
    public static final String PROJECT = "0123456789abcdef0123456789abcdef";

    private Documents() {}

    /** One line of the catalog. */
    public record Place(String type, String region, String url) {}

    /** The answer to {@code POST /v3/auth/tokens}. */
    public static String token(String project, String expiresAt, List<Place> places) {
        String catalog = places.stream()
                .map(place -> """
                        {"type": "%s", "name": "%1$s", "endpoints": [
                          {"id": "e", "interface": "public", "region_id": "%s", "region": "%2$s", "url": "%s"}]}""".formatted(place.type, place.region, place.url))
                .collect(Collectors.joining(","));
        return """
                {"token": {
                  "methods": ["password"], "issued_at": "2026-01-01T00:00:00.000000Z", "expires_at": "%s",
                  "user": {"id": "u1", "name": "demo", "domain": {"id": "default", "name": "Default"}},
                  "project": {"id": "%s", "name": "demo", "domain": {"id": "default", "name": "Default"}},
                  "roles": [{"id": "r1", "name": "member"}],
                  "catalog": [%s]}}""".formatted(expiresAt, project, catalog);
    }

    /** A version document; without microversions when the highest is empty. */
    public static String version(String id, String min, String max, String url) {
        return """
                {"version": {"id": "%s", "status": "CURRENT", "min_version": "%s", "version": "%s",
                  "links": [{"rel": "self", "href": "%s/"}]}}""".formatted(id, min, max, url);
    }
}

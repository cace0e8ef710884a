package io.github.openstackjvm.testkit.objectstore;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Json;

/** What the store can do and how much of it: said to everybody, and kept to. */
final class Info {
    static final long MAX_FILE_SIZE = 5_368_709_122L;
    static final int MAX_META_NAME = 128;
    static final int MAX_META_VALUE = 256;
    static final int MAX_META_COUNT = 90;
    static final int MAX_META_SIZE = 4096;
    static final int MAX_HEADER_SIZE = 8192;
    static final int MAX_OBJECT_NAME = 1024;
    static final int MAX_CONTAINER_NAME = 256;
    static final int LISTING_LIMIT = 10_000;
    static final int MAX_SEGMENTS = 1000;
    static final int MAX_MANIFEST = 8 << 20;
    static final int MAX_SYMLINKS = 2;
    static final int MAX_DELETES = 10_000;
    static final int MAX_FAILURES = 1000;
    static final int MAX_NEW_CONTAINERS = 10_000;
    static final String POLICY = "Policy-0";
    static final List<String> DIGESTS = List.of("sha1", "sha256", "sha512");

    private Info() {}

    static FakeResponse reply() {
        Map<String, Object> info = Json.map(
                "swift",
                Json.map(
                        "version",
                        "2.30.1",
                        "strict_cors_mode",
                        true,
                        "policies",
                        List.of(Json.map("name", POLICY, "aliases", POLICY, "default", true)),
                        "allow_account_management",
                        true,
                        "account_autocreate",
                        true,
                        "max_file_size",
                        MAX_FILE_SIZE,
                        "max_meta_name_length",
                        MAX_META_NAME,
                        "max_meta_value_length",
                        MAX_META_VALUE,
                        "max_meta_count",
                        MAX_META_COUNT,
                        "max_meta_overall_size",
                        MAX_META_SIZE,
                        "max_header_size",
                        MAX_HEADER_SIZE,
                        "max_object_name_length",
                        MAX_OBJECT_NAME,
                        "container_listing_limit",
                        LISTING_LIMIT,
                        "account_listing_limit",
                        LISTING_LIMIT,
                        "max_account_name_length",
                        256,
                        "max_container_name_length",
                        MAX_CONTAINER_NAME,
                        "extra_header_count",
                        0),
                "symlink",
                Json.map("symloop_max", MAX_SYMLINKS, "static_links", true),
                "versioned_writes",
                Json.map("allowed_flags", List.of("x-versions-location", "x-history-location")),
                "object_versioning",
                Map.of(),
                "slo",
                Json.map(
                        "max_manifest_segments",
                        MAX_SEGMENTS,
                        "max_manifest_size",
                        MAX_MANIFEST,
                        "yield_frequency",
                        10,
                        "min_segment_size",
                        1,
                        "allow_async_delete",
                        false),
                "account_quotas",
                Map.of(),
                "container_quotas",
                Map.of());
        info.put("formpost", Json.map("allowed_digests", DIGESTS, "deprecated_digests", List.of("sha1")));
        info.put(
                "tempurl",
                Json.map(
                        "methods",
                        List.of("GET", "HEAD", "PUT", "POST", "DELETE"),
                        "incoming_remove_headers",
                        List.of("x-timestamp"),
                        "incoming_allow_headers",
                        List.of(),
                        "outgoing_remove_headers",
                        List.of("x-object-meta-*"),
                        "outgoing_allow_headers",
                        List.of("x-object-meta-public-*"),
                        "allowed_digests",
                        DIGESTS,
                        "deprecated_digests",
                        List.of("sha1")));
        info.put(
                "bulk_upload",
                Json.map("max_containers_per_extraction", MAX_NEW_CONTAINERS, "max_failed_extractions", MAX_FAILURES));
        info.put("bulk_delete", Json.map("max_deletes_per_request", MAX_DELETES, "max_failed_deletes", MAX_FAILURES));
        info.put(
                "container_sync",
                Json.map(
                        "realms",
                        Map.of(ContainerSync.REALM, Map.of("clusters", Map.of(ContainerSync.CLUSTER, Map.of())))));
        info.put("etag_quoter", Json.map("enable_by_default", false));
        return Json.reply(200, info).with("Content-Type", "application/json; charset=UTF-8");
    }
}

package io.github.openstackjvm.examples.named;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;

/** A transport that has its answers with it: a cloud of one user, one flavor and one keypair. */
final class CannedCloud implements Transport {
    static final String AUTH_URL = "http://canned.invalid/identity/v3";

    private static final Map<String, String> ANSWERS = Map.of(
            "POST /identity/v3/auth/tokens",
            """
            {"token": {"methods": ["password"], "issued_at": "2026-01-01T00:00:00Z", "expires_at": "2999-01-01T00:00:00Z",
              "user": {"id": "u1", "name": "demo", "domain": {"id": "default", "name": "Default"}},
              "project": {"id": "p1", "name": "demo", "domain": {"id": "default", "name": "Default"}},
              "roles": [{"id": "r1", "name": "member"}],
              "catalog": [{"id": "s1", "type": "compute", "name": "nova", "endpoints": [{"id": "e1", "interface": "public",
                "region": "RegionOne", "region_id": "RegionOne", "url": "http://canned.invalid/compute/v2.1"}]}]}}
            """,
            "GET /compute/v2.1",
            """
            {"version": {"id": "v2.1", "status": "CURRENT", "version": "2.93", "min_version": "2.1",
              "links": [{"rel": "self", "href": "http://canned.invalid/compute/v2.1/"}]}}
            """,
            "GET /compute/v2.1/flavors/detail",
            """
            {"flavors": [{"id": "1", "name": "m1.small", "vcpus": 1, "ram": 2048, "disk": 20, "swap": 0,
              "OS-FLV-EXT-DATA:ephemeral": 0, "os-flavor-access:is_public": true, "extra_specs": {"hw:numa_nodes": "1"},
              "vendor:rack": "r7"}]}
            """,
            "POST /compute/v2.1/os-keypairs",
            """
            {"keypair": {"name": "deploy", "fingerprint": "1e:2c:9b:56:79:4b:45:77:f9:ca:7a:98:2c:b0:d5:3c", "user_id": "u1",
              "public_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGRlcGxveQ deploy", "type": "ssh"}}
            """);

    @Override
    public HttpAnswer exchange(HttpCall call) {
        String path = call.url().substring("http://canned.invalid".length()).replaceFirst("\\?.*", "");
        String body = ANSWERS.get(call.method() + " " + path);
        HttpHeaders headers =
                HttpHeaders.of("Content-Type", "application/json").plus("X-Subject-Token", "canned-token");
        return body == null
                ? HttpAnswer.buffered(404, headers, new byte[0])
                : HttpAnswer.buffered(
                        call.method().equals("POST") ? 201 : 200, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}

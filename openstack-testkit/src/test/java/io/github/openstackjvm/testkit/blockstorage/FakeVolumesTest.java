package io.github.openstackjvm.testkit.blockstorage;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Cinder answered to the same requests. */
@OpenStackTest
class FakeVolumesTest {
    private static final String VOLUMES = "/block-storage/v3/volumes";
    private static final String NOBODY = "11111111-1111-4111-8111-111111111111";

    private FakeCloud fake;
    private Wire demo;

    @BeforeEach
    void login(FakeCloud injected) {
        fake = injected;
        demo = at("3.70", "demo");
    }

    private Wire at(String version, String user) {
        return Wire.as(fake, user).with("OpenStack-API-Version", "volume " + version);
    }

    private String volume(String fields) {
        return demo.post(VOLUMES, "{'volume':{" + fields + "}}")
                .is(202)
                .at("/volume/id")
                .asText();
    }

    private Wire.Answer act(String id, String action) {
        return demo.post(VOLUMES + "/" + id + "/action", action);
    }

    private String status(String id) {
        return demo.get(VOLUMES + "/" + id).is(200).at("/volume/status").asText();
    }

    @Test
    void anOrderIsAnsweredBeforeItIsCarriedOut() {
        Wire.Answer ordered =
                demo.post(VOLUMES, "{'volume':{'size':1,'name':'a'}}").is(202);
        assertThat(ordered.names("/volume"))
                .containsExactly(
                        "id",
                        "status",
                        "size",
                        "availability_zone",
                        "created_at",
                        "updated_at",
                        "name",
                        "description",
                        "volume_type",
                        "snapshot_id",
                        "source_volid",
                        "metadata",
                        "links",
                        "user_id",
                        "bootable",
                        "encrypted",
                        "replication_status",
                        "consistencygroup_id",
                        "multiattach",
                        "attachments",
                        "group_id",
                        "shared_targets",
                        "service_uuid",
                        "volume_type_id",
                        "consumes_quota");
        assertThat(ordered.at("/volume/status").asText()).isEqualTo("creating");
        JsonNode read = demo.get(VOLUMES + "/" + ordered.at("/volume/id").asText())
                .is(200)
                .at("/volume");
        assertThat(read.at("/status").asText()).isEqualTo("available");
        assertThat(read.at("/volume_type").asText()).isEqualTo("__DEFAULT__");
        assertThat(read.at("/bootable").asText()).isEqualTo("false");
        assertThat(read.has("os-vol-tenant-attr:tenant_id")).isTrue();
        assertThat(read.has("os-vol-host-attr:host")).isFalse();
    }

    @Test
    void theVersionShapesTheAnswer() {
        String id = volume("'size':1");
        assertThat(at("3.0", "demo").get(VOLUMES + "/" + id).names("/volume")).doesNotContain("group_id");
        assertThat(at("3.13", "demo").get(VOLUMES + "/" + id).names("/volume"))
                .contains("group_id")
                .doesNotContain("service_uuid");
        assertThat(at("3.70", "admin").get(VOLUMES + "/" + id).names("/volume"))
                .contains("provider_id", "cluster_name", "migration_status", "os-vol-host-attr:host");
        demo.get("/block-storage/v3/volumes/summary").is(200);
        at("3.11", "demo").get("/block-storage/v3/volumes/summary").is(404);
        at("3.99", "demo")
                .get(VOLUMES)
                .refused(406, "Version 3.99 is not supported by the API. Minimum is 3.0 and maximum is 3.70.");
        at("3.x", "demo")
                .get(VOLUMES)
                .refused(400, "API Version String 3.x is of invalid format. Must be of format MajorNum.MinorNum.");
        assertThat(at("latest", "demo").get(VOLUMES).header("OpenStack-API-Version"))
                .isEqualTo("volume 3.70");
        Wire.to(fake).get("/block-storage/").is(300);
        Wire.to(fake).get("/block-storage/v3/").is(401);
    }

    @Test
    void otherProjectsDoNotSeeIt() {
        String id = volume("'size':1");
        at("3.70", "alt_demo").get(VOLUMES + "/" + id).refused(404, "Volume " + id + " could not be found.");
        assertThat(at("3.70", "alt_demo").get(VOLUMES).at("/volumes")).isEmpty();
        at("3.70", "admin").get(VOLUMES + "/" + id).is(200);
        assertThat(at("3.70", "admin").get(VOLUMES).at("/volumes")).isEmpty();
        assertThat(at("3.70", "admin").get(VOLUMES + "?all_tenants=1").at("/volumes"))
                .hasSize(1);
        demo.get("/block-storage/v3/00000000000000000000000000000000/volumes").refused(400, "Malformed request url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'volume':{}}|400|The server could not comply with the request since it is either malformed or otherwise "
                        + "incorrect.",
                "{}|400|'volume' is a required property",
                "{nope|400|Malformed request body",
                "[]|400|[] is not of type 'object'",
                "{'volume':{'size':0}}|400|Invalid input for field/attribute size. Value: 0. 0 is less than the minimum of 1",
                "{'volume':{'size':'x'}}|400|Invalid input for field/attribute size. Value: x. 'x' does not match '^[0-9]+$'",
                "{'volume':{'size':true}}|400|Invalid input for field/attribute size. Value: True. True is not of type "
                        + "'integer', 'string', 'null'",
                "{'volume':{'foo':'x'}}|400|Invalid input for field/attribute volume. Value: {'foo': 'x'}. Additional "
                        + "properties are not allowed ('foo' was unexpected)",
                "{'volume':{'size':1},'x':1}|400|Additional properties are not allowed ('x' was unexpected)",
                "{'volume':{'size':1,'name':5}}|400|Invalid input for field/attribute name. Value: 5. 5 is not of type "
                        + "'string', 'null'",
                "{'volume':{'size':1,'metadata':{'a$':'b'}}}|400|Invalid input for field/attribute metadata. Value: "
                        + "{'a$': 'b'}. 'a$' does not match any of the regexes: '^[a-zA-Z0-9-_:. /]{1,255}$'",
                "{'volume':{'size':1,'snapshot_id':'x'}}|400|Invalid input for field/attribute snapshot_id. Value: x. "
                        + "'x' is not valid under any of the given schemas",
                "{'volume':{'size':1,'volume_type':'nope'}}|404|Volume type with name nope could not be found.",
                "{'volume':{'size':1,'volume_type':'" + NOBODY + "'}}|404|Volume type " + NOBODY
                        + " could not be found.",
                "{'volume':{'size':1,'snapshot_id':'" + NOBODY + "'}}|404|Snapshot " + NOBODY + " could not be found.",
                "{'volume':{'size':1,'group_id':'x'}}|404|Group x could not be found.",
                "{'volume':{'size':1,'imageRef':'x'}}|400|Invalid image identifier or unable to access requested image.",
                "{'volume':{'size':1,'availability_zone':'x'}}|400|Availability zone 'x' is invalid.",
                "{'volume':{'size':10001}}|413|VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds "
                        + "allowed gigabytes quota. Requested 10001G, quota is 10000G and 0G has been consumed.",
                "{'volume':{'size':1},'OS-SCH-HNT:scheduler_hints':{'different_host':'x'}}|400|Invalid input for "
                        + "field/attribute different_host. Value: x. 'x' is not valid under any of the given schemas"
            })
    void badOrders(String body, int status, String message) {
        demo.post(VOLUMES, body).refused(status, message);
        assertThat(demo.get(VOLUMES).at("/volumes")).isEmpty();
    }

    @Test
    void quotasCount() {
        fake.quota("demo", "volumes", 1);
        volume("'size':1");
        Wire.Answer refused = demo.post(VOLUMES, "{'volume':{'size':1}}");
        refused.refused(
                413, "VolumeLimitExceeded: Maximum number of volumes allowed (1) exceeded for quota 'volumes'.");
        assertThat(refused.header("Retry-After")).isEqualTo("0");
        assertThat(refused.at("/overLimit/retryAfter").asText()).isEqualTo("0");
        fake.quota("demo", "volumes", -1);
        fake.quota("demo", "volumes_files1", 0);
        demo.post(VOLUMES, "{'volume':{'size':1,'volume_type':'files1'}}")
                .refused(
                        413,
                        "VolumeLimitExceeded: Maximum number of volumes allowed (0) exceeded for quota 'volumes_files1'.");
        volume("'size':1,'volume_type':'files2'");
        fake.quota("demo", "per_volume_gigabytes", 5);
        demo.post(VOLUMES, "{'volume':{'size':6}}")
                .refused(
                        413,
                        "VolumeSizeExceedsLimit: Requested volume size 6G is larger than maximum allowed limit 5G.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "limit=-1|400|limit param must be positive",
                "limit=x|400|limit param must be an integer",
                "offset=-1|400|offset must be >= 0",
                "sort=foo|400|Invalid input received: Invalid sort key",
                "sort=name:up|400|Invalid input received: Unknown sort direction, must be 'desc' or 'asc'.",
                "sort=name&sort_key=x|400|The 'sort_key' and 'sort_dir' parameters are deprecated and cannot be used with "
                        + "the 'sort' parameter.",
                "marker=nope|404|Volume nope could not be found.",
                "bootable=2|400|Invalid input received: 'bootable = 2'",
                "with_count=x|400|Value 'x' for 'with_count' is not a boolean.",
                "created_at=foo:2020-01-01|400|Invalid foo operator",
                "id=x|400|Invalid filters id are found in query options.",
                "name~=x|400|Invalid filters name~ are found in query options.",
                "consumes_quota=maybe|400|Value 'maybe' for 'use_quota' is not a boolean."
            })
    void badQuestions(String query, int status, String message) {
        volume("'size':1");
        demo.get(VOLUMES + "?" + query).refused(status, message);
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        volume("'size':1,'name':'a','metadata':{'k':'v'}");
        volume("'size':2,'name':'b'");
        fake.clock().advance(Duration.ofMinutes(1));
        volume("'size':3,'name':'c'");
        assertThat(demo.get(VOLUMES + "?sort=size:asc").texts("name")).containsExactly("a", "b", "c");
        assertThat(demo.get(VOLUMES + "?sort_key=name&sort_dir=desc").texts("name"))
                .containsExactly("c", "b", "a");
        assertThat(demo.get(VOLUMES + "?name=b").texts("name")).containsExactly("b");
        assertThat(demo.get(VOLUMES + "?metadata={'k':'v'}").texts("name")).containsExactly("a");
        assertThat(demo.get(VOLUMES + "?size=['1',3]&sort=name:asc").texts("name"))
                .containsExactly("a", "c");
        assertThat(demo.get(VOLUMES + "?created_at=gt:2020-01-01T00:00:00").at("/volumes"))
                .hasSize(3);
        assertThat(demo.get(VOLUMES + "?status=error").at("/volumes")).isEmpty();
        Wire.Answer page = demo.get(VOLUMES + "/detail?limit=2&sort=name:asc&with_count=true");
        assertThat(page.texts("name")).containsExactly("a", "b");
        assertThat(page.at("/count").asInt()).isEqualTo(3);
        String next = page.at("/volumes_links/0/href").asText();
        assertThat(next).contains("/v3/volumes/detail?limit=2&sort=name%3Aasc&with_count=true&marker=");
        assertThat(demo.get(next.replace("http://fake-cloud.invalid", "")).texts("name"))
                .containsExactly("c");
        assertThat(at("3.30", "demo").get(VOLUMES + "?foo=bar&id=x").at("/volumes"))
                .hasSize(3);
    }

    @Test
    void statesForbidWhatCinderForbids() {
        String id = volume("'size':1");
        act(id, "{'os-extend':{'new_size':1}}")
                .refused(
                        400,
                        "Invalid input received: New size for extend must be greater than current size. "
                                + "(current: 1, extended: 1).");
        act(id, "{'os-extend':{'new_size':2}}").is(202);
        assertThat(demo.get(VOLUMES + "/" + id).at("/volume/size").asInt()).isEqualTo(2);
        act(id, "{'os-nope':{}}")
                .refused(
                        400,
                        "There is no such action: os-nope. Verify the request body and Content-Type header and try again.");
        act(id, "{'os-reserve':{}}").is(202);
        assertThat(status(id)).isEqualTo("attaching");
        act(id, "{'os-reserve':{}}")
                .refused(
                        400,
                        "Invalid volume: Volume status must be available to reserve, but the status is attaching.");
        demo.delete(VOLUMES + "/" + id)
                .refused(
                        400,
                        "Invalid volume: Volume status must be available or error or error_restoring or error_extending "
                                + "or error_managing and must not be migrating, attached, belong to a group, have "
                                + "snapshots, awaiting a transfer, or be disassociated from snapshots after volume "
                                + "transfer.");
        act(id, "{'os-unreserve':{}}").is(202);
        act(id, "{'os-force_delete':{}}")
                .refused(
                        403,
                        "Policy doesn't allow volume_extension:volume_admin_actions:force_delete to be performed.");
        demo.delete(VOLUMES + "/" + id).is(202);
        demo.get(VOLUMES + "/" + id).is(404);
    }

    @Test
    void whatFailsInTheBackgroundLeavesAMessage() {
        fake.transitions().of("volume").fails("the disk is full").times(1);
        String id = volume("'size':1");
        assertThat(status(id)).isEqualTo("error");
        JsonNode message = demo.get("/block-storage/v3/messages?resource_uuid=" + id)
                .is(200)
                .at("/messages/0");
        assertThat(message.at("/user_message").asText()).isEqualTo("the disk is full");
        assertThat(message.at("/resource_type").asText()).isEqualTo("VOLUME");
    }

    @Test
    void attachmentsGoStepByStep() {
        String id = volume("'size':1");
        Wire.Answer made = demo.post(
                        "/block-storage/v3/attachments",
                        "{'attachment':{'volume_uuid':'" + id + "','instance_uuid':'" + NOBODY + "'}}")
                .is(200);
        String attachment = made.at("/attachment/id").asText();
        assertThat(made.at("/attachment/status").asText()).isEqualTo("reserved");
        assertThat(status(id)).isEqualTo("reserved");
        String path = "/block-storage/v3/attachments/" + attachment;
        demo.put(path, "{'attachment':{'connector':{'host':'h','mountpoint':'/dev/vdb'}}}")
                .is(200);
        assertThat(status(id)).isEqualTo("attaching");
        demo.post(path + "/action", "{'os-complete':null}").is(204);
        assertThat(status(id)).isEqualTo("in-use");
        demo.post("/block-storage/v3/attachments", "{'attachment':{'volume_uuid':'" + id + "'}}")
                .refused(
                        400,
                        "Invalid volume: Volume " + id + " status must be available or downloading to reserve, "
                                + "but the current status is in-use.");
        act(id, "{'os-extend':{'new_size':2}}").is(202);
        assertThat(status(id)).isEqualTo("in-use");
        demo.delete(path).is(200);
        assertThat(status(id)).isEqualTo("available");
        demo.delete(path)
                .refused(404, "Volume attachment could not be found with filter: attachment_id = " + attachment + ".");
    }

    @Test
    void snapshotsThatComeWithAVolumeCountForTheTaker() {
        String volume = volume("'size':2");
        demo.post("/block-storage/v3/snapshots", "{'snapshot':{'volume_id':'" + volume + "'}}")
                .is(202);
        Wire.Answer offer = demo.post(
                        "/block-storage/v3/volume-transfers", "{'transfer':{'volume_id':'" + volume + "'}}")
                .is(202);
        String accept =
                "/block-storage/v3/volume-transfers/" + offer.at("/transfer/id").asText() + "/accept";
        String key = "{'accept':{'auth_key':'" + offer.at("/transfer/auth_key").asText() + "'}}";
        Wire taker = at("3.70", "alt_demo");
        fake.quota("alt_demo", "gigabytes", 3);
        taker.post(accept, key)
                .refused(
                        413,
                        "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. "
                                + "Requested 2G, quota is 3G and 2G has been consumed.");
        fake.quota("alt_demo", "gigabytes", 4);
        fake.quota("alt_demo", "snapshots", 0);
        taker.post(accept, key).refused(413, "SnapshotLimitExceeded: Maximum number of snapshots allowed (0) exceeded");
        assertThat(status(volume)).isEqualTo("awaiting-transfer");
        fake.quota("alt_demo", "snapshots", 1);
        taker.post(accept, key).is(202);
        assertThat(taker.get("/block-storage/v3/snapshots").at("/snapshots")).hasSize(1);
    }
}

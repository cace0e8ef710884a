package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.stub.HandClock;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VolumesTest {
    private static final String ID = "f9ce478a-c4c0-4c69-a35e-bca079ed5a62";
    private static final String OTHER = "9168b536-cd40-4630-b43f-b259807c6e87";
    private static final String TYPE = "6049f7c8-ea70-4fb4-911e-c5832ec36e56";

    @RegisterExtension
    static final TestCloud CINDER = TestCloud.blockStorage("3.70");

    private Cloud cloud;
    private Volumes volumes;

    @BeforeEach
    void connect() {
        cloud = CINDER.cloud(config -> config.ticker(new HandClock()));
        volumes = cloud.blockstorage().volumes();
    }

    private static String volume(String status, String more) {
        return "{\"volume\": " + fields(ID, status, more) + "}";
    }

    private static String fields(String id, String status, String more) {
        return "{\"id\": \"" + id + "\", \"name\": \"data\", \"size\": 1, \"status\": \"" + status + "\"" + more + "}";
    }

    private static String last() {
        List<Sent> sent = CINDER.sent();
        return sent.get(sent.size() - 1).body();
    }

    private void message(String text) {
        CINDER.on("GET /messages?resource_uuid=" + ID + "&limit=1", 200, """
                {"messages": [{"id": "1", "user_message": "%s", "event_id": "VOLUME_VOLUME_001_003",
                 "message_level": "ERROR"}]}""".formatted(text));
    }

    @Test
    void readsAllOfAVolume() {
        CINDER.on("GET /volumes/" + ID, 200, """
                {"volume": {"id": "%s", "status": "in-use", "size": 5, "availability_zone": "nova",
                 "created_at": "2026-11-25T22:00:18.000000", "updated_at": null, "name": "data", "description": "d",
                 "volume_type": "fast", "snapshot_id": "s", "source_volid": "v", "metadata": {"a": "b"},
                 "links": [{"rel": "self", "href": "http://x"}], "user_id": "u", "bootable": "true", "encrypted": true,
                 "replication_status": "disabled", "consistencygroup_id": "c", "multiattach": false,
                 "attachments": [{"id": "%s", "attachment_id": "a", "volume_id": "%s", "server_id": "i",
                  "host_name": "h", "device": "/dev/vdb", "attached_at": "2026-11-25T22:01:46.000000"}],
                 "migration_status": "success", "group_id": "g", "provider_id": "p", "shared_targets": null,
                 "service_uuid": "w", "cluster_name": "k", "volume_type_id": "%s", "encryption_key_id": "e",
                 "consumes_quota": true, "os-vol-tenant-attr:tenant_id": "t",
                 "os-vol-mig-status-attr:migstat": "success", "os-vol-mig-status-attr:name_id": "n",
                 "os-vol-host-attr:host": "node@lvm#pool", "volume_image_metadata": {"image_name": "cirros"}}}""".formatted(ID, ID, ID, TYPE));

        Volume read = volumes.get(ID);

        assertThat(read.status()).isEqualTo(VolumeStatus.IN_USE);
        assertThat(read.sizeGiB()).isEqualTo(5);
        assertThat(read.availabilityZone()).isEqualTo("nova");
        assertThat(read.createdAt()).isEqualTo(Instant.parse("2026-11-25T22:00:18Z"));
        assertThat(read.updatedAt()).isNull();
        assertThat(read.description()).isEqualTo("d");
        assertThat(read.type()).isEqualTo("fast");
        assertThat(read.typeId()).isEqualTo(TYPE);
        assertThat(read.snapshotId()).isEqualTo("s");
        assertThat(read.sourceVolumeId()).isEqualTo("v");
        assertThat(read.metadata()).containsExactly(Map.entry("a", "b"));
        assertThat(read.userId()).isEqualTo("u");
        assertThat(read.bootable()).isTrue();
        assertThat(read.encrypted()).isTrue();
        assertThat(read.encryptionKeyId()).isEqualTo("e");
        assertThat(read.replicationStatus()).isEqualTo("disabled");
        assertThat(read.consistencyGroupId()).isEqualTo("c");
        assertThat(read.multiattach()).isFalse();
        VolumeAttachment attachment = read.attachments().get(0);
        assertThat(attachment.attachmentId()).isEqualTo("a");
        assertThat(attachment.serverId()).isEqualTo("i");
        assertThat(attachment.hostName()).isEqualTo("h");
        assertThat(attachment.device()).isEqualTo("/dev/vdb");
        assertThat(attachment.attachedAt()).isEqualTo(Instant.parse("2026-11-25T22:01:46Z"));
        assertThat(read.migrationStatus()).isEqualTo(MigrationStatus.SUCCESS);
        assertThat(read.groupId()).isEqualTo("g");
        assertThat(read.providerId()).isEqualTo("p");
        assertThat(read.sharedTargets()).isNull();
        assertThat(read.serviceId()).isEqualTo("w");
        assertThat(read.clusterName()).isEqualTo("k");
        assertThat(read.consumesQuota()).isTrue();
        assertThat(read.projectId()).isEqualTo("t");
        assertThat(read.nameId()).isEqualTo("n");
        assertThat(read.host()).isEqualTo("node@lvm#pool");
        assertThat(read.imageMetadata()).containsExactly(Map.entry("image_name", "cirros"));
        assertThat(CINDER.only().microversion()).isEqualTo("volume 3.70");
    }

    @Test
    void createsWithExactlyWhatWasSetAndWaits() {
        CINDER.on("POST /volumes", 202, volume("creating", ""));
        CINDER.inTurn("GET /volumes/" + ID, volume("creating", ""), volume("downloading", ""), volume("available", ""));
        List<String> seen = new ArrayList<>();

        Volume made = volumes.create(VolumeSpec.named("data")
                        .sizeGiB(5)
                        .fromImage(OTHER)
                        .type(TYPE)
                        .metadata("a", "b")
                        .differentHost(OTHER))
                .onProgress(progress -> seen.add(progress.state()))
                .join();

        assertThat(made.status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThat(seen).containsExactly("creating", "downloading", "available");
        assertThat(CINDER.sent().get(0).body())
                .isEqualTo(("{'volume':{'name':'data','size':5,'imageRef':'" + OTHER + "','volume_type':'" + TYPE
                                + "','metadata':{'a':'b'}},'OS-SCH-HNT:scheduler_hints':{'different_host':['" + OTHER
                                + "']}}")
                        .replace('\'', '"'));
    }

    @Test
    void needsASizeUnlessItsOriginHasOne() {
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> volumes.create(VolumeSpec.named("x").fromImage(OTHER)))
                .withMessage("VolumeSpec needs size: it is required and not set");
        CINDER.on("POST /volumes", 202, volume("creating", ""));
        volumes.create(VolumeSpec.named("x").fromVolume(OTHER));
        volumes.create(VolumeSpec.named("x").fromSnapshot(OTHER));
        volumes.create(VolumeSpec.named("x").fromBackup(OTHER));
        assertThat(last()).isEqualTo("{\"volume\":{\"name\":\"x\",\"backup_id\":\"" + OTHER + "\"}}");
        CINDER.offers("3.46");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> CINDER.cloud()
                        .blockstorage()
                        .volumes()
                        .create(VolumeSpec.named("x").fromBackup(OTHER)))
                .withMessageContaining("backup_id");
    }

    @Test
    void failsAtOnceInTheCloudsWords() {
        CINDER.on("POST /volumes", 202, volume("creating", ""));
        CINDER.on("GET /volumes/" + ID, 200, volume("error", ""));
        message("schedule allocate volume:Could not find any available weighted backend.");

        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() ->
                        volumes.create(VolumeSpec.named("data").sizeGiB(1)).join())
                .withMessage("volume " + ID + " went to error: schedule allocate volume:Could not find any available "
                        + "weighted backend.");
    }

    @Test
    void failsAtOnceWhereThereAreNoMessages() {
        CINDER.on("POST /volumes/" + ID + "/action", 202);
        CINDER.on("GET /volumes/" + ID, 200, volume("error_extending", ""));
        CINDER.on("GET /messages?resource_uuid=" + ID + "&limit=1", 403, "{}");

        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> volumes.extend(ID, 2).join())
                .withMessage("volume " + ID + " went to error_extending: Cinder gives no reason");
    }

    @Test
    void anExtensionThatEndsWithoutTheSizeIsNoSuccess() {
        CINDER.on("POST /volumes/" + ID + "/action", 202);
        CINDER.inTurn("GET /volumes/" + ID, volume("extending", ""), volume("available", ""));
        message("schedule extend volume:No valid backend was found.");

        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> volumes.extend(ID, 2).join())
                .withMessage("volume " + ID + " went to available: schedule extend volume:No valid backend was found.");

        CINDER.on("GET /volumes/" + ID, 200, volume("in-use", "").replace("\"size\": 1", "\"size\": 2"));
        assertThat(volumes.extend(ID, 2).join().sizeGiB()).isEqualTo(2);
    }

    @Test
    void aDeletionIsAwaitedUntilNothingIsLeft() {
        CINDER.on("DELETE /volumes/" + ID + "?cascade=true", 202);
        CINDER.on("GET /volumes/" + ID, 404, "{\"itemNotFound\": {\"message\": \"gone\"}}");
        assertThat(volumes.deleteWithSnapshots(ID).join()).isEqualTo(new Deleted(ID, false));

        CINDER.on("DELETE /volumes/" + ID, 202);
        CINDER.inTurn("GET /volumes/" + ID, volume("deleting", ""), volume("available", ""));
        CINDER.on("GET /messages?resource_uuid=" + ID + "&limit=1", 200, "{\"messages\": []}");
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> volumes.delete(ID).join())
                .withMessage("volume " + ID + " went to available: it was not deleted");
    }

    @Test
    void aTypeThatDoesNotFitIsNoSuccess() {
        CINDER.on("POST /volumes/" + ID + "/action", 202);
        CINDER.inTurn(
                "GET /volumes/" + ID,
                volume("retyping", ""),
                volume("available", ",\"volume_type_id\": \"" + OTHER + "\""));
        message("no host fits");

        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() ->
                        volumes.retype(ID, TYPE, MigrationPolicy.ON_DEMAND).join())
                .withMessage("volume " + ID + " went to available: no host fits");
        assertThat(CINDER.sent().get(0).body())
                .isEqualTo("{\"os-retype\":{\"new_type\":\"" + TYPE + "\",\"migration_policy\":\"on-demand\"}}");
    }

    @Test
    void aMigrationIsJudgedByItsOwnStatus() {
        CINDER.on("POST /volumes/" + ID + "/action", 202);
        CINDER.inTurn(
                "GET /volumes/" + ID,
                volume("available", ",\"migration_status\": \"starting\""),
                volume("available", ",\"migration_status\": \"migrating\""),
                volume("available", ",\"migration_status\": \"success\""));
        List<String> seen = new ArrayList<>();
        volumes.migrate(ID, MigrateVolumeSpec.to("node@lvm#pool").lockVolume())
                .onProgress(progress -> seen.add(progress.state()))
                .join();
        assertThat(seen).containsExactly("migration starting", "migration migrating", "available");
        assertThat(CINDER.sent().get(0).body())
                .isEqualTo("{\"os-migrate_volume\":{\"host\":\"node@lvm#pool\",\"lock_volume\":true}}");
        CINDER.offers("3.15");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> CINDER.cloud().blockstorage().volumes().migrate(ID, MigrateVolumeSpec.toCluster("c")))
                .withMessageContaining("cluster");
    }

    @Test
    void severalAreLookedAtByOneListOfWhatHasChangedSince() {
        CINDER.on("DELETE /volumes/" + ID, 202);
        CINDER.on("DELETE /volumes/" + OTHER, 202);
        List<Pending<Deleted>> orders = List.of(volumes.delete(ID), volumes.delete(OTHER));
        String since = "2025-12-31T23%3A55%3A00Z";
        CINDER.on(
                "GET /volumes/detail?updated_at=gte%3A" + since, 200, """
                {"volumes": [%s]}""".formatted(fields(ID, "error_deleting", "")));
        CINDER.on("GET /volumes/" + OTHER, 404, "{}");
        message("it is busy");

        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> Pending.all(orders).join())
                .withMessage("volume " + ID + " went to error_deleting: it is busy");
        assertThat(CINDER.calls())
                .containsExactly(
                        "DELETE /volumes/" + ID,
                        "DELETE /volumes/" + OTHER,
                        "GET /volumes/detail?updated_at=gte%3A" + since,
                        "GET /messages?resource_uuid=" + ID + "&limit=1",
                        "GET /volumes/" + OTHER);
    }

    @Test
    void onACloudTooOldForThatEachIsAskedForByItself() {
        CINDER.offers("3.59");
        CINDER.on("POST /volumes/" + ID + "/action", 202);
        CINDER.on("POST /volumes/" + OTHER + "/action", 202);
        CINDER.on("GET /volumes/" + ID, 200, volume("available", ""));
        CINDER.on("GET /volumes/" + OTHER, 200, "{\"volume\": " + fields(OTHER, "in-use", "") + "}");

        assertThat(Pending.all(List.of(volumes.revert(ID, TYPE), volumes.revert(OTHER, TYPE)))
                        .join())
                .extracting(Volume::id)
                .containsExactly(ID, OTHER);
    }

    @Test
    void filtersAreWrittenAsCinderReadsThem() {
        CINDER.otherwise(200, "{\"volumes\": []}");
        volumes.list()
                .allProjects()
                .projectId("p")
                .name("data")
                .status(VolumeStatus.ERROR)
                .metadata(Map.of("it's", "x"))
                .bootable(true)
                .createdAt(Comparison.BEFORE, Instant.parse("2026-01-01T00:00:00.5Z"))
                .sortBy("size", Order.DESC)
                .sortBy("name", Order.ASC)
                .pageSize(2)
                .toList();
        assertThat(CINDER.only().line())
                .isEqualTo("GET /volumes/detail?all_tenants=true&project_id=p&name=data&status=error"
                        + "&metadata=%7B%27it%5C%27s%27%3A%20%27x%27%7D&bootable=true"
                        + "&created_at=lt%3A2026-01-01T00%3A00%3A00Z&sort=size%3Adesc%2Cname%3Aasc&limit=2");
    }

    @Test
    void aNameIsAskedForByItsFilter() {
        CINDER.on("GET /volumes/detail?name=data", 200, """
                {"volumes": [%s, {"id": "x", "name": "DATA", "size": 1, "status": "error"}]}""".formatted(fields(ID, "available", "")));
        assertThat(volumes.named("data").id()).isEqualTo(ID);
    }

    @Test
    void whatIsDoneToAVolumeIsAnAction() {
        CINDER.on("POST /volumes/" + ID + "/action", 202);
        volumes.resetStatus(ID, new ResetVolumeSpec().status(VolumeStatus.ERROR).attached(false));
        assertThat(last()).isEqualTo("{\"os-reset_status\":{\"status\":\"error\",\"attach_status\":\"detached\"}}");
        volumes.setBootable(ID, true);
        assertThat(last()).isEqualTo("{\"os-set_bootable\":{\"bootable\":true}}");
        volumes.forceDetach(ID, null, null);
        assertThat(last()).isEqualTo("{\"os-force_detach\":{\"attachment_id\":null,\"connector\":null}}");
        volumes.attach(
                ID, new AttachVolumeSpec().hostName("h").device("/dev/vdb").mode(AttachMode.READ_ONLY));
        assertThat(last())
                .isEqualTo("{\"os-attach\":{\"host_name\":\"h\",\"mountpoint\":\"/dev/vdb\",\"mode\":\"ro\"}}");
        volumes.detach(ID, "a");
        assertThat(last()).isEqualTo("{\"os-detach\":{\"attachment_id\":\"a\"}}");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> volumes.completeExtend(ID, false))
                .withMessageContaining("3.71");
    }

    @Test
    void aConnectionShowsNoSecrets() {
        CINDER.on("POST /volumes/" + ID + "/action", 200, """
                {"connection_info": {"driver_volume_type": "iscsi", "data": {"auth_password": "s3cret"}}}""");
        ConnectionInfo info = volumes.initializeConnection(ID, Map.of("host", "h"));
        assertThat(info.driverVolumeType()).isEqualTo("iscsi");
        assertThat(info.data()).containsEntry("auth_password", "s3cret");
        assertThat(info.toString()).doesNotContain("s3cret").contains("auth_password");
    }

    @Test
    void defaultTypesLieBesideTheProject() {
        CINDER.on("GET /../default-types", 200, """
                {"default_types": [{"project_id": "p", "volume_type_id": "t"}]}""");
        assertThat(cloud.blockstorage().defaultTypes().list().one().typeId()).isEqualTo("t");
        CINDER.on("PUT /../default-types/p", 200, """
                {"default_type": {"project_id": "p", "volume_type_id": "t"}}""");
        assertThat(cloud.blockstorage().defaultTypes().set("p", TYPE).id()).isEqualTo("p");
        assertThat(last()).isEqualTo("{\"default_type\":{\"volume_type\":\"" + TYPE + "\"}}");
    }

    @Test
    void typesAreListedWhetherPublicOrNotAndTheirLinksAreThoseOfOne() {
        CINDER.on("GET /types?is_public=None&limit=1", 200, """
                {"volume_types": [{"id": "a", "name": "x"}], "volume_type_links":
                 [{"rel": "next", "href": "http://elsewhere/v3/types?is_public=None&limit=1&marker=a"}]}""");
        CINDER.on("GET /types?is_public=None&limit=1&marker=a", 200, "{\"volume_types\": []}");
        assertThat(cloud.blockstorage().types().list().pageSize(1).count()).isEqualTo(1);
        CINDER.on("GET /types?is_public=None", 200, "{\"volume_types\": [{\"id\": \"a\", \"name\": \"x\"}]}");
        CINDER.on("GET /types/a", 200, "{\"volume_type\": {\"id\": \"a\", \"name\": \"x\"}}");
        assertThat(cloud.blockstorage().types().get(Ref.name("x")).id()).isEqualTo("a");
    }
}

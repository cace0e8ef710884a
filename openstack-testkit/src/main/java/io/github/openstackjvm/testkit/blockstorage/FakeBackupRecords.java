package io.github.openstackjvm.testkit.blockstorage;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** What another Cinder needs to know of a backup to read it: given out, and taken in. */
public final class FakeBackupRecords implements FakeResource {
    private static final String SERVICE = "cinder.backup.drivers.posix.PosixBackupDriver";

    private final FakeBlockStorage cinder;
    private final FakeBackups backups;

    FakeBackupRecords(FakeBlockStorage cinder) {
        this.cinder = cinder;
        this.backups = cinder.backups();
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/backups/{backup}/export_record", this::export);
        routes.post("/backups/import_record", this::take);
    }

    private FakeResponse export(Call call) {
        Row backup = backups.find(call);
        FakeBlockStorage.adminOnly(call, "backup:export-import");
        if (!backup.is("status", "available")) {
            throw FakeBackups.invalid("Backup status must be available and not " + backup.text("status") + ".");
        }
        Map<String, Object> record = backup.pick(
                "id",
                "name",
                "description",
                "volume_id",
                "snapshot_id",
                "parent_id",
                "size",
                "container",
                "object_count",
                "availability_zone",
                "data_timestamp",
                "metadata");
        return Json.reply(
                200,
                Json.map(
                        "backup-record",
                        Json.map(
                                "backup_service",
                                SERVICE,
                                "backup_url",
                                Base64.getEncoder().encodeToString(Json.bytes(record)))));
    }

    private static String base64(Object value) {
        try {
            Base64.getDecoder().decode(value.toString());
            return "";
        } catch (IllegalArgumentException e) {
            return Python.repr(value) + " is not a 'base64'";
        }
    }

    private FakeResponse take(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "backup-record",
                Schema.object()
                        .required("backup_service", Schema.text(1, 255))
                        .required(
                                "backup_url", Schema.text(1, Integer.MAX_VALUE).and(FakeBackupRecords::base64)));
        FakeBlockStorage.adminOnly(call, "backup:backup-import");
        Map<String, Object> record = record(String.valueOf(wanted.get("backup_url")));
        if (record.get("id") == null) {
            throw input("Provided backup record is missing an id");
        }
        if (record.get("size") == null) {
            throw input("Provided backup record is missing size attribute");
        }
        if (backups.backups().has(String.valueOf(record.get("id")))) {
            throw FakeBackups.invalid("Backup already exists in database.");
        }
        cinder.quotas().checkBackup(call.caller().projectId(), Long.parseLong(String.valueOf(record.get("size"))));
        Row backup = backups.add(call, "volume_id", "0000-0000-0000-0000", "metadata", Json.map());
        record.forEach(backup::set);
        backups.life().begin(backup, "import");
        return Json.reply(201, Json.map("backup", FakeBackups.summary(call, backup)));
    }

    private static Map<String, Object> record(String url) {
        try {
            byte[] json = Base64.getDecoder().decode(url.getBytes(StandardCharsets.UTF_8));
            return Json.object(Json.read(json));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw input("Can't parse backup record.");
        }
    }

    private static Refusal input(String words) {
        return Refusal.badRequest("Invalid input received: " + words);
    }
}

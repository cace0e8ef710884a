package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.CleanupResult;
import io.github.openstackjvm.blockstorage.CleanupSpec;
import io.github.openstackjvm.blockstorage.Extension;
import io.github.openstackjvm.blockstorage.HostService;
import io.github.openstackjvm.blockstorage.HostServices;
import io.github.openstackjvm.blockstorage.Message;
import io.github.openstackjvm.blockstorage.Messages;
import io.github.openstackjvm.blockstorage.ProjectLimits;
import io.github.openstackjvm.blockstorage.Quota;
import io.github.openstackjvm.blockstorage.QuotaClasses;
import io.github.openstackjvm.blockstorage.QuotaSpec;
import io.github.openstackjvm.blockstorage.Quotas;
import io.github.openstackjvm.blockstorage.ResourceFilters;
import io.github.openstackjvm.blockstorage.StorageHost;
import io.github.openstackjvm.blockstorage.StorageHosts;
import io.github.openstackjvm.blockstorage.StoragePool;
import io.github.openstackjvm.blockstorage.StoragePools;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.blockstorage.VolumeTransfer;
import io.github.openstackjvm.blockstorage.VolumeTransferSpec;
import io.github.openstackjvm.blockstorage.VolumeTransfers;
import io.github.openstackjvm.blockstorage.VolumeType;
import io.github.openstackjvm.blockstorage.VolumeTypeSpec;
import io.github.openstackjvm.blockstorage.VolumeTypes;
import io.github.openstackjvm.blockstorage.Volumes;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class StorageAdministrationScenario {

    @Test
    void quotasAreReadSetAndReset(Cloud cloud, @As("admin") Cloud admin, @As("alt_demo") Cloud other) {
        Quotas quotas = admin.blockstorage().quotas();
        String project = other.session().projectId();
        Quota before = quotas.defaults(project);
        assertThat(before.volumes()).isEqualTo(100);
        assertThat(before.extras()).containsKeys("volumes_files1", "gigabytes___DEFAULT__");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage().quotas().of(project))
                .withMessageContaining("volume_extension:quotas:show");
        try {
            Quota changed = quotas.update(
                    project, new QuotaSpec().volumes(200).sizeGiB(20_000).volumesOfType("files1", 150));
            assertThat(changed.volumes()).isEqualTo(200);
            assertThat(quotas.of(project).extras()).containsEntry("volumes_files1", 150);
            assertThat(other.blockstorage().quotas().details(project).volumes().limit())
                    .isEqualTo(200);
            assertThat(other.blockstorage().limits().get().absolute().maxVolumes())
                    .isEqualTo(200);
        } finally {
            quotas.reset(project);
        }
        assertThat(quotas.of(project).volumes()).isEqualTo(100);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> quotas.update(project, new QuotaSpec().volumesOfType("nope", 1)))
                .withMessageContaining("Bad key(s) in quota set: volumes_nope");
    }

    @Test
    void limitsCountWhatThereIs(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        VolumesScenario.volume(cloud, scratch, "counted");
        ProjectLimits limits = cloud.blockstorage().limits().get();
        assertThat(limits.absolute().volumesUsed()).isPositive();
        assertThat(limits.absolute().maxSnapshots()).isPositive();
        assertThat(admin.blockstorage()
                        .limits()
                        .of(cloud.session().projectId())
                        .absolute()
                        .volumesUsed())
                .isPositive();
    }

    @Test
    void servicesPoolsAndHostsAreShown(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        HostServices services = admin.blockstorage().services();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage().services().list().toList())
                .withMessageContaining("volume_extension:services:index");
        assertThat(services.list().stream().map(HostService::binary))
                .contains("cinder-backup", "cinder-scheduler", "cinder-volume");
        HostService volume =
                services.list().binary("cinder-volume").stream().findFirst().orElseThrow();
        assertThat(volume.status()).isEqualTo("enabled");
        assertThat(volume.state()).isEqualTo("up");
        assertThat(volume.backendState()).isEqualTo("up");
        assertThat(services.list().host(volume.host()).stream().map(HostService::host))
                .containsOnly(volume.host());
        HostService backup = services.list().binary("cinder-backup").one();
        assertThat(services.logLevels("cinder-backup", "cinder")).isNotEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> services.enable("nowhere", "cinder-volume"))
                .withMessageContaining("Service cinder-volume could not be found on host nowhere.");
        services.enable(backup.host(), "cinder-backup");

        StoragePools pools = admin.blockstorage().pools();
        assertThat(pools.list().stream().map(StoragePool::name)).hasSize(2);
        StoragePool pool = pools.list()
                .detailed()
                .name(volume.host() + "#" + volume.host().replaceFirst(".*@", ""))
                .one();
        assertThat(pool.capabilities()).containsEntry("storage_protocol", "file");

        assertThat(admin.blockstorage().capabilities().of(volume.host()).storageProtocol())
                .isEqualTo("file");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> admin.blockstorage().capabilities().of("nowhere"))
                .withMessageContaining("Can't find service: nowhere");

        Volume made = VolumesScenario.volume(cloud, scratch, "lying");
        StorageHosts hosts = admin.blockstorage().hosts();
        assertThat(hosts.list().stream().map(StorageHost::name)).contains(volume.host());
        String host = admin.blockstorage().volumes().get(made.id()).host().replaceFirst("#.*", "");
        assertThat(hosts.usage(host).get(0).volumes()).isPositive();

        assertThat(cloud.blockstorage().availabilityZones().list().one().name()).isEqualTo("nova");
        assertThat(admin.blockstorage().clusters().list()).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> admin.blockstorage().clusters().get("nowhere"))
                .withMessageContaining("could not be found.");
    }

    @Test
    void aVolumeChangesHands(Cloud cloud, @As("alt_demo") Cloud other, Scratch scratch) {
        Volume volume = VolumesScenario.volume(cloud, scratch, "given");
        VolumeTransfers ours = cloud.blockstorage().transfers();
        VolumeTransfers theirs = other.blockstorage().transfers();
        VolumeTransfer dropped =
                ours.create(VolumeTransferSpec.of(volume.name()).name(scratch.name("dropped")));
        assertThat(cloud.blockstorage().volumes().get(volume).status()).isEqualTo(VolumeStatus.AWAITING_TRANSFER);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ours.create(VolumeTransferSpec.of(volume)))
                .withMessageContaining("status must be available");
        assertThat(ours.list().name(dropped.name()).one().volumeId()).isEqualTo(volume.id());
        ours.delete(dropped);
        assertThat(cloud.blockstorage().volumes().get(volume).status()).isEqualTo(VolumeStatus.AVAILABLE);

        VolumeTransfer offer = ours.create(VolumeTransferSpec.of(volume).name(scratch.name("offer")));
        scratch.undo(() -> other.blockstorage().volumes().delete(volume.id()).join());
        assertThat(offer.authKey()).isNotNull();
        VolumeTransfer read = ours.get(offer);
        assertThat(read.authKey()).isNull();
        assertThat(read.accepted()).isFalse();
        assertThat(read.sourceProjectId()).isEqualTo(cloud.session().projectId());
        assertThat(read.noSnapshots()).isFalse();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> theirs.get(offer.id()))
                .withMessageContaining("Transfer " + offer.id() + " could not be found.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> theirs.accept(offer.id(), Secret.of("wrong")))
                .withMessageContaining("Attempt to transfer " + offer.id() + " with invalid auth key.");
        theirs.accept(offer.id(), offer.authKey());
        assertThat(other.blockstorage().volumes().get(volume.id()).projectId())
                .isEqualTo(other.session().projectId());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.blockstorage().volumes().get(volume));
    }

    @Test
    void aVolumeChangesHandsInTheOlderForm(Cloud cloud, @As("alt_demo") Cloud other, Scratch scratch) {
        VolumeTransfers ours = cloud.blockstorage().transfers().inOlderForm();
        VolumeTransfers theirs = other.blockstorage().transfers().inOlderForm();
        Volume volume = VolumesScenario.volume(cloud, scratch, "given");
        VolumeTransfer dropped = ours.create(VolumeTransferSpec.of(volume).name(scratch.name("dropped")));
        assertThat(ours.list().name(scratch.name("dropped")).one().id()).isEqualTo(dropped.id());
        assertThat(ours.get(dropped).volumeId()).isEqualTo(volume.id());
        ours.delete(dropped);
        VolumeTransfer offer = ours.create(VolumeTransferSpec.of(volume).name(scratch.name("offer")));
        scratch.undo(() -> other.blockstorage().volumes().delete(volume.id()).join());
        assertThat(theirs.accept(offer.id(), offer.authKey()).volumeId()).isEqualTo(volume.id());
        assertThat(other.blockstorage().volumes().get(volume.id()).projectId())
                .isEqualTo(other.session().projectId());
    }

    @Test
    void messagesTellWhatFailed(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        VolumeTypes types = admin.blockstorage().types();
        VolumeType nowhere =
                types.create(VolumeTypeSpec.named(scratch.name("nowhere")).extraSpec("volume_backend_name", "nowhere"));
        scratch.undo(() -> types.delete(nowhere));
        Volumes volumes = cloud.blockstorage().volumes();
        Pending<Volume> order =
                volumes.create(VolumeSpec.named(scratch.name("lost")).sizeGiB(1).type(nowhere.name()));
        scratch.undo(() -> volumes.delete(order.id()).join());
        assertThatExceptionOfType(ResourceFailed.class).isThrownBy(order::join);
        Messages messages = cloud.blockstorage().messages();
        Message told = messages.list()
                .resourceId(order.id())
                .resourceType("VOLUME")
                .eventId("VOLUME_VOLUME_001_003")
                .level("ERROR")
                .one();
        assertThat(told.text()).isEqualTo("schedule allocate volume:Could not find any available weighted backend.");
        assertThat(told.resourceId()).isEqualTo(order.id());
        assertThat(told.requestId()).startsWith("req-");
        assertThat(told.keptUntil()).isAfter(told.createdAt());
        assertThat(messages.get(told)).isEqualTo(told);
        assertThat(messages.list().requestId(told.requestId()).sortBy("id", Order.ASC).pageSize(1).stream()
                        .map(Message::id))
                .containsExactly(told.id());
        assertThat(messages.delete(told)).isEqualTo(new Deleted(told.id(), false));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> messages.get(told))
                .withMessageContaining("Message " + told.id() + " could not be found.");
    }

    @Test
    void theCloudTellsWhatItOffers(Cloud cloud) {
        assertThat(cloud.blockstorage().extensions().list().stream().map(Extension::alias))
                .contains("backups", "os-volume-manage", "qos-specs");
        assertThat(cloud.blockstorage().resourceFilters().list().stream().map(ResourceFilters::resource))
                .contains("volume", "backup", "group_snapshot");
        assertThat(cloud.blockstorage()
                        .resourceFilters()
                        .list()
                        .resource("group_snapshot")
                        .one()
                        .filters())
                .containsExactly("name", "status", "group_id");
        assertThat(cloud.blockstorage().resourceFilters().list().resource("cloud"))
                .isEmpty();
    }

    @Test
    void defaultsAreSetForAll(Cloud cloud, @As("admin") Cloud admin) {
        QuotaClasses classes = admin.blockstorage().quotaClasses();
        Quota before = classes.get("default");
        assertThat(before.volumes()).isPositive();
        Quota same = classes.update("default", new QuotaSpec().volumes(before.volumes()));
        assertThat(same.volumes()).isEqualTo(before.volumes());
        assertThat(classes.get("default").volumes()).isEqualTo(before.volumes());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage().quotaClasses().get("default"))
                .withMessageContaining("volume_extension:quota_classes:get");
    }

    @Test
    void servicesAreLookedAfter(Cloud cloud, @As("admin") Cloud admin) {
        HostServices services = admin.blockstorage().services();
        HostService scheduler = services.list().binary("cinder-scheduler").one();
        // A logger that nobody writes to, so that nothing changes for others.
        services.setLogLevels("cinder-scheduler", "cinder.objects.manageableresources", "WARNING");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> services.setLogLevels("cinder-scheduler", "cinder", "SHOUT"))
                .withMessageContaining("Invalid input received: SHOUT is not a valid log level.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage().services().logLevels("", ""))
                .withMessageContaining("volume_extension:services:update");
        CleanupResult cleaned = admin.blockstorage()
                .workers()
                .cleanUp(new CleanupSpec().host(scheduler.host()).binary("cinder-scheduler"));
        assertThat(cleaned.cleaning()).isEmpty();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage().workers().cleanUp(new CleanupSpec()))
                .withMessageContaining("workers:cleanup");
        for (Runnable change : List.<Runnable>of(
                () -> admin.blockstorage().clusters().enable("nowhere"),
                () -> admin.blockstorage().clusters().disable("nowhere", "for a test"))) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(change::run)
                    .withMessageContaining(
                            "Cluster {'binary': 'cinder-volume', 'name': 'nowhere'} could not be found.");
        }
    }
}

package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.HostService;
import io.github.openstackjvm.blockstorage.HostServices;
import io.github.openstackjvm.blockstorage.ProjectLimits;
import io.github.openstackjvm.blockstorage.Quota;
import io.github.openstackjvm.blockstorage.QuotaSpec;
import io.github.openstackjvm.blockstorage.Quotas;
import io.github.openstackjvm.blockstorage.StorageHost;
import io.github.openstackjvm.blockstorage.StorageHosts;
import io.github.openstackjvm.blockstorage.StoragePool;
import io.github.openstackjvm.blockstorage.StoragePools;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.blockstorage.VolumeTransfer;
import io.github.openstackjvm.blockstorage.VolumeTransferSpec;
import io.github.openstackjvm.blockstorage.VolumeTransfers;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
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
}

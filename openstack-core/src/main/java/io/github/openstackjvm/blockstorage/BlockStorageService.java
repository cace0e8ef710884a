package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.session.Microversion;

/** Block storage (Cinder): see the package for what it can do. */
public final class BlockStorageService {
    private final ApiBinder binder;

    /** For {@link io.github.openstackjvm.Cloud}. */
    @SuppressWarnings("exports") // only a cloud has the argument
    public BlockStorageService(ApiBinder binder) {
        this.binder = binder;
    }

    /** The same with exactly this microversion on every call, such as {@code 3.70}. */
    public BlockStorageService at(String microversion) {
        return new BlockStorageService(binder.at(Microversion.of(microversion)));
    }

    private Faults faults() {
        return new Faults(messages());
    }

    /** Disks that outlive servers. */
    public Volumes volumes() {
        return new Volumes(binder.bind(Volumes.Api.class), faults());
    }

    /** Volumes as they were at one moment. */
    public Snapshots snapshots() {
        return new Snapshots(binder.bind(Snapshots.Api.class), faults());
    }

    /** Copies of volumes in another store. */
    public Backups backups() {
        return new Backups(binder.bind(Backups.Api.class), faults());
    }

    /** What kinds of storage there are. */
    public VolumeTypes types() {
        return new VolumeTypes(binder.bind(VolumeTypes.Api.class));
    }

    /** Which type volumes have whose specification names none. */
    public DefaultVolumeTypes defaultTypes() {
        return new DefaultVolumeTypes(binder.bind(DefaultVolumeTypes.Api.class));
    }

    /** How fast volumes are: QoS specs. */
    public QosPolicies qosPolicies() {
        return new QosPolicies(binder.bind(QosPolicies.Api.class));
    }

    /** What the project may have, and has. */
    public Limits limits() {
        return new Limits(binder.bind(Limits.Api.class));
    }

    /** How much projects may have. */
    public Quotas quotas() {
        return new Quotas(binder.bind(Quotas.Api.class));
    }

    /** How much projects may have by default. */
    public QuotaClasses quotaClasses() {
        return new QuotaClasses(binder.bind(QuotaClasses.Api.class));
    }

    /** Volumes that are offered to other projects. */
    public VolumeTransfers transfers() {
        return new VolumeTransfers(binder.bind(VolumeTransfers.Api.class));
    }

    /** Who has which volume. */
    public Attachments attachments() {
        return new Attachments(binder.bind(Attachments.Api.class));
    }

    /** Volumes that are snapshot and replicated together. */
    public VolumeGroups groups() {
        return new VolumeGroups(binder.bind(VolumeGroups.Api.class), faults());
    }

    /** What kinds of groups there are. */
    public GroupTypes groupTypes() {
        return new GroupTypes(binder.bind(GroupTypes.Api.class));
    }

    /** All volumes of a group as they were at one moment. */
    public GroupSnapshots groupSnapshots() {
        return new GroupSnapshots(binder.bind(GroupSnapshots.Api.class), faults());
    }

    /** What failed in the background. */
    public Messages messages() {
        return new Messages(binder.bind(Messages.Api.class));
    }

    /** Where volumes can be. */
    public AvailabilityZones availabilityZones() {
        return new AvailabilityZones(binder.bind(AvailabilityZones.Api.class));
    }

    /** The services of Cinder on their hosts. */
    public HostServices services() {
        return new HostServices(binder.bind(HostServices.Api.class));
    }

    /** How much storage there is. */
    public StoragePools pools() {
        return new StoragePools(binder.bind(StoragePools.Api.class));
    }

    /** What storage backends can do. */
    public Capabilities capabilities() {
        return new Capabilities(binder.bind(Capabilities.Api.class));
    }

    /** How much projects have on which host. */
    public StorageHosts hosts() {
        return new StorageHosts(binder.bind(StorageHosts.Api.class));
    }

    /** Hosts that share a backend. */
    public StorageClusters clusters() {
        return new StorageClusters(binder.bind(StorageClusters.Api.class));
    }

    /** What services were doing when they went down. */
    public Workers workers() {
        return new Workers(binder.bind(Workers.Api.class));
    }

    /** Disks on backends that Cinder can take over. */
    public ManageableVolumes manageableVolumes() {
        return new ManageableVolumes(binder.bind(ManageableVolumes.Api.class), faults());
    }

    /** Snapshots on backends that Cinder can take over. */
    public ManageableSnapshots manageableSnapshots() {
        return new ManageableSnapshots(binder.bind(ManageableSnapshots.Api.class), faults());
    }

    /** By what users may filter lists. */
    public ResourceFilterLists resourceFilters() {
        return new ResourceFilterLists(binder.bind(ResourceFilterLists.Api.class));
    }

    /** Parts of the API. */
    public Extensions extensions() {
        return new Extensions(binder.bind(Extensions.Api.class));
    }
}

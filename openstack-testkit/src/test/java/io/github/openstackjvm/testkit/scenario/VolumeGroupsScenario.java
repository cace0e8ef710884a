package io.github.openstackjvm.testkit.scenario;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.GroupCopySpec;
import io.github.openstackjvm.blockstorage.GroupSnapshot;
import io.github.openstackjvm.blockstorage.GroupSnapshotSpec;
import io.github.openstackjvm.blockstorage.GroupSnapshots;
import io.github.openstackjvm.blockstorage.GroupStatus;
import io.github.openstackjvm.blockstorage.GroupType;
import io.github.openstackjvm.blockstorage.GroupTypeSpec;
import io.github.openstackjvm.blockstorage.GroupTypes;
import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeGroup;
import io.github.openstackjvm.blockstorage.VolumeGroupSpec;
import io.github.openstackjvm.blockstorage.VolumeGroups;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.KeyValues;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class VolumeGroupsScenario {
    private static final String NONE = "11111111-1111-4111-8111-111111111111";

    private static GroupType type(Cloud admin, Scratch scratch) {
        GroupTypes types = admin.blockstorage().groupTypes();
        GroupType made = types.create(GroupTypeSpec.named(scratch.name("type")));
        scratch.undo(() -> types.delete(made));
        return made;
    }

    private static VolumeGroup group(Cloud cloud, Scratch scratch, Pending<VolumeGroup> order) {
        scratch.undo(() ->
                cloud.blockstorage().groups().deleteWithVolumes(order.id()).join());
        return order.join();
    }

    private static VolumeGroup group(Cloud cloud, Scratch scratch, GroupType type, String name) {
        return group(
                cloud,
                scratch,
                cloud.blockstorage()
                        .groups()
                        .create(VolumeGroupSpec.named(scratch.name(name))
                                .description("for a test")
                                .type(type)
                                .volumeType("files1")
                                .availabilityZone("nova")));
    }

    private static GroupSnapshot snapshot(Cloud cloud, Scratch scratch, VolumeGroup group, String name) {
        GroupSnapshots snapshots = cloud.blockstorage().groupSnapshots();
        Pending<GroupSnapshot> order =
                snapshots.create(GroupSnapshotSpec.of(group).name(scratch.name(name)));
        scratch.undo(() -> snapshots.delete(order.id()).join());
        return order.join();
    }

    /** A volume that leaves with its group. */
    private static Volume member(Cloud cloud, Scratch scratch, VolumeGroup group, String name) {
        return cloud.blockstorage()
                .volumes()
                .create(VolumeSpec.named(scratch.name(name))
                        .sizeGiB(1)
                        .type("files1")
                        .group(group))
                .join();
    }

    private static List<String> volumes(Cloud cloud, VolumeGroup group) {
        return cloud.blockstorage()
                .groups()
                .list()
                .withVolumes()
                .name(String.valueOf(group.name()))
                .one()
                .volumeIds();
    }

    @Test
    void aTypeIsMadeReadChangedAndDeleted(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        GroupTypes types = admin.blockstorage().groupTypes();
        GroupTypes ours = cloud.blockstorage().groupTypes();
        String name = scratch.name("type");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ours.create(GroupTypeSpec.named(name)))
                .withMessageContaining("Policy doesn't allow group:group_types:create to be performed.");
        GroupType made = types.create(GroupTypeSpec.named(name)
                .description("for a test")
                .isPublic(false)
                .spec("a", "1"));
        scratch.undo(() -> types.delete(made));
        assertThat(made.isPublic()).isFalse();
        assertThat(made.specs()).isEqualTo(Map.of("a", "1"));
        assertThat(types.get(made)).isEqualTo(made);
        assertThat(types.named(name).description()).isEqualTo("for a test");
        assertThat(ours.find(name)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> ours.get(made))
                .withMessageContaining("Group type " + made.id() + " could not be found.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> types.create(GroupTypeSpec.named(name)))
                .withMessageContaining("Group Type " + name + " already exists.");

        GroupType changed = types.update(
                made,
                types.changes()
                        .name(scratch.name("renamed"))
                        .description("changed")
                        .isPublic(true));
        assertThat(changed.name()).isEqualTo(scratch.name("renamed"));
        assertThat(changed.description()).isEqualTo("changed");
        assertThat(ours.get(made).specs()).isEmpty();
        assertThat(types.list().isPublic(true).sortBy("name", Order.ASC).pageSize(1).stream()
                        .map(GroupType::id))
                .contains(made.id());
        assertThat(types.list().isPublic(false).stream().map(GroupType::id)).doesNotContain(made.id());

        KeyValues specs = types.specs(made);
        assertThat(specs.merge(Map.of("b", "2"))).containsEntry("b", "2");
        specs.set("b", "3");
        assertThat(specs.get("b")).contains("3");
        assertThat(specs.get("c")).isEmpty();
        assertThat(specs.all()).isEqualTo(Map.of("a", "1", "b", "3"));
        specs.remove("b");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> specs.remove("b"))
                .withMessageContaining("Group Type " + made.id() + " has no specs with key b.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ours.specs(made).all())
                .withMessageContaining("group:group_types_specs:get_all");

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(types::byDefault)
                .withMessageContaining("Default group type can not be found.");
        assertThat(types.delete(made)).isEqualTo(new Deleted(made.id(), false));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> types.get(made));
    }

    @Test
    void volumesComeToAGroupAndLeaveIt(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        VolumeGroups groups = cloud.blockstorage().groups();
        GroupType type = type(admin, scratch);
        VolumeGroup made = group(cloud, scratch, type, "group");
        assertThat(made.status()).isEqualTo(GroupStatus.AVAILABLE);
        assertThat(made.typeId()).isEqualTo(type.id());
        assertThat(made.volumeTypeIds())
                .containsExactly(cloud.blockstorage().types().named("files1").id());
        assertThat(made.availabilityZone()).isEqualTo("nova");
        assertThat(made.replicationStatus()).isEqualTo("disabled");
        assertThat(made.sourceGroupId()).isNull();
        assertThat(made.projectId()).isNull();
        assertThat(admin.blockstorage().groups().get(made.id()).projectId())
                .isEqualTo(cloud.session().projectId());
        assertThat(groups.named(made.name())).isEqualTo(made);

        Volume born = member(cloud, scratch, made, "born");
        assertThat(born.groupId()).isEqualTo(made.id());
        assertThat(volumes(cloud, made)).containsExactly(born.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> cloud.blockstorage().volumes().delete(born))
                .withMessageContaining("belong to a group");
        Volume joining = VolumesScenario.volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("joining")).sizeGiB(1).type("files1"));
        VolumeGroup changed = groups.update(
                        made,
                        groups.changes()
                                .name(scratch.name("renamed"))
                                .description("changed")
                                .addVolumes(joining.id()))
                .join();
        assertThat(changed.name()).isEqualTo(scratch.name("renamed"));
        assertThat(volumes(cloud, changed)).containsExactlyInAnyOrder(born.id(), joining.id());
        groups.update(made, groups.changes().removeVolumes(joining.id())).join();
        assertThat(cloud.blockstorage().volumes().get(joining).groupId()).isNull();

        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.update(made, groups.changes().removeVolumes(joining.id())))
                .withMessageContaining("Invalid volume: Cannot remove volume " + joining.id() + " from group "
                        + made.id() + " because it is not in the group.");
        Volume stranger = VolumesScenario.volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("stranger")).sizeGiB(1).type("files2"));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.update(made, groups.changes().addVolumes(stranger.id())))
                .withMessageContaining("because volume type " + stranger.typeId() + " is not supported by the group.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.update(made, groups.changes().addVolumes(NONE)))
                .withMessageContaining("because volume cannot be found.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.update(made, groups.changes().description("changed")))
                .withMessageContaining("Invalid Group: Cannot update group " + made.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> admin.blockstorage().groupTypes().delete(type))
                .withMessageContaining("Target group type is still in use.");

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> groups.delete(made))
                .withMessageContaining("Group " + made.id()
                        + " still contains volumes. The delete-volumes flag is required to delete it.");
        assertThat(groups.deleteWithVolumes(made).join()).isEqualTo(new Deleted(made.id(), false));
        assertThat(cloud.blockstorage().volumes().find(born.name())).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> groups.get(made))
                .withMessageContaining("Group " + made.id() + " could not be found.");
    }

    @Test
    void aGroupIsSnapshotAndCopied(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        VolumeGroups groups = cloud.blockstorage().groups();
        GroupSnapshots snapshots = cloud.blockstorage().groupSnapshots();
        VolumeGroup origin = group(cloud, scratch, type(admin, scratch), "origin");
        Volume volume = member(cloud, scratch, origin, "member");
        GroupSnapshot taken = snapshot(cloud, scratch, origin, "taken");
        assertThat(taken.status()).isEqualTo(GroupStatus.AVAILABLE);
        assertThat(taken.groupId()).isEqualTo(origin.id());
        assertThat(taken.typeId()).isEqualTo(origin.typeId());
        assertThat(snapshots.get(taken)).isEqualTo(taken);
        Snapshot part = cloud.blockstorage().snapshots().list().volume(volume).one();
        assertThat(part.groupSnapshotId()).isEqualTo(taken.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> cloud.blockstorage().snapshots().delete(part))
                .withMessageContaining("must not be part of a group");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> groups.deleteWithVolumes(origin))
                .withMessageContaining("Group has existing snapshots.");

        VolumeGroup ofSnapshot = group(
                cloud,
                scratch,
                groups.copy(GroupCopySpec.named(scratch.name("of-snapshot")).fromSnapshot(taken.name())));
        assertThat(ofSnapshot.groupSnapshotId()).isEqualTo(taken.id());
        assertThat(cloud.blockstorage()
                        .volumes()
                        .list()
                        .groupId(ofSnapshot.id())
                        .one()
                        .snapshotId())
                .isEqualTo(part.id());
        VolumeGroup ofGroup = group(
                cloud,
                scratch,
                groups.copy(GroupCopySpec.named(scratch.name("of-group")).fromGroup(origin)));
        assertThat(ofGroup.sourceGroupId()).isEqualTo(origin.id());
        assertThat(cloud.blockstorage()
                        .volumes()
                        .list()
                        .groupId(ofGroup.id())
                        .one()
                        .sourceVolumeId())
                .isEqualTo(volume.id());

        assertThat(snapshots.delete(taken).join()).isEqualTo(new Deleted(taken.id(), false));
        assertThat(cloud.blockstorage().snapshots().list().volume(volume)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> snapshots.get(taken))
                .withMessageContaining("GroupSnapshot " + taken.id() + " could not be found.");
    }

    @Test
    void listsGoOnByMarkersAndKeepTheirDetails(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        VolumeGroups groups = cloud.blockstorage().groups();
        GroupType type = type(admin, scratch);
        VolumeGroup first = group(cloud, scratch, type, "a");
        VolumeGroup second = group(cloud, scratch, type, "b");
        assertThat(groups.list().sortBy("name", Order.DESC).pageSize(1).stream()
                        .filter(one -> scratch.owns(one.name())))
                .containsExactly(second, first);
        assertThat(groups.list().name(scratch.name("a")).one()).isEqualTo(first);
        assertThat(admin.blockstorage().groups().list().allProjects().stream().map(VolumeGroup::id))
                .contains(first.id(), second.id());
        assertThat(admin.blockstorage().groups().list().stream().map(VolumeGroup::id))
                .doesNotContain(first.id());
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.list().with("colour", "blue").toList())
                .withMessageContaining("Invalid filters colour are found in query options.");

        member(cloud, scratch, first, "member");
        GroupSnapshots snapshots = cloud.blockstorage().groupSnapshots();
        GroupSnapshot older = snapshot(cloud, scratch, first, "older");
        GroupSnapshot newer = snapshot(cloud, scratch, first, "newer");
        assertThat(snapshots.list().group(first).sortBy("name", Order.ASC).pageSize(1))
                .containsExactly(newer, older);
        assertThat(snapshots.list().group(second.name())).isEmpty();
        assertThat(snapshots
                        .list()
                        .status(GroupStatus.AVAILABLE)
                        .name(scratch.name("older"))
                        .one())
                .isEqualTo(older);
    }

    @Test
    void administratorsDeclareStatuses(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        VolumeGroups ours = cloud.blockstorage().groups();
        VolumeGroups theirs = admin.blockstorage().groups();
        VolumeGroup group = group(cloud, scratch, type(admin, scratch), "reset");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ours.resetStatus(group, GroupStatus.ERROR))
                .withMessageContaining("Policy doesn't allow group:reset_status to be performed.");
        theirs.resetStatus(group.id(), GroupStatus.UPDATING);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ours.delete(group))
                .withMessageContaining("Group status must be available or error, but current status is: updating");
        theirs.resetStatus(group.id(), GroupStatus.AVAILABLE);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> theirs.resetStatus(group.id(), new GroupStatus("sleepy")))
                .withMessageContaining("Invalid Group Status: Group status: sleepy is invalid, valid status are: "
                        + "('error', 'available', 'creating', 'deleting', 'deleted', 'updating', 'in-use', "
                        + "'error_deleting').");

        GroupSnapshots snapshots = cloud.blockstorage().groupSnapshots();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> snapshots.create(GroupSnapshotSpec.of(group)))
                .withMessageContaining("Source group cannot be empty or in 'creating' or 'updating' state.");
        member(cloud, scratch, group, "member");
        GroupSnapshot taken = snapshot(cloud, scratch, group, "reset");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> snapshots.resetStatus(taken, GroupStatus.ERROR))
                .withMessageContaining("Policy doesn't allow group:reset_group_snapshot_status to be performed.");
        admin.blockstorage().groupSnapshots().resetStatus(taken.id(), GroupStatus.CREATING);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> snapshots.delete(taken))
                .withMessageContaining("GroupSnapshot status must be available or error");
        admin.blockstorage().groupSnapshots().resetStatus(taken.id(), GroupStatus.ERROR);
        assertThat(snapshots.get(taken).status()).isEqualTo(GroupStatus.ERROR);
    }

    @Test
    void whatCannotBeIsRefused(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        VolumeGroups groups = cloud.blockstorage().groups();
        GroupType type = type(admin, scratch);
        VolumeGroup empty = group(cloud, scratch, type, "empty");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() ->
                        groups.copy(GroupCopySpec.named(scratch.name("copy")).fromGroup(empty)))
                .withMessageContaining("Invalid Group: Source Group is empty. No group will be created.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.copy(GroupCopySpec.named(scratch.name("copy"))))
                .withMessageContaining("is not valid under any of the given schemas");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.create(VolumeGroupSpec.named(scratch.name("moon"))
                        .type(type)
                        .volumeType("files1")
                        .availabilityZone("moon")))
                .withMessageContaining("Availability zone 'moon' is invalid.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.create(VolumeGroupSpec.named(scratch.name("reserved"))
                        .type("default_cgsnapshot_type")
                        .volumeType("files1")))
                .withMessageContaining("is reserved for migrating CGs to groups.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> cloud.blockstorage()
                        .volumes()
                        .create(VolumeSpec.named(scratch.name("untyped"))
                                .sizeGiB(1)
                                .group(empty)))
                .withMessageContaining("volume_type must be provided when creating a volume in a group.");
        for (Runnable replication : List.<Runnable>of(
                () -> groups.replicationTargets(empty),
                () -> groups.enableReplication(empty),
                () -> groups.disableReplication(empty),
                () -> groups.failOver(empty, "elsewhere", false))) {
            assertThatExceptionOfType(BadRequest.class)
                    .isThrownBy(replication::run)
                    .withMessageContaining(
                            "Invalid group type: Group " + empty.id() + " is not a replication group type.");
        }
    }
}

package io.github.openstackjvm.testkit.scenario;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.DefaultVolumeTypes;
import io.github.openstackjvm.blockstorage.QosAssociation;
import io.github.openstackjvm.blockstorage.QosConsumer;
import io.github.openstackjvm.blockstorage.QosPolicies;
import io.github.openstackjvm.blockstorage.QosPolicy;
import io.github.openstackjvm.blockstorage.QosPolicySpec;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeType;
import io.github.openstackjvm.blockstorage.VolumeTypeAccess;
import io.github.openstackjvm.blockstorage.VolumeTypeEncryption;
import io.github.openstackjvm.blockstorage.VolumeTypeEncryptionSpec;
import io.github.openstackjvm.blockstorage.VolumeTypeSpec;
import io.github.openstackjvm.blockstorage.VolumeTypes;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.KeyValues;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class VolumeTypesScenario {

    private static VolumeType type(Cloud admin, Scratch scratch, VolumeTypeSpec spec) {
        VolumeTypes types = admin.blockstorage().types();
        VolumeType made = types.create(spec);
        scratch.undo(() -> types.delete(made));
        return made;
    }

    @Test
    void aTypeIsMadeReadChangedAndDeleted(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        VolumeTypes types = admin.blockstorage().types();
        String name = scratch.name("type");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage().types().create(VolumeTypeSpec.named(name)))
                .withMessageContaining("volume_extension:type_create");
        VolumeType made = type(
                admin,
                scratch,
                VolumeTypeSpec.named(name).description("for a test").extraSpec("volume_backend_name", "files1"));
        assertThat(made.isPublic()).isTrue();
        assertThat(types.get(made).extraSpecs()).isEqualTo(Map.of("volume_backend_name", "files1"));
        assertThat(cloud.blockstorage().types().named(name).extraSpecs()).isEmpty();
        assertThat(types.list().extraSpecs(Map.of("volume_backend_name", "files1")).stream()
                        .map(VolumeType::name))
                .contains("files1", name);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> types.create(VolumeTypeSpec.named(name)))
                .withMessageContaining("Volume Type " + name + " already exists.");

        VolumeType changed =
                types.update(made, types.changes().name(scratch.name("renamed")).description("changed"));
        assertThat(changed.name()).isEqualTo(scratch.name("renamed"));

        KeyValues specs = types.extraSpecs(made);
        assertThat(specs.merge(Map.of("x:a", "1", "x:b", "2"))).isEqualTo(Map.of("x:a", "1", "x:b", "2"));
        specs.set("x:a", "3");
        assertThat(specs.get("x:a")).contains("3");
        assertThat(specs.get("x:c")).isEmpty();
        specs.remove("x:b");
        assertThat(specs.all()).isEqualTo(Map.of("volume_backend_name", "files1", "x:a", "3"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> specs.remove("x:b"))
                .withMessageContaining("has no extra specs with key x:b.");

        Volume volume = VolumesScenario.volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("volume")).sizeGiB(1).type(changed.name()));
        assertThat(volume.typeId()).isEqualTo(made.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> specs.set("x:a", "4"))
                .withMessageContaining("Volume Type is currently in use.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> types.delete(made))
                .withMessageContaining("Target volume type is still in use.");
        cloud.blockstorage().volumes().delete(volume).join();
        types.delete(made);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> types.get(made))
                .withMessageContaining("Volume type " + made.id() + " could not be found.");
    }

    @Test
    void accessIsGrantedAndTaken(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        VolumeTypes types = admin.blockstorage().types();
        String project = cloud.session().projectId();
        VolumeType made = type(
                admin, scratch, VolumeTypeSpec.named(scratch.name("private")).isPublic(false));
        assertThat(types.list().isPublic(false).stream().map(VolumeType::id)).contains(made.id());
        assertThat(cloud.blockstorage().types().find(made.name())).isEmpty();
        assertThat(types.access(made)).isEmpty();
        types.addAccess(made, project);
        assertThat(types.access(made)).extracting(VolumeTypeAccess::projectId).containsExactly(project);
        assertThat(cloud.blockstorage().types().named(made.name()).id()).isEqualTo(made.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> types.addAccess(made, project))
                .withMessageContaining("combination already exists.");
        types.removeAccess(made, project);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> types.removeAccess(made, project))
                .withMessageContaining("Volume type access not found for");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> types.access(types.named("files1")))
                .withMessageContaining("Access list not available for public volume types.");
    }

    @Test
    void volumesOfATypeAreEncrypted(@As("admin") Cloud admin, Scratch scratch) {
        VolumeTypes types = admin.blockstorage().types();
        VolumeType made = type(admin, scratch, VolumeTypeSpec.named(scratch.name("encrypted")));
        assertThat(types.encryption(made)).isEmpty();
        types.encrypt(
                made,
                new VolumeTypeEncryptionSpec()
                        .provider("luks")
                        .cipher("aes-xts-plain64")
                        .keySizeBits(256)
                        .byHypervisor());
        VolumeTypeEncryption read = types.encryption(made).orElseThrow();
        assertThat(read.provider()).isEqualTo("luks");
        assertThat(read.keySizeBits()).isEqualTo(256);
        assertThat(read.controlLocation()).isEqualTo("front-end");
        assertThat(read.typeId()).isEqualTo(made.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> types.encrypt(
                        made, new VolumeTypeEncryptionSpec().provider("luks").byHypervisor()))
                .withMessageContaining("Volume type encryption for type " + made.id() + " already exists.");
        types.changeEncryption(
                made, new VolumeTypeEncryptionSpec.Update().keySizeBits(512).byStorage());
        assertThat(types.encryption(made).orElseThrow().keySizeBits()).isEqualTo(512);
        types.removeEncryption(made);
        assertThat(types.encryption(made)).isEmpty();
    }

    @Test
    void aProjectHasItsDefault(Cloud cloud, @As("admin") Cloud admin, @As("alt_demo") Cloud other) {
        DefaultVolumeTypes defaults = admin.blockstorage().defaultTypes();
        String project = other.session().projectId();
        assertThat(cloud.blockstorage().types().byDefault().name()).isEqualTo("__DEFAULT__");
        try {
            assertThat(defaults.set(project, "files2").projectId()).isEqualTo(project);
            assertThat(defaults.get(project).typeId())
                    .isEqualTo(admin.blockstorage().types().named("files2").id());
            assertThat(defaults.list().stream().map(one -> one.projectId())).contains(project);
            assertThat(other.blockstorage().types().byDefault().name()).isEqualTo("files2");
        } finally {
            defaults.delete(project);
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> defaults.get(project))
                .withMessageContaining("Default type for project " + project + " not found.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> defaults.set(project, "no such type"))
                .withMessageContaining("no such type");
    }

    @Test
    void typesAreHeldToAPolicy(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        QosPolicies policies = admin.blockstorage().qosPolicies();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage().qosPolicies().list().toList())
                .withMessageContaining("volume_extension:qos_specs_manage:get_all");
        QosPolicy made = policies.create(QosPolicySpec.named(scratch.name("slow"))
                .consumer(QosConsumer.FRONT_END)
                .limit("read_iops_sec", "100"));
        scratch.undo(() -> policies.forceDelete(made));
        assertThat(made.consumer()).isEqualTo(QosConsumer.FRONT_END);
        assertThat(made.specs()).isEqualTo(Map.of("read_iops_sec", "100"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> policies.create(QosPolicySpec.named(made.name())))
                .withMessageContaining("already exists.");
        policies.update(made, policies.changes().limit("write_iops_sec", "50").consumer(QosConsumer.BOTH));
        policies.removeLimits(made, List.of("read_iops_sec"));
        QosPolicy changed = policies.get(made);
        assertThat(changed.consumer()).isEqualTo(QosConsumer.BOTH);
        assertThat(changed.specs()).isEqualTo(Map.of("write_iops_sec", "50"));
        assertThat(policies.named(made.name()).id()).isEqualTo(made.id());

        VolumeType type = type(admin, scratch, VolumeTypeSpec.named(scratch.name("held")));
        policies.associate(made, type.id());
        assertThat(policies.associations(made)).extracting(QosAssociation::id).containsExactly(type.id());
        assertThat(admin.blockstorage().types().get(type).qosPolicyId()).isEqualTo(made.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> policies.delete(made))
                .withMessageContaining("Qos specs still in use.");
        policies.disassociate(made, type.id());
        assertThat(policies.associations(made)).isEmpty();
        policies.associate(made, type.id());
        policies.disassociateAll(made);
        policies.delete(made);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> policies.get(made))
                .withMessageContaining("No such QoS spec " + made.id() + ".");
    }
}

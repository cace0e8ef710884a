package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.KeypairType;
import io.github.openstackjvm.compute.Keypairs;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class KeypairsScenario {
    static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBhHlEDMlvFdRyJ5ZOjx6mJmbYpYH3rJyUwP1pGCXUmv scenario";

    @Test
    void aGeneratedPairShowsItsPrivateKeyOnce(Cloud cloud, Scratch scratch) {
        Keypairs keypairs = cloud.compute().keypairs();
        String name = scratch.name("generated");
        scratch.undo(() -> keypairs.delete(name));

        Keypair made = keypairs.create(KeypairSpec.named(name));
        assertThat(made.name()).isEqualTo(name);
        assertThat(made.type()).isEqualTo(KeypairType.SSH);
        assertThat(made.publicKey()).startsWith("ssh-rsa ");
        assertThat(made.privateKey()).isNotNull();
        assertThat(made.privateKey().reveal()).contains("PRIVATE KEY");
        assertThat(made.toString()).doesNotContain("PRIVATE KEY");

        Keypair read = keypairs.get(name);
        assertThat(read.fingerprint()).isEqualTo(made.fingerprint());
        assertThat(read.privateKey()).isNull();
        assertThat(read.userId()).isEqualTo(cloud.session().userId());
        assertThat(read.createdAt()).isNotNull();
    }

    @Test
    void anImportedKeyIsListedFoundAndDeleted(Cloud cloud, Scratch scratch) {
        Keypairs keypairs = cloud.compute().keypairs();
        String name = scratch.name("imported");
        scratch.undo(() -> keypairs.delete(name));
        Keypair made = keypairs.create(keypairs.spec().name(name).publicKey(KEY).type(KeypairType.SSH));
        assertThat(made.publicKey()).isEqualTo(KEY);
        assertThat(made.privateKey()).isNull();

        assertThat(keypairs.list().stream().map(Keypair::name)).contains(name);
        assertThat(keypairs.list().pageSize(1).stream().map(Keypair::name)).contains(name);
        assertThat(keypairs.find(name)).map(Keypair::fingerprint).contains(made.fingerprint());
        assertThat(keypairs.named(name).id()).isEqualTo(name);
        assertThat(keypairs.delete(made).wasGone()).isFalse();
        assertThat(keypairs.find(name)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> keypairs.delete(Ref.id(name)))
                .withMessageContaining(name);
    }

    @Test
    void pagesOfOneFindTheSameAsOnePage(Cloud cloud, Scratch scratch) {
        Keypairs keypairs = cloud.compute().keypairs();
        for (String each : List.of("a", "b", "c")) {
            String name = scratch.name(each);
            scratch.undo(() -> keypairs.delete(name));
            keypairs.create(KeypairSpec.named(name).publicKey(KEY));
        }
        List<String> all = keypairs.list().stream().map(Keypair::name).toList();
        assertThat(all).contains(scratch.name("a"), scratch.name("b"), scratch.name("c"));
        assertThat(keypairs.list().pageSize(1).stream().map(Keypair::name)).containsExactlyElementsOf(all);
        assertThat(keypairs.list().toList(2)).hasSize(2);
        assertThat(keypairs.list().pages()).hasSize(1);
        assertThat(keypairs.list().count()).isEqualTo(all.size());
    }

    @Test
    void theCloudsRefusalsAreTyped(Cloud cloud, Scratch scratch) {
        Keypairs keypairs = cloud.compute().keypairs();
        String name = scratch.name("twice");
        scratch.undo(() -> keypairs.delete(name));
        keypairs.create(KeypairSpec.named(name).publicKey(KEY));

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> keypairs.create(KeypairSpec.named(name).publicKey(KEY)))
                .withMessageContaining("Key pair '" + name + "' already exists.")
                .matches(refusal -> refusal.reason() == Conflict.Reason.EXISTS)
                .matches(refusal -> refusal.context().requestId() != null);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() ->
                        keypairs.create(KeypairSpec.named(scratch.name("bad")).publicKey("nonsense")))
                .withMessageContaining("Keypair data is invalid");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> keypairs.get("no such key"))
                .withMessageContaining("Keypair no such key not found");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> keypairs.ofUser("somebody-else").list().toList());
    }

    @Test
    void theMicroversionFollowsWhatIsAsked(Cloud cloud) {
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> cloud.compute().at("2.92").keypairs().create(KeypairSpec.named("never sent")))
                .withMessage(
                        "The microversion 2.92 is pinned, but a keypair without 'public_key' exists only up to 2.91."
                                + " Pin that one or an earlier one");
        assertThat(cloud.compute().at("2.1").keypairs().list().toList()).allMatch(one -> one.type() == null);
    }

    @Test
    void anAdministratorKeepsKeysForOthers(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        String user = cloud.session().userId();
        Keypairs theirs = admin.compute().keypairs().ofUser(user);
        String name = scratch.name("for-demo");
        scratch.undo(() -> theirs.delete(name));

        admin.compute().keypairs().create(KeypairSpec.named(name).publicKey(KEY).userId(user));
        assertThat(theirs.list().stream().map(Keypair::name)).contains(name);
        assertThat(theirs.get(name).userId()).isEqualTo(user);
        assertThat(cloud.compute().keypairs().get(name).publicKey()).isEqualTo(KEY);
        theirs.delete(name);
        assertThat(cloud.compute().keypairs().find(name)).isEmpty();
    }
}

package io.github.openstackjvm.testkit.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.QuotaExceeded;
import io.github.openstackjvm.objectstore.AccessRule;
import io.github.openstackjvm.objectstore.AccountUpdate;
import io.github.openstackjvm.objectstore.Container;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.Containers;
import io.github.openstackjvm.objectstore.StorageAccount;
import io.github.openstackjvm.objectstore.StoreInfo;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class ContainersScenario {

    @Test
    void aContainerIsMadeChangedAndDeleted(Cloud cloud, Scratch scratch) {
        Containers containers = cloud.objectstore().containers();
        String name = scratch.name("photos");
        new Shelf(cloud, scratch)
                .container(ContainerSpec.named(name)
                        .metadata("Color", "blue")
                        .metadata("note", "ä€ 1")
                        .publicRead()
                        .allowOrigins("https://a.example", "https://b.example")
                        .exposeHeaders("X-One", "X-Two")
                        .corsMaxAge(Duration.ofMinutes(5)));
        Container made = containers.get(name);
        assertThat(made.name()).isEqualTo(name);
        assertThat(made.metadata()).isEqualTo(Map.of("color", "blue", "note", "ä€ 1"));
        assertThat(made.readAcl()).isEqualTo(".r:*,.rlistings");
        assertThat(made.isPublic()).isTrue();
        assertThat(made.writeAcl()).isNull();
        assertThat(made.objectCount()).isZero();
        assertThat(made.bytesUsed()).isZero();
        assertThat(made.storagePolicy()).isEqualTo("Policy-0");
        assertThat(made.createdAt()).isNotNull();
        assertThat(made.lastModified()).isNotNull();
        assertThat(made.allowOrigin()).isEqualTo("https://a.example https://b.example");
        assertThat(made.exposeHeaders()).isEqualTo("X-One X-Two");
        assertThat(made.corsMaxAge()).isEqualTo(300);

        containers.create(ContainerSpec.named(name).metadata("size", "1"));
        containers.update(
                made,
                containers
                        .changes()
                        .metadata("Color", "red")
                        .removeMetadata("Note")
                        .readableBy()
                        .writableBy(AccessRule.project("0a1b")));
        Container changed = containers.get(made);
        assertThat(changed.metadata()).isEqualTo(Map.of("color", "red", "size", "1"));
        assertThat(changed.readAcl()).isNull();
        assertThat(changed.isPublic()).isFalse();
        assertThat(changed.writeAcl()).isEqualTo("0a1b:*");
        assertThat(changed.createdAt()).isEqualTo(made.createdAt());

        assertThat(containers.find(name)).contains(changed);
        assertThat(containers.named(name)).isEqualTo(changed);
        assertThat(containers.get(Ref.name(name))).isEqualTo(changed);
        assertThat(containers.find(scratch.name("none"))).isEmpty();
        assertThat(containers.delete(name).wasGone()).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> containers.get(name));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> containers.delete(name));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> containers.update(name, containers.changes().metadata("a", "b")));
    }

    @Test
    void containersAreListedByName(Cloud cloud, Scratch scratch) {
        Containers containers = cloud.objectstore().containers();
        Shelf shelf = new Shelf(cloud, scratch);
        for (String each : List.of("a", "b-1", "b-2", "c ü%2F?", "d")) {
            shelf.container(each);
        }
        String prefix = scratch.name("");
        Containers.Query all = containers.list().prefix(prefix);
        List<String> names = List.of("a", "b-1", "b-2", "c ü%2F?", "d");
        assertThat(names(all, prefix)).isEqualTo(names);
        assertThat(names(all.pageSize(2), prefix)).isEqualTo(names);
        assertThat(names(all.reverse().pageSize(2), prefix)).containsExactly("d", "c ü%2F?", "b-2", "b-1", "a");
        assertThat(names(all.after(prefix + "b-1"), prefix)).containsExactly("b-2", "c ü%2F?", "d");
        assertThat(names(all.after(prefix + "a").before(prefix + "c"), prefix)).containsExactly("b-1", "b-2");
        List<Container> cut = all.prefix(prefix + "b").delimiter("-").toList();
        assertThat(cut).extracting(Container::folder).containsExactly(prefix + "b-");
        assertThat(all.first().map(Container::name)).contains(prefix + "a");
        assertThat(all.toList(2)).hasSize(2);
        assertThat(containers.get(prefix + "c ü%2F?").name()).isEqualTo(prefix + "c ü%2F?");
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> containers.delete("a/b"));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> containers.delete(""));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> containers.get(".."));
    }

    private static List<String> names(Containers.Query query, String prefix) {
        return query.stream()
                .map(each -> each.name().substring(prefix.length()))
                .toList();
    }

    @Test
    void whatCannotBeIsRefused(Cloud cloud, Scratch scratch) {
        Containers containers = cloud.objectstore().containers();
        StoredObjects objects = new Shelf(cloud, scratch).container("full");
        String name = objects.container();
        objects.put("o", Content.of("x"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> containers.delete(name))
                .matches(refusal -> refusal.reason() == Conflict.Reason.IN_USE)
                .withMessageContaining("There was a conflict when trying to complete your request.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> containers.create(
                        ContainerSpec.named(scratch.name("policy")).storagePolicy("nope")))
                .withMessageContaining("Invalid X-Storage-Policy 'nope'");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> containers.create(ContainerSpec.named("c".repeat(257))))
                .withMessageContaining("Container name length of 257 longer than 256");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> containers.update(name, containers.changes().readableBy(".x:*")))
                .withMessageContaining("Unknown designator '.x' in ACL: '.x:*'");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> containers.update(name, containers.changes().writableBy(AccessRule.everybody())))
                .withMessageContaining("Referrers not allowed in write ACL: '.r:*'");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> containers.update(name, containers.changes().metadata("long", "v".repeat(257))))
                .withMessageContaining("Metadata value longer than 256: x-container-meta-");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> containers.update(
                        name, containers.changes().syncTo("ftp://elsewhere/v1/a/c", Secret.of("key"))))
                .withMessageContaining("Invalid scheme 'ftp' in X-Container-Sync-To");
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> containers.changes().metadata("two words", "x"))
                .withMessageContaining("two words");
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> containers.create(new ContainerSpec()));
    }

    @Test
    void aContainerHoldsNoMoreThanItsQuotas(Cloud cloud, Scratch scratch) {
        Containers containers = cloud.objectstore().containers();
        StoredObjects objects = new Shelf(cloud, scratch)
                .container(ContainerSpec.named(scratch.name("small")).quotaBytes(10));
        Container made = containers.get(objects.container());
        assertThat(made.quotaBytes()).isEqualTo(10);
        assertThat(made.metadata()).isEmpty();
        assertThatExceptionOfType(QuotaExceeded.class)
                .isThrownBy(() -> objects.put("large", Content.of("12345678901")))
                .withMessageContaining("Upload exceeds quota.");
        objects.put("a", Content.of("1"));
        objects.put("b", Content.of("1"));
        // Swift remembers for a while how much there is; a change of the container makes it look again.
        containers.update(objects.container(), containers.changes().quotaCount(2));
        assertThat(containers.get(objects.container()).quotaCount()).isEqualTo(2);
        assertThatExceptionOfType(QuotaExceeded.class).isThrownBy(() -> objects.put("c", Content.of("1")));
        containers.update(objects.container(), containers.changes().removeQuotas());
        objects.put("c", Content.of("12345678901"));
        Container full = containers.get(objects.container());
        assertThat(full.quotaBytes()).isNull();
        assertThat(full.objectCount()).isEqualTo(3);
        assertThat(full.bytesUsed()).isEqualTo(13);
    }

    @Test
    void otherProjectsMayDoWhatTheListsSay(Cloud cloud, @As("admin") Cloud other, Scratch scratch) {
        Containers containers = cloud.objectstore().containers();
        StoredObjects mine = new Shelf(cloud, scratch).container("shared");
        mine.put("o", Content.of("hello"));
        String project = cloud.session().projectId();
        StoredObjects theirs = other.objectstore().ofProject(project).objects(mine.container());

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> theirs.get("o"))
                .withMessageContaining("403");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> theirs.list().toList())
                .withMessageContaining("Access was denied to this resource.");
        containers.update(
                mine.container(),
                containers
                        .changes()
                        .readableBy(AccessRule.user(
                                other.session().projectId(), other.session().userId())));
        assertThat(theirs.get("o").bytes()).isEqualTo(5);
        assertThat(theirs.list().stream().map(StoredObject::name)).containsExactly("o");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> theirs.put("p", Content.of("x")));
        // Lists and keys are for the owner's eyes.
        assertThat(other.objectstore()
                        .ofProject(project)
                        .containers()
                        .get(mine.container())
                        .readAcl())
                .isNull();

        containers.update(
                mine.container(),
                containers
                        .changes()
                        .readableBy()
                        .writableBy(AccessRule.project(other.session().projectId())));
        theirs.put("p", Content.of("x"));
        assertThat(mine.get("p").bytes()).isEqualTo(1);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> theirs.get("p"));
        theirs.delete("p");
        assertThat(mine.find("p")).isEmpty();
        containers.update(mine.container(), containers.changes().writableBy().publicRead());
        String read = theirs.download("o").read(in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
        assertThat(read).isEqualTo("hello");
    }

    @Test
    void anAccountHasMetadataAndKeys(Cloud cloud, Scratch scratch) {
        StorageAccount account = cloud.objectstore().account();
        String name = scratch.name("color");
        account.update(new AccountUpdate().metadata(name, "blü"));
        scratch.undo(() -> account.update(new AccountUpdate().removeMetadata(name)));
        assertThat(account.get().metadata()).containsEntry(name, "blü");
        assertThat(account.get().containerCount()).isNotNegative();
        account.update(new AccountUpdate().removeMetadata(name));
        assertThat(account.get().metadata()).doesNotContainKey(name);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> account.update(new AccountUpdate().quotaBytes(5)));
    }

    @Test
    void theStoreSaysWhatItCanDo(Cloud cloud) {
        StoreInfo info = cloud.objectstore().info().get();
        assertThat(info.swift().maxFileSize()).isGreaterThan(1L << 30);
        assertThat(info.swift().containerListingLimit()).isPositive();
        assertThat(info.swift().policies()).anyMatch(StoreInfo.StoragePolicy::isDefault);
        assertThat(info.slo()).isNotNull();
        assertThat(info.has("slo")).isTrue();
        assertThat(info.has("bulk_delete")).isTrue();
        assertThat(info.has("tempurl")).isTrue();
        assertThat(info.has("no_such_thing")).isFalse();
        assertThat(info.tempurl()).isNotNull();
    }
}

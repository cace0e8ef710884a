package io.github.openstackjvm.testkit.scenario;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.image.ImageVisibility;
import io.github.openstackjvm.image.MetadefAssociation;
import io.github.openstackjvm.image.MetadefAssociationSpec;
import io.github.openstackjvm.image.MetadefNamespace;
import io.github.openstackjvm.image.MetadefNamespaceSpec;
import io.github.openstackjvm.image.MetadefNamespaces;
import io.github.openstackjvm.image.MetadefObject;
import io.github.openstackjvm.image.MetadefObjectSpec;
import io.github.openstackjvm.image.MetadefObjects;
import io.github.openstackjvm.image.MetadefProperties;
import io.github.openstackjvm.image.MetadefProperty;
import io.github.openstackjvm.image.MetadefPropertySpec;
import io.github.openstackjvm.image.MetadefResourceType;
import io.github.openstackjvm.image.MetadefTag;
import io.github.openstackjvm.image.MetadefTags;
import io.github.openstackjvm.image.PropertyType;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Definitions of metadata: what they are for people who fill in forms. */
@Scenario
class MetadefsScenario {
    private static final String TYPE = "OS::Nova::Flavor";

    private static MetadefNamespace create(Cloud admin, Scratch scratch, MetadefNamespaceSpec spec) {
        MetadefNamespaces namespaces = admin.image().metadefNamespaces();
        MetadefNamespace made = namespaces.create(spec);
        scratch.undo(() -> namespaces.delete(made));
        return made;
    }

    private static MetadefPropertySpec cores() {
        return MetadefPropertySpec.of("cores", PropertyType.INTEGER, "Cores")
                .description("How many")
                .minimum(1)
                .maximum(64)
                .defaultValue("2")
                .operators("<=", ">=");
    }

    private static MetadefPropertySpec model() {
        return MetadefPropertySpec.of("model", PropertyType.STRING, "Model")
                .values("old", "new")
                .pattern("^[a-z]+$")
                .minLength(1)
                .maxLength(9)
                .readOnly(false);
    }

    @Test
    void aNamespaceIsCreatedWithAllThatItDefines(@As("admin") Cloud admin, Cloud cloud, Scratch scratch) {
        String name = scratch.name("whole");
        MetadefNamespace made = create(
                admin,
                scratch,
                MetadefNamespaceSpec.named(name)
                        .displayName("Whole ä")
                        .description("All of it")
                        .visibility(ImageVisibility.PUBLIC)
                        .resourceType(MetadefAssociationSpec.of(TYPE).prefix("hw:"))
                        .property(cores())
                        .object(MetadefObjectSpec.named("chip")
                                .description("A chip")
                                .required("model")
                                .property(model()))
                        .tags("fast", "slow"));
        assertThat(made.name()).isEqualTo(name);
        assertThat(made.isProtected()).isFalse();
        assertThat(made.visibility()).isEqualTo(ImageVisibility.PUBLIC);
        assertThat(made.projectId()).isEqualTo(admin.session().projectId());
        assertThat(made.createdAt()).isNotNull();
        assertThat(made.properties()).containsOnlyKeys("cores");
        assertThat(made.objects()).extracting(MetadefObject::name).containsExactly("chip");

        // Everybody sees what is public.
        MetadefNamespaces namespaces = cloud.image().metadefNamespaces();
        MetadefNamespace read = namespaces.get(name);
        assertThat(read.displayName()).isEqualTo("Whole ä");
        assertThat(read.description()).isEqualTo("All of it");
        assertThat(read.tags()).extracting(MetadefTag::name).containsExactlyInAnyOrder("fast", "slow");
        assertThat(read.resourceTypes()).extracting(MetadefAssociation::prefix).containsExactly("hw:");
        MetadefProperty cores = read.properties().get("cores");
        assertThat(cores.name()).isEqualTo("cores");
        assertThat(cores.type()).isEqualTo(PropertyType.INTEGER);
        assertThat(cores.title()).isEqualTo("Cores");
        assertThat(cores.minimum()).isEqualTo(1);
        assertThat(cores.maximum()).isEqualTo(64);
        assertThat(cores.defaultValue()).isEqualTo("2");
        assertThat(cores.operators()).containsExactly("<=", ">=");
        MetadefObject chip = read.objects().get(0);
        assertThat(chip.required()).containsExactly("model");
        assertThat(chip.createdAt()).isNotNull();
        MetadefProperty model = chip.properties().get("model");
        assertThat(model.values()).containsExactly("old", "new");
        assertThat(model.pattern()).isEqualTo("^[a-z]+$");
        assertThat(model.minLength()).isEqualTo(1);
        assertThat(model.maxLength()).isEqualTo(9);
        assertThat(model.readOnly()).isFalse();

        MetadefNamespace ofFlavors = namespaces.get(Ref.id(name), TYPE);
        assertThat(ofFlavors.properties()).containsOnlyKeys("hw:cores");
        assertThat(ofFlavors.objects().get(0).properties()).containsOnlyKeys("hw:model");
        assertThat(ofFlavors.objects().get(0).required()).containsExactly("hw:model");
        assertThat(namespaces.find(name)).contains(read);
        assertThat(namespaces.find(scratch.name("none"))).isEmpty();

        admin.image().metadefNamespaces().delete(name);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> namespaces.get(name))
                .withMessageContaining("Metadata definition namespace=" + name + " was not found.");
    }

    @Test
    void namespacesAreListedReplacedAndProtected(@As("admin") Cloud admin, Cloud cloud, Scratch scratch) {
        MetadefNamespaces all = admin.image().metadefNamespaces();
        String a = scratch.name("a");
        String b = scratch.name("b");
        create(admin, scratch, MetadefNamespaceSpec.named(a).visibility(ImageVisibility.PUBLIC));
        create(
                admin,
                scratch,
                MetadefNamespaceSpec.named(b).resourceType(MetadefAssociationSpec.of(scratch.name("kind"))));
        assertThat(all.list().pageSize(1).stream().map(MetadefNamespace::name).filter(scratch::owns))
                .containsExactlyInAnyOrder(a, b);
        assertThat(all.list().sortBy("namespace", Order.ASC).stream()
                        .map(MetadefNamespace::name)
                        .filter(scratch::owns))
                .containsExactly(a, b);
        assertThat(all.list().visibility(ImageVisibility.PUBLIC).stream()
                        .map(MetadefNamespace::name)
                        .filter(scratch::owns))
                .containsExactly(a);
        MetadefNamespace listed =
                all.list().resourceTypes(scratch.name("kind"), "OS::None").one();
        assertThat(listed.name()).isEqualTo(b);
        assertThat(listed.resourceTypes()).extracting(MetadefAssociation::name).containsExactly(scratch.name("kind"));

        // Another project's private one is not there.
        MetadefNamespaces theirs = cloud.image().metadefNamespaces();
        assertThat(theirs.list().stream().map(MetadefNamespace::name).filter(scratch::owns))
                .containsExactly(a);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> theirs.get(b));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> theirs.properties(Ref.id(b)).all())
                .withMessageContaining("Namespace " + b + " not found");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> theirs.create(MetadefNamespaceSpec.named(scratch.name("mine"))))
                .withMessageContaining("You are not authorized to complete add_metadef_namespace action.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> theirs.delete(a))
                .withMessageContaining("delete_metadef_namespace");

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> all.create(MetadefNamespaceSpec.named(a)))
                .withMessageContaining("The metadata definition namespace=" + a + " already exists.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> all.create(MetadefNamespaceSpec.named("n".repeat(81))))
                .withMessageContaining("is too long");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() ->
                        all.create(MetadefNamespaceSpec.named(scratch.name("x")).set("color", "red")))
                .withMessageContaining("Additional properties are not allowed ('color' was unexpected)");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> all.replace(Ref.id(a), MetadefNamespaceSpec.named(b)))
                .withMessageContaining("Invalid update. It would result in a duplicate metadata definition namespace");

        MetadefNamespace replaced = all.replace(
                Ref.id(a), MetadefNamespaceSpec.named(a).displayName("A").isProtected(true));
        assertThat(replaced.displayName()).isEqualTo("A");
        assertThat(all.get(a).visibility()).isEqualTo(ImageVisibility.PRIVATE);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> all.delete(a))
                .withMessageContaining("Metadata definition namespace " + a + " is protected and cannot be deleted.");
        all.tags(Ref.id(a)).add("t");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> all.tags(Ref.id(a)).delete("t"))
                .withMessageContaining("Metadata definition tag t is protected and cannot be deleted.");
        String c = scratch.name("c");
        all.replace(Ref.id(a), MetadefNamespaceSpec.named(c));
        scratch.undo(() -> all.delete(c));
        assertThat(all.get(c).isProtected()).isFalse();
        assertThat(all.get(c).tags()).hasSize(1);
        assertThat(all.find(a)).isEmpty();
    }

    @Test
    void propertiesAndObjectsAreDefinedOneByOne(@As("admin") Cloud admin, Scratch scratch) {
        MetadefNamespaces namespaces = admin.image().metadefNamespaces();
        MetadefNamespace space = create(admin, scratch, MetadefNamespaceSpec.named(scratch.name("parts")));
        MetadefProperties properties = namespaces.properties(space);
        MetadefProperty made = properties.create(cores());
        assertThat(made.name()).isEqualTo("cores");
        assertThat(properties.get("cores")).isEqualTo(made);
        properties.create(MetadefPropertySpec.of("list", PropertyType.ARRAY, "List")
                .items(PropertyType.STRING, "a", "b")
                .uniqueItems(true)
                .minItems(1)
                .maxItems(2)
                .additionalItems(false));
        assertThat(properties.all()).extracting(MetadefProperty::name).containsExactlyInAnyOrder("cores", "list");
        MetadefProperty list = properties.get("list");
        assertThat(list.items().type()).isEqualTo(PropertyType.STRING);
        assertThat(list.items().values()).containsExactly("a", "b");
        assertThat(list.uniqueItems()).isTrue();
        assertThat(list.minItems()).isEqualTo(1);
        assertThat(list.maxItems()).isEqualTo(2);
        assertThat(list.additionalItems()).isFalse();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> properties.create(cores()))
                .withMessageContaining("A metadata definition property with name=cores already exists in namespace="
                        + space.name() + ".");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> properties.create(MetadefPropertySpec.of("bad", new PropertyType("colour"), "Bad")))
                .withMessageContaining("'colour' is not one of");
        MetadefProperty other =
                properties.replace(Ref.id("cores"), MetadefPropertySpec.of("threads", PropertyType.INTEGER, "Threads"));
        assertThat(other.minimum()).isNull();
        assertThat(properties.find("cores")).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> properties.get("cores"))
                .withMessageContaining("Could not find property cores");

        namespaces
                .resourceTypes(space)
                .create(MetadefAssociationSpec.of(TYPE).prefix("hw:").propertiesTarget("x"));
        assertThat(properties.get("hw:threads", TYPE).name()).isEqualTo("threads");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> properties.get("threads", TYPE))
                .withMessageContaining("does not start with the expected resource type association prefix of 'hw:'.");

        MetadefObjects objects = namespaces.objects(space);
        MetadefObject object =
                objects.create(MetadefObjectSpec.named("chip").property(model()).required("model"));
        assertThat(object.properties()).containsOnlyKeys("model");
        assertThat(objects.get("chip").properties()).isEqualTo(object.properties());
        assertThat(objects.list().stream().map(MetadefObject::name)).containsExactly("chip");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> objects.create(MetadefObjectSpec.named("chip")))
                .withMessageContaining("A metadata definition object with name=chip already exists in namespace=");
        MetadefObject renamed =
                objects.replace(Ref.id("chip"), MetadefObjectSpec.named("die").description("D"));
        assertThat(renamed.name()).isEqualTo("die");
        assertThat(objects.get("die").properties()).isEmpty();
        assertThat(objects.get("die").description()).isEqualTo("D");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> objects.get("chip"))
                .withMessageContaining("Could not find metadata object chip");
        objects.create(MetadefObjectSpec.named("second"));
        objects.delete("second");
        assertThat(objects.list().toList()).hasSize(1);
        objects.clear();
        assertThat(objects.list().toList()).isEmpty();
        properties.delete("list");
        properties.clear();
        assertThat(properties.all()).isEmpty();
    }

    @Test
    void tagsAndKindsOfThings(@As("admin") Cloud admin, Scratch scratch) {
        MetadefNamespaces namespaces = admin.image().metadefNamespaces();
        MetadefNamespace space = create(admin, scratch, MetadefNamespaceSpec.named(scratch.name("words")));
        MetadefTags tags = namespaces.tags(space);
        MetadefTag red = tags.add("Red");
        assertThat(red.createdAt()).isNotNull();
        assertThat(tags.get("Red")).isEqualTo(red);
        tags.addAll(List.of("green", "blue"));
        assertThat(tags.list().stream().map(MetadefTag::name)).containsExactlyInAnyOrder("Red", "green", "blue");
        assertThat(tags.list().sortBy("name", Order.ASC).pageSize(2).stream().map(MetadefTag::name))
                .containsExactly("blue", "green", "Red");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> tags.add("RED"))
                .withMessageContaining("(Please note that metadata tag names are case insensitive).");
        assertThat(tags.rename(Ref.id("green"), "gold").name()).isEqualTo("gold");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> tags.get("green"))
                .withMessageContaining("Could not find metadata tag green");
        tags.delete("gold");
        tags.replaceAll(List.of("one", "two"));
        assertThat(tags.list().stream().map(MetadefTag::name)).containsExactlyInAnyOrder("one", "two");
        tags.clear();
        assertThat(tags.list().toList()).isEmpty();

        String kind = scratch.name("kind");
        MetadefAssociation made = namespaces
                .resourceTypes(space)
                .create(MetadefAssociationSpec.of(kind).prefix("p:").propertiesTarget("image"));
        assertThat(made.prefix()).isEqualTo("p:");
        assertThat(made.propertiesTarget()).isEqualTo("image");
        assertThat(namespaces.resourceTypes(space).list().stream().map(MetadefAssociation::name))
                .containsExactly(kind);
        assertThat(admin.image().metadefResourceTypes().list().stream().map(MetadefResourceType::name))
                .contains(kind);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> namespaces.resourceTypes(space).create(MetadefAssociationSpec.of(kind)))
                .withMessageContaining("already exists");
        namespaces.resourceTypes(space).delete(kind);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> namespaces.resourceTypes(space).delete(kind))
                .withMessageContaining("Failed to find resource type " + kind + " to delete");
    }

    @Test
    void schemasSayWhatDefinitionsLookLike(Cloud cloud) {
        for (String name : List.of(
                "namespace",
                "namespaces",
                "object",
                "objects",
                "property",
                "properties",
                "tag",
                "tags",
                "resource_type",
                "resource_types")) {
            assertThat(cloud.image().schemas().metadef(name).name()).isNotEmpty();
        }
        Map<String, ?> properties = cloud.image().schemas().metadef("namespace").properties();
        assertThat(properties).containsKeys("namespace", "display_name", "resource_type_associations", "tags");
    }
}

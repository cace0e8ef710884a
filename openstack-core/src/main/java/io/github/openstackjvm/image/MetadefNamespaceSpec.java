package io.github.openstackjvm.image;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Spec;

/** A namespace to create, with what is defined in it. */
public final class MetadefNamespaceSpec extends Spec<MetadefNamespaceSpec> {

    /** A namespace with this name. */
    public static MetadefNamespaceSpec named(String name) {
        return new MetadefNamespaceSpec().name(name);
    }

    /** Unique in the cloud, up to 80 characters. */
    public MetadefNamespaceSpec name(String name) {
        return set("namespace", name);
    }

    /** What people see; up to 80 characters. */
    public MetadefNamespaceSpec displayName(String name) {
        return set("display_name", name);
    }

    /** What it is about; up to 500 characters. */
    public MetadefNamespaceSpec description(String text) {
        return set("description", text);
    }

    /** Public, or private to its project, which it is unless something else is said. */
    public MetadefNamespaceSpec visibility(ImageVisibility visibility) {
        return set("visibility", visibility);
    }

    /** Whether neither it nor what is in it can be deleted. */
    public MetadefNamespaceSpec isProtected(boolean yes) {
        return set("protected", yes);
    }

    /** Whose it is: of the project with this id, and of the caller's unless something else is said. */
    public MetadefNamespaceSpec projectId(String id) {
        return set("owner", id);
    }

    /** For which kind of thing it is meant; one more. */
    public MetadefNamespaceSpec resourceType(MetadefAssociationSpec type) {
        return add("resource_type_associations", type);
    }

    /** One more property. */
    public MetadefNamespaceSpec property(MetadefPropertySpec property) {
        return pair("properties", property.name(), property);
    }

    /** More properties, which belong together. */
    public MetadefNamespaceSpec object(MetadefObjectSpec object) {
        return add("objects", object);
    }

    /** More words that things can be tagged with. */
    public MetadefNamespaceSpec tags(String... names) {
        for (String name : names) {
            add("tags", Map.of("name", name));
        }
        return this;
    }

    @Override
    protected List<String> required() {
        return List.of("namespace");
    }
}

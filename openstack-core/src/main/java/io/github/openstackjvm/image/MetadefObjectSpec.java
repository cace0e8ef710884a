package io.github.openstackjvm.image;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** Properties that belong together, to define or to put in place of others. */
public final class MetadefObjectSpec extends Spec<MetadefObjectSpec> {

    /** An object with this name. */
    public static MetadefObjectSpec named(String name) {
        return new MetadefObjectSpec().name(name);
    }

    /** Unique in its namespace, up to 80 characters. */
    public MetadefObjectSpec name(String name) {
        return set("name", name);
    }

    /** What its properties are about. */
    public MetadefObjectSpec description(String text) {
        return set("description", text);
    }

    /** The names of those that must be set together. */
    public MetadefObjectSpec required(String... properties) {
        return set("required", List.of(properties));
    }

    /** One more property. */
    public MetadefObjectSpec property(MetadefPropertySpec property) {
        return pair("properties", property.name(), property);
    }

    @Override
    protected List<String> required() {
        return List.of("name");
    }
}

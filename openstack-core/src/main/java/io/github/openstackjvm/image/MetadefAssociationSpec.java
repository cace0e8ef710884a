package io.github.openstackjvm.image;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** For which kind of thing a namespace is meant. */
public final class MetadefAssociationSpec extends Spec<MetadefAssociationSpec> {

    /** For this kind, which is made if it is not known yet. */
    public static MetadefAssociationSpec of(String resourceType) {
        return new MetadefAssociationSpec().resourceType(resourceType);
    }

    /** As Orchestration calls it, such as {@code OS::Glance::Image}; up to 80 characters. */
    public MetadefAssociationSpec resourceType(String name) {
        return set("name", name);
    }

    /** What stands before the names of the properties on things of this kind, with a colon or the like at its end. */
    public MetadefAssociationSpec prefix(String prefix) {
        return set("prefix", prefix);
    }

    /** Which of a thing's metadata are meant, where it has several, such as {@code image} of a volume. */
    public MetadefAssociationSpec propertiesTarget(String target) {
        return set("properties_target", target);
    }

    @Override
    protected List<String> required() {
        return List.of("name");
    }
}

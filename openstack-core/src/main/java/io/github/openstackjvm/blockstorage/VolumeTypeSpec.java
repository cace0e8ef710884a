package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Spec;

/** A volume type to create. */
public final class VolumeTypeSpec extends Spec<VolumeTypeSpec> {

    /** A volume type of this name. */
    public static VolumeTypeSpec named(String name) {
        return new VolumeTypeSpec().name(name);
    }

    /** Unique in the cloud. */
    public VolumeTypeSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public VolumeTypeSpec description(String description) {
        return set("description", description);
    }

    /** Whether every project may use it; otherwise access is granted project by project. */
    public VolumeTypeSpec isPublic(boolean isPublic) {
        return set("os-volume-type-access:is_public", isPublic);
    }

    /** What scheduler and backend are told: exactly these pairs. */
    public VolumeTypeSpec extraSpecs(Map<String, String> pairs) {
        return set("extra_specs", new LinkedHashMap<>(pairs));
    }

    /** One more pair of what scheduler and backend are told. */
    public VolumeTypeSpec extraSpec(String key, String value) {
        return pair("extra_specs", key, value);
    }

    @Override
    protected List<String> required() {
        return List.of("name");
    }

    /** What can be changed of a volume type. */
    public static final class Update extends Spec<Update> {

        /** Another name, unique in the cloud. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** Whether every project may use it. */
        public Update isPublic(boolean isPublic) {
            return set("is_public", isPublic);
        }
    }
}

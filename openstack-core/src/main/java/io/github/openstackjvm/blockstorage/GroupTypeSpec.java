package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Spec;

/** A group type to create. */
public final class GroupTypeSpec extends Spec<GroupTypeSpec> {

    /** A group type of this name. */
    public static GroupTypeSpec named(String name) {
        return new GroupTypeSpec().name(name);
    }

    /** Unique in the cloud. */
    public GroupTypeSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public GroupTypeSpec description(String description) {
        return set("description", description);
    }

    /** Whether every project may use it. */
    public GroupTypeSpec isPublic(boolean isPublic) {
        return set("is_public", isPublic);
    }

    /** What scheduler and backend are told: exactly these pairs. */
    public GroupTypeSpec specs(Map<String, String> pairs) {
        return set("group_specs", new LinkedHashMap<>(pairs));
    }

    /** One more pair of what scheduler and backend are told. */
    public GroupTypeSpec spec(String key, String value) {
        return pair("group_specs", key, value);
    }

    @Override
    protected List<String> required() {
        return List.of("name");
    }

    /** What can be changed of a group type. */
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

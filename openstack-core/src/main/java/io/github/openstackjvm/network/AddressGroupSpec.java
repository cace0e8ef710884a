package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** An address group to create. */
public final class AddressGroupSpec extends Spec<AddressGroupSpec> {

    /** An address group of this name. */
    public static AddressGroupSpec named(String name) {
        return new AddressGroupSpec().name(name);
    }

    /** Need not be unique. */
    public AddressGroupSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public AddressGroupSpec description(String description) {
        return set("description", description);
    }

    /** The ranges, such as {@code 10.0.0.0/24}. */
    public AddressGroupSpec addresses(String... cidrs) {
        return set("addresses", List.of(cidrs));
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public AddressGroupSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    /** What can be changed of an address group; its ranges have verbs of their own. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }
    }
}

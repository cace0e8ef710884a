package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** An address scope to create. */
public final class AddressScopeSpec extends Spec<AddressScopeSpec> {

    /** An address scope of this name, for this version of IP: 4 or 6. */
    public static AddressScopeSpec named(String name, int ipVersion) {
        return new AddressScopeSpec().name(name).ipVersion(ipVersion);
    }

    /** Need not be unique. */
    public AddressScopeSpec name(String name) {
        return set("name", name);
    }

    /** 4 or 6. */
    public AddressScopeSpec ipVersion(int version) {
        return set("ip_version", version);
    }

    /** Whether every project may use it; for administrators. */
    public AddressScopeSpec shared(boolean shared) {
        return set("shared", shared);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public AddressScopeSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("ip_version");
    }

    /** What can be changed of an address scope. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** Whether every project may use it, and never less; for administrators. */
        public Update shared(boolean shared) {
            return set("shared", shared);
        }
    }
}

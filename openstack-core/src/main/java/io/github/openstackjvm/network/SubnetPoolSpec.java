package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A subnet pool to create. */
public final class SubnetPoolSpec extends Spec<SubnetPoolSpec> {

    /** A subnet pool of this name. */
    public static SubnetPoolSpec named(String name) {
        return new SubnetPoolSpec().name(name);
    }

    /** Need not be unique. */
    public SubnetPoolSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public SubnetPoolSpec description(String description) {
        return set("description", description);
    }

    /** The ranges, such as {@code 10.64.0.0/12}, all of the same version of IP. */
    public SubnetPoolSpec prefixes(String... cidrs) {
        return set("prefixes", List.of(cidrs));
    }

    /** Size of the largest subnet, as the length of its prefix; 8 or 64 unless said otherwise. */
    public SubnetPoolSpec minPrefixLength(int bits) {
        return set("min_prefixlen", bits);
    }

    /** Size of the smallest subnet, as the length of its prefix; one address unless said otherwise. */
    public SubnetPoolSpec maxPrefixLength(int bits) {
        return set("max_prefixlen", bits);
    }

    /** Size of a subnet when nothing is said, as the length of its prefix; that of the largest unless said otherwise. */
    public SubnetPoolSpec defaultPrefixLength(int bits) {
        return set("default_prefixlen", bits);
    }

    /** How much a project may have of it: addresses of IPv4, or prefixes of 64 bits. */
    public SubnetPoolSpec defaultQuota(int amount) {
        return set("default_quota", amount);
    }

    /** Whether it is taken when nobody says which; for administrators. */
    public SubnetPoolSpec isDefault(boolean isDefault) {
        return set("is_default", isDefault);
    }

    /** Whether every project may use it; for administrators. */
    public SubnetPoolSpec shared(boolean shared) {
        return set("shared", shared);
    }

    /** The scope with this name or id, in which its addresses occur only once. */
    public SubnetPoolSpec addressScope(String nameOrId) {
        return ref("address_scope_id", AddressScope.class, nameOrId);
    }

    /** The scope in which its addresses occur only once. */
    public SubnetPoolSpec addressScope(Ref<AddressScope> scope) {
        return ref("address_scope_id", AddressScope.class, scope);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public SubnetPoolSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("name", "prefixes");
    }

    /** What can be changed of a subnet pool. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** The ranges: all there were, and more. */
        public Update prefixes(String... cidrs) {
            return set("prefixes", List.of(cidrs));
        }

        /** Size of the largest subnet, as the length of its prefix. */
        public Update minPrefixLength(int bits) {
            return set("min_prefixlen", bits);
        }

        /** Size of the smallest subnet, as the length of its prefix. */
        public Update maxPrefixLength(int bits) {
            return set("max_prefixlen", bits);
        }

        /** Size of a subnet when nothing is said, as the length of its prefix. */
        public Update defaultPrefixLength(int bits) {
            return set("default_prefixlen", bits);
        }

        /** How much a project may have of it: addresses of IPv4, or prefixes of 64 bits. */
        public Update defaultQuota(int amount) {
            return set("default_quota", amount);
        }

        /** Whether it is taken when nobody says which; for administrators. */
        public Update isDefault(boolean isDefault) {
            return set("is_default", isDefault);
        }

        /** The scope with this name or id, in which its addresses occur only once. */
        public Update addressScope(String nameOrId) {
            return ref("address_scope_id", AddressScope.class, nameOrId);
        }

        /** The scope in which its addresses occur only once. */
        public Update addressScope(Ref<AddressScope> scope) {
            return ref("address_scope_id", AddressScope.class, scope);
        }

        /** No scope any more. */
        public Update noAddressScope() {
            return set("address_scope_id", null);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}

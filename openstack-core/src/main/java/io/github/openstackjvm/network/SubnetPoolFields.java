package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/**
 * What can be said of a subnet pool when it is made and later.
 *
 * @param <S> the specification itself
 */
public abstract sealed class SubnetPoolFields<S extends SubnetPoolFields<S>> extends Spec<S>
        permits SubnetPoolSpec, SubnetPoolSpec.Update {
    SubnetPoolFields() {}

    /** Need not be unique. */
    public final S name(String name) {
        return set("name", name);
    }

    /** For people. */
    public final S description(String description) {
        return set("description", description);
    }

    /** The ranges, such as {@code 10.64.0.0/12}, all of the same version of IP; later all there were, and more. */
    public final S prefixes(String... cidrs) {
        return set("prefixes", List.of(cidrs));
    }

    /** Size of the largest subnet, as the length of its prefix; from the beginning 8 or 64, unless said otherwise. */
    public final S minPrefixLength(int bits) {
        return set("min_prefixlen", bits);
    }

    /** Size of the smallest subnet, as the length of its prefix; from the beginning one address, unless said otherwise. */
    public final S maxPrefixLength(int bits) {
        return set("max_prefixlen", bits);
    }

    /** Size of a subnet when nothing is said, as the length of its prefix; from the beginning that of the largest, unless said
     * otherwise. */
    public final S defaultPrefixLength(int bits) {
        return set("default_prefixlen", bits);
    }

    /** How much a project may have of it: addresses of IPv4, or prefixes of 64 bits. */
    public final S defaultQuota(int amount) {
        return set("default_quota", amount);
    }

    /** Whether it is taken when nobody says which; for administrators. */
    public final S isDefault(boolean isDefault) {
        return set("is_default", isDefault);
    }

    /** The scope with this name or id, in which its addresses occur only once. */
    public final S addressScope(String nameOrId) {
        return ref("address_scope_id", AddressScope.class, nameOrId);
    }

    /** The scope in which its addresses occur only once. */
    public final S addressScope(Ref<AddressScope> scope) {
        return ref("address_scope_id", AddressScope.class, scope);
    }
}

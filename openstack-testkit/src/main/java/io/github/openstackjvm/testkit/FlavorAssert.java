package io.github.openstackjvm.testkit;

/** Assertions about a flavor. */
public final class FlavorAssert extends ResourceAssert<FlavorAssert> {
    FlavorAssert(Found found) {
        super(found, FlavorAssert.class);
    }

    /** It has so many virtual CPUs. */
    public FlavorAssert hasVcpus(int count) {
        return has("vcpus", count);
    }

    /** It has so much memory. */
    public FlavorAssert hasRamMiB(int size) {
        return has("ram", size);
    }

    /** It has so much disk. */
    public FlavorAssert hasDiskGiB(int size) {
        return has("disk", size);
    }

    /** Everybody may use it. */
    public FlavorAssert isPublic() {
        return has("os-flavor-access:is_public", true);
    }

    /** Only some projects may use it. */
    public FlavorAssert isPrivate() {
        return has("os-flavor-access:is_public", false);
    }

    /** It has this extra spec. */
    public FlavorAssert hasExtraSpec(String key, String value) {
        return hasPair("extra_specs", "extra spec", key, value);
    }

    /** It has no extra spec of this key. */
    public FlavorAssert doesNotHaveExtraSpec(String key) {
        return check(!row().object("extra_specs").containsKey(key), "not to have the extra spec %s", key);
    }
}

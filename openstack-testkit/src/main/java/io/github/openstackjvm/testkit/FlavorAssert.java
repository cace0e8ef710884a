package io.github.openstackjvm.testkit;

import java.util.Objects;

/** Assertions about a flavor. */
public final class FlavorAssert extends ResourceAssert<FlavorAssert> {
    FlavorAssert(Found found) {
        super(found, FlavorAssert.class);
    }

    /** It has this extra spec. */
    public FlavorAssert hasExtraSpec(String key, String value) {
        Object is = row().object("extra_specs").get(key);
        if (!Objects.equals(is, value)) {
            failWithMessage("Expected %s to have the extra spec %s=%s, but it is <%s>", found(), key, value, is);
        }
        return this;
    }

    /** It has no extra spec of this key. */
    public FlavorAssert doesNotHaveExtraSpec(String key) {
        if (row().object("extra_specs").containsKey(key)) {
            failWithMessage("Expected %s not to have the extra spec %s", found(), key);
        }
        return this;
    }
}

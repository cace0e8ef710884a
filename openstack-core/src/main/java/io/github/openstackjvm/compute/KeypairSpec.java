package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import io.github.openstackjvm.resource.VersionRange;

/** A keypair to create. */
public final class KeypairSpec extends Spec<KeypairSpec> {

    /** A keypair of this name. */
    public static KeypairSpec named(String name) {
        return new KeypairSpec().name(name);
    }

    /** Letters, digits, blanks, dashes and underscores, from 2.92 also {@code @} and dots; unique for the user. */
    public KeypairSpec name(String name) {
        return set("name", name);
    }

    /** Imports this key. Left out, Nova generates one, which it refuses from 2.92 on. */
    public KeypairSpec publicKey(String openSsh) {
        return set("public_key", openSsh);
    }

    /** SSH unless said otherwise. */
    @Since("2.2")
    public KeypairSpec type(KeypairType type) {
        return set("type", type, since(2, 2));
    }

    /** For this user instead of the caller; for administrators. */
    @Since("2.10")
    public KeypairSpec userId(String userId) {
        return set("user_id", userId, since(2, 10));
    }

    @Override
    protected List<String> required() {
        return List.of("name");
    }

    @Override
    protected Map<String, VersionRange> narrowed() {
        return touches("public_key") ? Map.of() : Map.of("a keypair without 'public_key'", until(2, 91));
    }
}

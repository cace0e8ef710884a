package io.github.openstackjvm.testkit;

/** Assertions about a keypair. */
public final class KeypairAssert extends ResourceAssert<KeypairAssert> {
    KeypairAssert(Found found) {
        super(found, KeypairAssert.class);
    }

    /** It is of this type: {@code ssh} or {@code x509}. */
    public KeypairAssert hasType(String type) {
        return has("type", type);
    }

    /** Its public key is this one. */
    public KeypairAssert hasPublicKey(String key) {
        return has("public_key", key);
    }
}

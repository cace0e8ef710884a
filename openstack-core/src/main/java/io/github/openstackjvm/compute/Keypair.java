package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/**
 * An SSH key or certificate that Nova injects at first boot. Its name is its id. The constructor is not API.
 *
 * @param name unique for its user
 * @param fingerprint of the public key, MD5 for SSH keys
 * @param publicKey in OpenSSH form, or a certificate
 * @param privateKey only in the answer that generated it, and never again
 * @param type SSH or X.509
 * @param userId whose it is; null in lists
 * @param createdAt null in lists
 * @param extras fields without a component of their own
 */
public record Keypair(
        String name,
        String fingerprint,
        @Nullable String publicKey,
        @Until("2.91") @Nullable Secret privateKey,
        @Since("2.2") @Nullable KeypairType type,
        @Nullable String userId,
        @Nullable Instant createdAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Keypair> {

    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}

package io.github.openstackjvm.objectstore;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.openstackjvm.resource.Secret;

/** How links and forms are signed. {@code StoreInfo.tempurl} has what a cloud takes. */
public enum SignedBy {
    /** What every cloud of some age takes, and the newest do not. */
    SHA1("HmacSHA1"),
    /** What is usual. */
    SHA256("HmacSHA256"),
    /** The longest. */
    SHA512("HmacSHA512");

    private final String algorithm;

    SignedBy(String algorithm) {
        this.algorithm = algorithm;
    }

    String sign(String message, Secret key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}

package io.github.openstackjvm.internal.auth;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.openstackjvm.resource.Secret;

/** One-time passcodes of RFC 6238, as Keystone has them: SHA-1, six digits, 30 seconds. */
public final class Totp {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;

    private final byte[] seed;

    /** Of this seed in base 32; blanks and padding do not matter. */
    public Totp(Secret seed) {
        this.seed = decoded(seed.reveal());
    }

    /** The passcode at this time. */
    public String at(Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / SECONDS)
                    .array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-SHA1", e);
        }
    }

    private static byte[] decoded(String text) {
        String digits = text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        byte[] bytes = new byte[digits.length() * 5 / 8];
        if (bytes.length == 0) {
            throw new IllegalArgumentException("The seed of passcodes is empty, or too short");
        }
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = ALPHABET.indexOf(digits.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("The seed of passcodes must be in base 32: A to Z and 2 to 7");
            }
            held = held << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}

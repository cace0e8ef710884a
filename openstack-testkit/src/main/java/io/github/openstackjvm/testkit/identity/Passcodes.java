package io.github.openstackjvm.testkit.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one-time passcodes Keystone accepts: RFC 6238 with SHA-1, six digits, 30 seconds. */
final class Passcodes {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Passcodes() {}

    static String at(String seed, Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(seed), "HmacSHA1"));
            byte[] counter = bytes(BigInteger.valueOf(now.getEpochSecond() / 30), 8);
            byte[] hash = mac.doFinal(counter);
            int offset = hash[19] & 15;
            int code = new BigInteger(1, Arrays.copyOfRange(hash, offset, offset + 4)).intValue() & Integer.MAX_VALUE;
            String digits = "00000" + code;
            return digits.substring(digits.length() - 6);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-SHA1", e);
        }
    }

    private static byte[] key(String seed) {
        BigInteger number = BigInteger.ZERO;
        String digits = seed.replace("=", "");
        for (int i = 0; i < digits.length(); i++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(BASE_32.indexOf(digits.charAt(i))));
        }
        return bytes(number.shiftRight(digits.length() * 5 % 8), digits.length() * 5 / 8);
    }

    private static byte[] bytes(BigInteger number, int length) {
        byte[] all = number.toByteArray();
        byte[] bytes = new byte[length];
        int count = Math.min(length, all.length);
        System.arraycopy(all, all.length - count, bytes, length - count, count);
        return bytes;
    }
}

package io.github.openstackjvm.testkit.compute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Ids;
import io.github.openstackjvm.testkit.engine.Refusal;

/** The texts of keys: fingerprints as Nova computes them, and key pairs that are valid, but never secret. */
final class KeyText {
    private static final Set<String> SSH_TYPES = Set.of(
            "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521");

    private static final BigInteger E = BigInteger.valueOf(65537);

    private KeyText() {}

    /** A key pair Nova made. */
    record Generated(String publicKey, String privateKey) {
        /** The public half only. */
        @Override
        public String toString() {
            return publicKey;
        }
    }

    static String fingerprint(String type, String key) {
        try {
            return type.equals("ssh") ? ssh(key) : x509(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ssh(String key) throws GeneralSecurityException {
        String[] parts = key.split(" ", -1);
        try {
            byte[] blob = Base64.getDecoder().decode(parts.length < 2 ? "" : parts[1].strip());
            ByteBuffer data = ByteBuffer.wrap(blob);
            byte[] name = new byte[data.getInt()];
            data.get(name);
            String type = new String(name, StandardCharsets.US_ASCII);
            if (!SSH_TYPES.contains(type) || !type.equals(parts[0]) || data.remaining() < 32) {
                throw new IllegalArgumentException(type);
            }
            return colons(MessageDigest.getInstance("MD5").digest(blob));
        } catch (RuntimeException e) {
            throw Refusal.badRequest("Keypair data is invalid: failed to generate fingerprint");
        }
    }

    private static String x509(String pem) throws GeneralSecurityException {
        try (InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))) {
            byte[] der = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getEncoded();
            return colons(MessageDigest.getInstance("SHA-1").digest(der));
        } catch (GeneralSecurityException | IOException e) {
            throw Refusal.badRequest("Keypair data is invalid: failed to generate X509 fingerprint. Error message: "
                    + "Unable to load PEM file. See https://cryptography.io/en/latest/faq/"
                    + "#why-can-t-i-import-my-pem-file for more details. MalformedFraming");
        }
    }

    private static String colons(byte[] digest) {
        return HexFormat.ofDelimiter(":").formatHex(digest);
    }

    /** Two of a few known primes make a valid key at once; finding new ones would take longer than most tests. */
    static Generated generate(String type, Ids ids) {
        if (!type.equals("ssh")) {
            throw new Refusal(501, "The fake cloud makes no x509 certificates: give a public_key");
        }
        List<BigInteger> primes = primes();
        int first = (int) Math.floorMod(ids.number(), (long) primes.size());
        int second =
                (first + 1 + (int) Math.floorMod(ids.number() / primes.size(), primes.size() - 1L)) % primes.size();
        BigInteger p = primes.get(first).max(primes.get(second));
        BigInteger q = primes.get(first).min(primes.get(second));
        BigInteger n = p.multiply(q);
        String publicKey = "ssh-rsa "
                + Base64.getEncoder()
                        .encodeToString(
                                blob("ssh-rsa".getBytes(StandardCharsets.US_ASCII), E.toByteArray(), n.toByteArray()))
                + " Generated-by-Nova";
        return new Generated(publicKey, privateKey(n, p, q));
    }

    private static List<BigInteger> primes() {
        try (InputStream in = KeyText.class.getResourceAsStream("primes.txt")) {
            if (in == null) {
                throw new IllegalStateException("primes.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> new BigInteger(line, 16))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] blob(byte[]... parts) {
        ByteBuffer out = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length + 4).sum());
        for (byte[] part : parts) {
            out.putInt(part.length).put(part);
        }
        return out.array();
    }

    private static String privateKey(BigInteger n, BigInteger p, BigInteger q) {
        BigInteger p1 = p.subtract(BigInteger.ONE);
        BigInteger q1 = q.subtract(BigInteger.ONE);
        BigInteger d = E.modInverse(p1.multiply(q1));
        try {
            byte[] pkcs8 = KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(n, E, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p)))
                    .getEncoded();
            // Of 2048 bits: 26 bytes say that it is RSA, the rest is the older form, which Nova gives out.
            byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
            return "-----BEGIN RSA PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs1)
                    + "\n-----END RSA PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

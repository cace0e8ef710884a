package io.github.openstackjvm.compute;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.resource.Secret;

/** Reads the private keys that people have for their servers, and decrypts with them. */
final class RsaKeys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s+(.+?)\\s*-----END \\1-----", Pattern.DOTALL);

    /** What stands before an RSA key of PKCS #1 to make it one of PKCS #8: version 0, and that it is RSA. */
    private static final byte[] IS_RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final byte[] OPENSSH = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    private RsaKeys() {}

    /** The password that was encrypted with the public key to this one. */
    static Secret decrypt(String base64, PrivateKey key) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            byte[] password = cipher.doFinal(Base64.getMimeDecoder().decode(base64));
            return Secret.of(new String(password, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new InvalidSpec("The password cannot be decrypted with this key: it was encrypted for another one");
        }
    }

    /** A key in any of the forms that OpenSSL and OpenSSH write. */
    static PrivateKey read(Secret text) {
        Matcher pem = PEM.matcher(text.reveal());
        if (!pem.find()) {
            throw new InvalidSpec("A private key in PEM or OpenSSH form was expected");
        }
        if (pem.group(1).startsWith("ENCRYPTED") || pem.group(2).startsWith("Proc-Type")) {
            throw encrypted();
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(pem.group(2));
            KeySpec spec = switch (pem.group(1)) {
                case "PRIVATE KEY" -> new PKCS8EncodedKeySpec(content);
                case "RSA PRIVATE KEY" -> new PKCS8EncodedKeySpec(pkcs8(content));
                case "OPENSSH PRIVATE KEY" -> openSsh(ByteBuffer.wrap(content));
                default -> throw notRsa();
            };
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException | BufferUnderflowException | IllegalArgumentException e) {
            // Without the cause, which might quote the key.
            throw new InvalidSpec("The private key cannot be read: it is damaged, or not of RSA");
        }
    }

    private static byte[] pkcs8(byte[] pkcs1) {
        byte[] octets = der(0x04, pkcs1);
        byte[] content = Arrays.copyOf(IS_RSA, IS_RSA.length + octets.length);
        System.arraycopy(octets, 0, content, IS_RSA.length, octets.length);
        return der(0x30, content);
    }

    /** A value of ASN.1 with its tag and length; the length of a key takes two bytes, or one. */
    private static byte[] der(int tag, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(content.length + 4).put((byte) tag);
        if (content.length > 0xff) {
            out.put((byte) 0x82).putShort((short) content.length);
        } else {
            out.put((byte) 0x81).put((byte) content.length);
        }
        return Arrays.copyOf(out.put(content).array(), out.position());
    }

    private static KeySpec openSsh(ByteBuffer in) {
        byte[] magic = new byte[OPENSSH.length];
        in.get(magic);
        String cipher = string(in);
        string(in); // how the passphrase becomes a key
        string(in);
        int keys = in.getInt();
        bytes(in); // the public key, which stands in the private part again
        if (!Arrays.equals(magic, OPENSSH) || keys != 1) {
            throw new IllegalArgumentException();
        } else if (!cipher.equals("none")) {
            throw encrypted();
        }
        ByteBuffer part = ByteBuffer.wrap(bytes(in));
        part.getLong(); // two equal numbers, by which a wrong passphrase shows
        if (!string(part).equals("ssh-rsa")) {
            throw notRsa();
        }
        BigInteger modulus = new BigInteger(bytes(part));
        bytes(part); // the public exponent
        return new RSAPrivateKeySpec(modulus, new BigInteger(bytes(part)));
    }

    private static String string(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static InvalidSpec encrypted() {
        return new InvalidSpec("The private key is encrypted itself; decrypt it first, as with ssh-keygen -p");
    }

    private static InvalidSpec notRsa() {
        return new InvalidSpec("Passwords are encrypted for keys of RSA only, and this key is of another kind");
    }
}

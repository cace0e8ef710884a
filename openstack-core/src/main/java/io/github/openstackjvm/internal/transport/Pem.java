package io.github.openstackjvm.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.jspecify.annotations.Nullable;

/** Reads certificates and keys as every tool of the field writes them. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*(?:-(?!----END)[^-]*)*)-----END \\1-----");
    private static final HexFormat HEX = HexFormat.of();
    /** AlgorithmIdentifier of rsaEncryption. */
    private static final byte[] RSA = HEX.parseHex("300d06092a864886f70d0101010500");
    /** Object identifier of id-ecPublicKey. */
    private static final byte[] EC = HEX.parseHex("06072a8648ce3d0201");

    private static final byte[] VERSION_0 = HEX.parseHex("020100");

    private record Block(String label, String content) {
        byte[] der(Path file) {
            try {
                return Base64.getMimeDecoder().decode(content);
            } catch (IllegalArgumentException e) {
                throw bad(file, "its block '" + label + "' is not valid base64: copy the file again", e);
            }
        }
    }

    private Pem() {}

    /** All certificates of the file, in their order. */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks(file)) {
                if (block.label.endsWith("CERTIFICATE")) {
                    found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der(file))));
                }
            }
        } catch (CertificateException e) {
            throw bad(file, "a certificate in it cannot be read: copy the file again", e);
        }
        if (found.isEmpty()) {
            throw bad(
                    file, "it holds no '-----BEGIN CERTIFICATE-----': convert it to PEM, e.g. with openssl x509", null);
        }
        return found;
    }

    /** The first private key of the file. The password is wiped. */
    static PrivateKey privateKey(Path file, char @Nullable [] password) {
        for (Block block : blocks(file)) {
            if (block.label.endsWith("PRIVATE KEY")) {
                try {
                    return key(pkcs8(block, file, password));
                } catch (GeneralSecurityException | IOException | RuntimeException e) {
                    if (e instanceof IllegalArgumentException said && said.getMessage() != null) {
                        throw said;
                    }
                    throw bad(
                            file,
                            password == null
                                    ? "its private key cannot be read: convert it with openssl pkcs8 -topk8"
                                    : "its private key cannot be read: check the password",
                            e);
                }
            }
        }
        throw bad(file, "it holds no private key: name the file with '-----BEGIN PRIVATE KEY-----' as the key", null);
    }

    private static byte[] pkcs8(Block block, Path file, char @Nullable [] password)
            throws GeneralSecurityException, IOException {
        if (block.content.contains("DEK-Info")) {
            throw bad(
                    file,
                    "its key is encrypted in a way given up long ago: convert it with openssl pkcs8 -topk8",
                    null);
        }
        byte[] der = block.der(file);
        return switch (block.label) {
            case "PRIVATE KEY" -> der;
            case "RSA PRIVATE KEY" -> sequence(VERSION_0, RSA, octets(der));
            case "EC PRIVATE KEY" -> sequence(VERSION_0, sequence(EC, curve(der)), octets(der));
            case "ENCRYPTED PRIVATE KEY" -> decrypt(der, file, password);
            default -> throw bad(file, "keys of kind '" + block.label + "' are not supported: use RSA or EC", null);
        };
    }

    private static byte[] decrypt(byte[] der, Path file, char @Nullable [] password)
            throws GeneralSecurityException, IOException {
        if (password == null) {
            throw bad(file, "its key is encrypted: give its password, or decrypt it with openssl pkey", null);
        }
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
        AlgorithmParameters parameters = info.getAlgParameters();
        // The JDK names PBES2 by what it consists of, which only its parameters know.
        String algorithm =
                info.getAlgName().equals("PBES2") || info.getAlgName().equals("1.2.840.113549.1.5.13")
                        ? parameters.toString()
                        : info.getAlgName();
        PBEKeySpec spec = new PBEKeySpec(password);
        try {
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(spec), parameters);
            return info.getKeySpec(cipher).getEncoded();
        } finally {
            spec.clearPassword();
            Arrays.fill(password, '\0');
        }
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        GeneralSecurityException failure = new InvalidKeySpecException("Neither RSA nor EC nor EdDSA");
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    /** The curve's identifier out of element [0] of an EC key: PKCS#8 wants it outside. */
    private static byte[] curve(byte[] der) throws InvalidKeySpecException {
        int at = contents(der, 0); // SEQUENCE
        at = next(der, at); // version
        at = next(der, at); // the key itself
        if (at >= der.length || (der[at] & 0xff) != 0xa0) {
            throw new InvalidKeySpecException("The key does not name its curve");
        }
        return Arrays.copyOfRange(der, contents(der, at), next(der, at));
    }

    private static int contents(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int next(byte[] der, int at) {
        int length = der[at + 1] & 0xff;
        if (length >= 0x80) {
            int bytes = length & 0x7f;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = (length << 8) | (der[at + 2 + i] & 0xff);
            }
        }
        return contents(der, at) + length;
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    private static byte[] octets(byte[] content) {
        return tagged(0x04, content);
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 4);
        out.write(tag);
        if (length >= 0x100) { // the shortest form only: the JDK refuses any other
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static List<Block> blocks(Path file) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw bad(file, "there is no such file: check the path", e);
        } catch (IOException e) {
            throw bad(file, "it cannot be read: check its permissions (" + Failures.detail(e) + ")", e);
        }
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    private static IllegalArgumentException bad(Path file, String remedy, @Nullable Throwable cause) {
        return new IllegalArgumentException("The file " + file + " cannot be used: " + remedy, cause);
    }
}

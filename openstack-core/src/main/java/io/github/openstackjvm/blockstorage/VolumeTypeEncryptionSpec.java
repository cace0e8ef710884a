package io.github.openstackjvm.blockstorage;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** How volumes of a type are to be encrypted. */
public final class VolumeTypeEncryptionSpec extends Spec<VolumeTypeEncryptionSpec> {

    /** What encrypts, such as {@code luks}. */
    public VolumeTypeEncryptionSpec provider(String provider) {
        return set("provider", provider);
    }

    /** Such as {@code aes-xts-plain64}. */
    public VolumeTypeEncryptionSpec cipher(String cipher) {
        return set("cipher", cipher);
    }

    /** Length of the key, in bits. */
    public VolumeTypeEncryptionSpec keySizeBits(int bits) {
        return set("key_size", bits);
    }

    /** The hypervisor does it. */
    public VolumeTypeEncryptionSpec byHypervisor() {
        return set("control_location", "front-end");
    }

    /** The storage does it. */
    public VolumeTypeEncryptionSpec byStorage() {
        return set("control_location", "back-end");
    }

    @Override
    protected List<String> required() {
        return List.of("provider", "control_location");
    }

    /** What can be changed of the encryption of a type. */
    public static final class Update extends Spec<Update> {

        /** What encrypts, such as {@code luks}. */
        public Update provider(String provider) {
            return set("provider", provider);
        }

        /** Such as {@code aes-xts-plain64}. */
        public Update cipher(String cipher) {
            return set("cipher", cipher);
        }

        /** Length of the key, in bits. */
        public Update keySizeBits(int bits) {
            return set("key_size", bits);
        }

        /** The hypervisor does it. */
        public Update byHypervisor() {
            return set("control_location", "front-end");
        }

        /** The storage does it. */
        public Update byStorage() {
            return set("control_location", "back-end");
        }
    }
}

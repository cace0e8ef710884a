package io.github.openstackjvm.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;

/** Gives the cloud the public half of an SSH key. */
public final class ImportKeypair {
    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(
                    take(cloud, "laptop", Path.of(System.getProperty("user.home"), ".ssh", "id_ed25519.pub")));
        }
    }

    // region: method
    static Keypair take(Cloud cloud, String name, Path publicKey) throws IOException {
        return cloud.compute()
                .keypairs()
                .create(KeypairSpec.named(name)
                        .publicKey(Files.readString(publicKey).strip()));
    }
    // endregion

    private ImportKeypair() {}
}

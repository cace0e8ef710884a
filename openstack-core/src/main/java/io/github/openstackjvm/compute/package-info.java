/**
 * Compute (Nova), API version 2.1 with microversions.
 *
 * <p>Import an SSH key:
 * <pre>{@code
 * cloud.compute().keypairs().create(KeypairSpec.named("laptop").publicKey("ssh-ed25519 AAAA…"));
 * }</pre>
 *
 * <p>Have Nova generate one, and keep its private key, which is shown only now:
 * <pre>{@code
 * Keypair pair = cloud.compute().keypairs().create(KeypairSpec.named("generated"));
 * pair.privateKey().saveTo(file);
 * }</pre>
 *
 * <p>Find the smallest flavor with 4 GiB of memory:
 * <pre>{@code
 * Optional<Flavor> flavor = cloud.compute().flavors().list().minRamMiB(4096).sortBy("memory_mb", ASC).first();
 * }</pre>
 *
 * <p>Tell the scheduler about a flavor:
 * <pre>{@code
 * cloud.compute().flavors().extraSpecs(flavor).set("hw:cpu_policy", "dedicated");
 * }</pre>
 */
@NullMarked
package io.github.openstackjvm.compute;

import org.jspecify.annotations.NullMarked;

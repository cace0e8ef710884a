/**
 * A fake OpenStack for tests: {@link io.github.openstackjvm.testkit.FakeCloud} keeps state, enforces roles, microversions
 * and quotas, and answers in each service's own words.
 *
 * <pre>{@code
 * @OpenStackTest
 * class DeployTest {
 *   @Test
 *   void retries(FakeCloud fake) {
 *     fake.faults().on(POST, "/os-keypairs").reply(503).times(2);
 *     deploy(fake.authUrl(), fake.transport());
 *     assertThat(fake).received(POST, "/os-keypairs").times(3);
 *     assertThat(fake).keypair("deploy").exists();
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.github.openstackjvm.testkit;

import org.jspecify.annotations.NullMarked;

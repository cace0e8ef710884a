/** Compute (Nova): keypairs and flavors, with every microversion enforced. */
@NullMarked
package io.github.openstackjvm.testkit.compute;

import org.jspecify.annotations.NullMarked;

/** Conversations with Nova. */
@NullMarked
package io.github.openstackjvm.compute;

import org.jspecify.annotations.NullMarked;

/** Conversations with Neutron. */
@NullMarked
package io.github.openstackjvm.network;

import org.jspecify.annotations.NullMarked;

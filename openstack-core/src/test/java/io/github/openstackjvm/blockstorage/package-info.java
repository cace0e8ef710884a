/** Conversations with Cinder. */
@NullMarked
package io.github.openstackjvm.blockstorage;

import org.jspecify.annotations.NullMarked;

/** Conversations with Glance. */
@NullMarked
package io.github.openstackjvm.image;

import org.jspecify.annotations.NullMarked;

/** The whole client, from its front door. */
@NullMarked
package io.github.openstackjvm;

import org.jspecify.annotations.NullMarked;

/** Tests of waiting. */
@NullMarked
package io.github.openstackjvm.internal.wait;

import org.jspecify.annotations.NullMarked;

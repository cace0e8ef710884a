/** Tests. */
@NullMarked
package io.github.openstackjvm.internal.discovery;

import org.jspecify.annotations.NullMarked;

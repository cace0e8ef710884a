/** Tests. */
@NullMarked
package io.github.openstackjvm.internal.json;

import org.jspecify.annotations.NullMarked;

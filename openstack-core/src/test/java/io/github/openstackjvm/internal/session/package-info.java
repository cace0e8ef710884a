/** Tests. */
@NullMarked
package io.github.openstackjvm.internal.session;

import org.jspecify.annotations.NullMarked;

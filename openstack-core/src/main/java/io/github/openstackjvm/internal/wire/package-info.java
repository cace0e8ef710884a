/** What a collection needs to see of the machinery below it, and nothing more. A leaf: it knows no service. */
@NullMarked
package io.github.openstackjvm.internal.wire;

import org.jspecify.annotations.NullMarked;

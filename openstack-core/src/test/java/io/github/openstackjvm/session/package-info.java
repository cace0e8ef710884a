/** Requests of one's own. */
@NullMarked
package io.github.openstackjvm.session;

import org.jspecify.annotations.NullMarked;

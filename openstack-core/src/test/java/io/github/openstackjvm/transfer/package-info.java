/** Bulk data. */
@NullMarked
package io.github.openstackjvm.transfer;

import org.jspecify.annotations.NullMarked;

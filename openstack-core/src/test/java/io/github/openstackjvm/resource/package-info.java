/** Tests of the grammar. */
@NullMarked
package io.github.openstackjvm.resource;

import org.jspecify.annotations.NullMarked;

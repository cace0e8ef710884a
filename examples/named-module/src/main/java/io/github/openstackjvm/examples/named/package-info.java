/** The client as a named module sees it. */
@NullMarked
package io.github.openstackjvm.examples.named;

import org.jspecify.annotations.NullMarked;

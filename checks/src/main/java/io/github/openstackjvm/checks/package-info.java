/** What the tests of several modules share. */
@NullMarked
package io.github.openstackjvm.checks;

import org.jspecify.annotations.NullMarked;

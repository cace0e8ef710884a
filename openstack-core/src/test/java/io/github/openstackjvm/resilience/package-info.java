/** What is lived through, on a clock of the test's. */
@NullMarked
package io.github.openstackjvm.resilience;

import org.jspecify.annotations.NullMarked;

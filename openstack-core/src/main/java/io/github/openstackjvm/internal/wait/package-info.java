/** Looking again until a transition is over: the one place that sleeps. */
@NullMarked
package io.github.openstackjvm.internal.wait;

import org.jspecify.annotations.NullMarked;

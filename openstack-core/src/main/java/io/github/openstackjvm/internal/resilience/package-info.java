/** Resilience4j behind a few words of our own: repetition, breaker, budget. */
@NullMarked
package io.github.openstackjvm.internal.resilience;

import org.jspecify.annotations.NullMarked;

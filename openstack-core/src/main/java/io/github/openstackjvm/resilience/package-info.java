/**
 * How much trouble is lived through before a caller hears of it: plain values.
 */
@NullMarked
package io.github.openstackjvm.resilience;

import org.jspecify.annotations.NullMarked;

/** What a call costs, beside the least that any client of the JVM could cost. See the README of this module. */
@NullMarked
package io.github.openstackjvm.benchmarks;

import org.jspecify.annotations.NullMarked;

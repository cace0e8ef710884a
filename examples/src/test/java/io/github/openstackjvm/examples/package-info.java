/** The programs, run on the fake cloud. */
@NullMarked
package io.github.openstackjvm.examples;

import org.jspecify.annotations.NullMarked;

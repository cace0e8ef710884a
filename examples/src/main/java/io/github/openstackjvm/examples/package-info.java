/** Programs of one file each, named after what they do. */
@NullMarked
package io.github.openstackjvm.examples;

import org.jspecify.annotations.NullMarked;

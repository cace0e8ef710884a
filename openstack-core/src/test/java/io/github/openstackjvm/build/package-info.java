/** What holds for the whole module. */
@NullMarked
package io.github.openstackjvm.build;

import org.jspecify.annotations.NullMarked;

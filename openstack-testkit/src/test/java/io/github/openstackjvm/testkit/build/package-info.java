/** What holds for the whole module. */
@NullMarked
package io.github.openstackjvm.testkit.build;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.openstackjvm.testkit.compute;

import org.jspecify.annotations.NullMarked;

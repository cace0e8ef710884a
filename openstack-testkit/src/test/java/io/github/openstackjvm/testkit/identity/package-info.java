@NullMarked
package io.github.openstackjvm.testkit.identity;

import org.jspecify.annotations.NullMarked;

/** Tests of the fake cloud, over its wire. */
@NullMarked
package io.github.openstackjvm.testkit;

import org.jspecify.annotations.NullMarked;

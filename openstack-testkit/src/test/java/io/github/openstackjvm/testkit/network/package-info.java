@NullMarked
package io.github.openstackjvm.testkit.network;

import org.jspecify.annotations.NullMarked;

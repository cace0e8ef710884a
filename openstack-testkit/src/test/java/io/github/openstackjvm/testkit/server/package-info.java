@NullMarked
package io.github.openstackjvm.testkit.server;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.openstackjvm.internal.transport;

import org.jspecify.annotations.NullMarked;

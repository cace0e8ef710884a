/** A cloud for tests: over WireMock, where the wire matters, and in memory, where time does. */
@NullMarked
package io.github.openstackjvm.stub;

import org.jspecify.annotations.NullMarked;

package io.github.openstackjvm.testkit;

import org.jspecify.annotations.Nullable;

/**
 * How an exchange ends.
 *
 * @param response the answer; null when the connection closes without one
 * @param truncated whether the connection closes in the middle of the body
 */
record Outcome(@Nullable FakeResponse response, boolean truncated) {}

package io.github.openstackjvm.resource;

import java.time.Duration;

/**
 * What was seen while the end of a transition was awaited.
 *
 * @param what the resource, for people, such as {@code server 8f0c…}
 * @param state in the service's words, such as {@code BUILD}
 * @param elapsed since the wait began
 */
public record Progress(String what, String state, Duration elapsed) {}

/**
 * WireMock in front of a fake cloud: stubs and faults of WireMock lie over it, and it answers the rest. Only for who has
 * {@code org.wiremock:wiremock-standalone} among the dependencies; nothing else needs it.
 */
@NullMarked
package io.github.openstackjvm.testkit.wiremock;

import org.jspecify.annotations.NullMarked;

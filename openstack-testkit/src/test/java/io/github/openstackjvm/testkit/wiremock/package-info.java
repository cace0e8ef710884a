/** Tests of WireMock in front of a fake cloud. */
@NullMarked
package io.github.openstackjvm.testkit.wiremock;

import org.jspecify.annotations.NullMarked;

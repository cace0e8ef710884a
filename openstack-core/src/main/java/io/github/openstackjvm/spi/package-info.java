/**
 * What a caller may plug in beside the transport and the authentication methods: a clock, a listener.
 */
@NullMarked
package io.github.openstackjvm.spi;

import org.jspecify.annotations.NullMarked;

/**
 * How a token is kept and an endpoint chosen.
 */
@NullMarked
package io.github.openstackjvm.internal.session;

import org.jspecify.annotations.NullMarked;

/**
 * Algorithms and small servers of the methods of authentication.
 */
@NullMarked
package io.github.openstackjvm.internal.auth;

import org.jspecify.annotations.NullMarked;

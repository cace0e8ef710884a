/**
 * The ways to obtain a token, and what it is valid for.
 */
@NullMarked
package io.github.openstackjvm.auth;

import org.jspecify.annotations.NullMarked;

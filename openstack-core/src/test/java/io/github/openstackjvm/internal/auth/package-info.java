/** Tests. */
@NullMarked
package io.github.openstackjvm.internal.auth;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package io.github.openstackjvm.auth;

import org.jspecify.annotations.NullMarked;

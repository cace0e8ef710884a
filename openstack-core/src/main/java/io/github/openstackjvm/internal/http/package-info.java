/** Feign under our contract, codec and error mapping, and the chain of what protects a call. */
@NullMarked
package io.github.openstackjvm.internal.http;

import org.jspecify.annotations.NullMarked;

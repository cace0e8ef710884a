/** The road of a request: what is put around it on the way out, and what is made of the answer. */
@NullMarked
package io.github.openstackjvm.internal.http;

import org.jspecify.annotations.NullMarked;

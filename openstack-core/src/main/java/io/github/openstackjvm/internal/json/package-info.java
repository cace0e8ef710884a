/** The one object mapper: open values, lenient times, kept extras. */
@NullMarked
package io.github.openstackjvm.internal.json;

import org.jspecify.annotations.NullMarked;

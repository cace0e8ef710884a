/**
 * The one JSON mapper, and what is read leniently out of answers.
 */
@NullMarked
package io.github.openstackjvm.internal.json;

import org.jspecify.annotations.NullMarked;

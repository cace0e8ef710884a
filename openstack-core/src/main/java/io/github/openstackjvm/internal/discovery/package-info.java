/**
 * What a service says about its versions.
 */
@NullMarked
package io.github.openstackjvm.internal.discovery;

import org.jspecify.annotations.NullMarked;

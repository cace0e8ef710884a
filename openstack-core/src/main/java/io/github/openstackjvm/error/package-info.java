/**
 * What can go wrong: one unchecked {@link io.github.openstackjvm.error.OpenStackException} and the few subclasses to which a
 * caller reacts differently.
 */
@NullMarked
package io.github.openstackjvm.error;

import org.jspecify.annotations.NullMarked;

/**
 * OpenStack for the JVM: {@link io.github.openstackjvm.OpenStack} is the way in, {@link io.github.openstackjvm.Cloud} leads to
 * the services.
 */
@NullMarked
package io.github.openstackjvm;

import org.jspecify.annotations.NullMarked;

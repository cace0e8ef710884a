/** Network (Neutron): security groups and their rules, quotas, extensions. */
@NullMarked
package io.github.openstackjvm.testkit.network;

import org.jspecify.annotations.NullMarked;

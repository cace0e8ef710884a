/**
 * The quality of service of networks, ports, floating IPs and gateways.
 *
 * <p>Limit what a port sends:
 * <pre>{@code
 * QosPolicy slow = cloud.network().qosPolicies().create(QosPolicySpec.named("slow"));
 * cloud.network().qosPolicies().bandwidthLimits(slow).create(
 *         BandwidthLimitRuleSpec.of(1_000).direction(Direction.EGRESS));
 * cloud.network().ports().update(port, cloud.network().ports().changes().qosPolicy(slow));
 * }</pre>
 */
@NullMarked
package io.github.openstackjvm.network.qos;

import org.jspecify.annotations.NullMarked;

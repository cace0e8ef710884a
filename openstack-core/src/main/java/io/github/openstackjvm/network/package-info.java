/**
 * Network (Neutron), API version 2.0.
 *
 * <p>Let SSH in from one network:
 * <pre>{@code
 * SecurityGroup web = cloud.network().securityGroups().create(SecurityGroupSpec.named("web"));
 * cloud.network().securityGroupRules().create(
 *         SecurityGroupRuleSpec.ingress(web).tcp(22).remoteIpPrefix("192.0.2.0/24"));
 * }</pre>
 *
 * <p>Change a group only if nobody else did meanwhile:
 * <pre>{@code
 * groups.update(web, groups.changes().description("front ends").ifRevision(web.revisionNumber()));
 * }</pre>
 */
@NullMarked
package io.github.openstackjvm.network;

import org.jspecify.annotations.NullMarked;

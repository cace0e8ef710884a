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
 * <p>A network with a subnet, joined to the world:
 * <pre>{@code
 * Network lan = cloud.network().networks().create(NetworkSpec.named("lan"));
 * Subnet subnet = cloud.network().subnets().create(SubnetSpec.of(lan, "10.1.0.0/24"));
 * Router router = cloud.network().routers().create(RouterSpec.named("edge").externalGateway("public"));
 * cloud.network().routers().addSubnet(router, subnet);
 * }</pre>
 *
 * <p>An address outside for a server:
 * <pre>{@code
 * Port nic = cloud.network().ports().list().device(web).one();
 * FloatingIp ip = cloud.network().floatingIps().create(FloatingIpSpec.from("public").port(nic));
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

package io.github.openstackjvm.dsl

import io.github.openstackjvm.network.AddressScopes
import io.github.openstackjvm.network.FloatingIps
import io.github.openstackjvm.network.NetworkService
import io.github.openstackjvm.network.Networks
import io.github.openstackjvm.network.Ports
import io.github.openstackjvm.network.Routers
import io.github.openstackjvm.network.SecurityGroupRules
import io.github.openstackjvm.network.SecurityGroups
import io.github.openstackjvm.network.SubnetPools
import io.github.openstackjvm.network.Subnets
import io.github.openstackjvm.network.qos.QosPolicies

/** What traffic ports let through. */
public val NetworkService.securityGroups: SecurityGroups get() = securityGroups()

/** The single rules of security groups. */
public val NetworkService.securityGroupRules: SecurityGroupRules get() = securityGroupRules()

/** What subnets and ports are part of. */
public val NetworkService.networks: Networks get() = networks()

/** Ranges of addresses of networks. */
public val NetworkService.subnets: Subnets get() = subnets()

/** Ranges that subnets are cut from. */
public val NetworkService.subnetPools: SubnetPools get() = subnetPools()

/** Where addresses occur only once. */
public val NetworkService.addressScopes: AddressScopes get() = addressScopes()

/** Where things are plugged into networks. */
public val NetworkService.ports: Ports get() = ports()

/** What carries packets from subnet to subnet, and outside. */
public val NetworkService.routers: Routers get() = routers()

/** Addresses outside that stand for addresses inside. */
public val NetworkService.floatingIps: FloatingIps get() = floatingIps()

/** Rules for the quality of service. */
public val NetworkService.qosPolicies: QosPolicies get() = qosPolicies()

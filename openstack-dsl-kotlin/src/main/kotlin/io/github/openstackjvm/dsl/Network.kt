package io.github.openstackjvm.dsl

import io.github.openstackjvm.network.NetworkService
import io.github.openstackjvm.network.Networks
import io.github.openstackjvm.network.Ports
import io.github.openstackjvm.network.SecurityGroupRules
import io.github.openstackjvm.network.SecurityGroups

/** What traffic ports let through. */
public val NetworkService.securityGroups: SecurityGroups get() = securityGroups()

/** The single rules of security groups. */
public val NetworkService.securityGroupRules: SecurityGroupRules get() = securityGroupRules()

/** What subnets and ports are part of. */
public val NetworkService.networks: Networks get() = networks()

/** Where things are plugged into networks. */
public val NetworkService.ports: Ports get() = ports()

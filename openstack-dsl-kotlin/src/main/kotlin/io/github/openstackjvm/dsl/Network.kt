package io.github.openstackjvm.dsl

import io.github.openstackjvm.network.NetworkService
import io.github.openstackjvm.network.SecurityGroupRules
import io.github.openstackjvm.network.SecurityGroups

/** What traffic ports let through. */
public val NetworkService.securityGroups: SecurityGroups get() = securityGroups()

/** The single rules of security groups. */
public val NetworkService.securityGroupRules: SecurityGroupRules get() = securityGroupRules()

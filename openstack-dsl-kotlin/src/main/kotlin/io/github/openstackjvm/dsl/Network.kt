package io.github.openstackjvm.dsl

import io.github.openstackjvm.network.AddressGroups
import io.github.openstackjvm.network.AddressScopes
import io.github.openstackjvm.network.Agents
import io.github.openstackjvm.network.AutoAllocatedTopologies
import io.github.openstackjvm.network.AvailabilityZones
import io.github.openstackjvm.network.DefaultSecurityGroupRules
import io.github.openstackjvm.network.Extensions
import io.github.openstackjvm.network.FloatingIps
import io.github.openstackjvm.network.MeteringLabelRules
import io.github.openstackjvm.network.MeteringLabels
import io.github.openstackjvm.network.NetworkIpAvailabilities
import io.github.openstackjvm.network.NetworkService
import io.github.openstackjvm.network.Networks
import io.github.openstackjvm.network.Ports
import io.github.openstackjvm.network.Quotas
import io.github.openstackjvm.network.RbacPolicies
import io.github.openstackjvm.network.Routers
import io.github.openstackjvm.network.SecurityGroupRules
import io.github.openstackjvm.network.SecurityGroups
import io.github.openstackjvm.network.Segments
import io.github.openstackjvm.network.SubnetPools
import io.github.openstackjvm.network.Subnets
import io.github.openstackjvm.network.Trunks
import io.github.openstackjvm.network.qos.QosPolicies
import io.github.openstackjvm.network.qos.QosRuleTypes

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

/** Kinds of rules for the quality of service. */
public val NetworkService.qosRuleTypes: QosRuleTypes get() = qosRuleTypes()

/** How much projects may have. */
public val NetworkService.quotas: Quotas get() = quotas()

/** Who may use what belongs to the project. */
public val NetworkService.rbacPolicies: RbacPolicies get() = rbacPolicies()

/** What this Neutron can do beside the core. */
public val NetworkService.extensions: Extensions get() = extensions()

/** Where networks and routers are served. */
public val NetworkService.availabilityZones: AvailabilityZones get() = availabilityZones()

/** The programs of Neutron on their hosts. */
public val NetworkService.agents: Agents get() = agents()

/** How many addresses of networks are in use. */
public val NetworkService.ipAvailabilities: NetworkIpAvailabilities get() = ipAvailabilities()

/** Networks that Neutron makes by itself. */
public val NetworkService.autoAllocatedTopologies: AutoAllocatedTopologies get() = autoAllocatedTopologies()

/** Ports that carry other ports. */
public val NetworkService.trunks: Trunks get() = trunks()

/** Ranges of addresses under one name. */
public val NetworkService.addressGroups: AddressGroups get() = addressGroups()

/** Parts of networks within which no router is needed. */
public val NetworkService.segments: Segments get() = segments()

/** What traffic is counted under. */
public val NetworkService.meteringLabels: MeteringLabels get() = meteringLabels()

/** What traffic is counted. */
public val NetworkService.meteringLabelRules: MeteringLabelRules get() = meteringLabelRules()

/** What new security groups begin with. */
public val NetworkService.defaultSecurityGroupRules: DefaultSecurityGroupRules get() = defaultSecurityGroupRules()

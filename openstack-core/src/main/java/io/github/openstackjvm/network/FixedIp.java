package io.github.openstackjvm.network;

import org.jspecify.annotations.Nullable;

/**
 * An address of a port.
 *
 * @param subnetId the subnet it is of; null where only the address is told
 * @param ipAddress the address
 */
public record FixedIp(@Nullable String subnetId, String ipAddress) {}

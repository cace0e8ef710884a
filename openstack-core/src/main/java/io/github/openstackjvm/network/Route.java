package io.github.openstackjvm.network;

/**
 * Where packets go.
 *
 * @param destination those for this range of addresses, such as {@code 10.9.0.0/16}
 * @param nexthop go to this address
 */
public record Route(String destination, String nexthop) {}

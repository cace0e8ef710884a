package io.github.openstackjvm.network;

/**
 * Addresses of a subnet that ports are given.
 *
 * @param start the first one
 * @param end the last one
 */
public record AllocationPool(String start, String end) {}

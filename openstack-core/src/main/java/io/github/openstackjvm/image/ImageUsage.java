package io.github.openstackjvm.image;

/**
 * What a project uses of one quota. The constructor is not API.
 *
 * @param usage what it uses
 * @param limit what it may use; -1: any number
 */
public record ImageUsage(long usage, long limit) {}

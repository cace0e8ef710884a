package io.github.openstackjvm.objectstore;

/**
 * What the transfer of a folder has done.
 *
 * @param transferred how many files were transferred
 * @param bytes how many bytes they have
 * @param unchanged how many were there already
 */
public record DirectoryReport(long transferred, long bytes, long unchanged) {}

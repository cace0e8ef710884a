package io.github.openstackjvm.image;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What is around a disk.
 *
 * @param value as on the wire
 */
public record ContainerFormat(String value) implements OpenValue {
    /** Nothing. */
    public static final ContainerFormat BARE = new ContainerFormat("bare");
    /** A directory with descriptions. */
    public static final ContainerFormat OVF = new ContainerFormat("ovf");
    /** An OVF in an archive. */
    public static final ContainerFormat OVA = new ContainerFormat("ova");
    /** An archive of the file system of a container. */
    public static final ContainerFormat DOCKER = new ContainerFormat("docker");
    /** Packed; nobody says how. */
    public static final ContainerFormat COMPRESSED = new ContainerFormat("compressed");
    /** A machine of Amazon. */
    public static final ContainerFormat AMI = new ContainerFormat("ami");
    /** A kernel of Amazon. */
    public static final ContainerFormat AKI = new ContainerFormat("aki");
    /** A ramdisk of Amazon. */
    public static final ContainerFormat ARI = new ContainerFormat("ari");

    @Override
    public String toString() {
        return value;
    }
}

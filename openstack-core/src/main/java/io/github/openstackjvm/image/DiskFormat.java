package io.github.openstackjvm.image;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How a disk is laid out in its file.
 *
 * @param value as on the wire
 */
public record DiskFormat(String value) implements OpenValue {
    /** Byte by byte. */
    public static final DiskFormat RAW = new DiskFormat("raw");
    /** Of QEMU: grows, and has snapshots. */
    public static final DiskFormat QCOW2 = new DiskFormat("qcow2");
    /** Of VMware. */
    public static final DiskFormat VMDK = new DiskFormat("vmdk");
    /** Of Hyper-V and Xen. */
    public static final DiskFormat VHD = new DiskFormat("vhd");
    /** Of Hyper-V, newer. */
    public static final DiskFormat VHDX = new DiskFormat("vhdx");
    /** Of VirtualBox. */
    public static final DiskFormat VDI = new DiskFormat("vdi");
    /** The content of an optical disc. */
    public static final DiskFormat ISO = new DiskFormat("iso");
    /** Of Virtuozzo. */
    public static final DiskFormat PLOOP = new DiskFormat("ploop");
    /** A machine of Amazon, kept beside its kernel and ramdisk. */
    public static final DiskFormat AMI = new DiskFormat("ami");
    /** A kernel of Amazon. */
    public static final DiskFormat AKI = new DiskFormat("aki");
    /** A ramdisk of Amazon. */
    public static final DiskFormat ARI = new DiskFormat("ari");

    @Override
    public String toString() {
        return value;
    }
}

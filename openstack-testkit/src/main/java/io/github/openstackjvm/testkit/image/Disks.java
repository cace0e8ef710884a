package io.github.openstackjvm.testkit.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import io.github.openstackjvm.testkit.FakeBody;
import org.jspecify.annotations.Nullable;

/** What a disk in a file looks like from outside. */
final class Disks {
    private static final int QCOW2 = 0x514649fb;
    private static final int QCOW2_SIZE_AT = 24;

    private Disks() {}

    /** A disk of this size without anything on it, in a file of that length. */
    static byte[] qcow2(long size, int length) {
        ByteBuffer header = ByteBuffer.allocate(length);
        header.putInt(QCOW2).putInt(3);
        header.putLong(QCOW2_SIZE_AT, size);
        return header.array();
    }

    /** How large the disk is that a file holds; null when the format does not tell, or the file is of another one. */
    static @Nullable Long virtualSize(@Nullable Object diskFormat, FakeBody data) {
        if ("raw".equals(diskFormat)) {
            return data.length() == 0 ? null : data.length();
        }
        if (!"qcow2".equals(diskFormat) || data.length() < QCOW2_SIZE_AT + Long.BYTES) {
            return null;
        }
        try (InputStream in = data.open();
                DataInputStream header = new DataInputStream(in)) {
            int magic = header.readInt();
            header.skipNBytes(QCOW2_SIZE_AT - Integer.BYTES);
            return magic == QCOW2 ? header.readLong() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

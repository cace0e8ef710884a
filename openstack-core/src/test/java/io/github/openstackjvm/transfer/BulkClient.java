package io.github.openstackjvm.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.stub.ObjectStoreSocket;

/** The other process of {@link BulkTest}: puts an object of this size and fetches it again, in whatever memory it is given. */
final class BulkClient {
    private BulkClient() {}

    public static void main(String[] args) {
        long bytes = Long.parseLong(args[1]);
        try (Cloud cloud = OpenStack.connect(ObjectStoreSocket.config(args[0]).build())) {
            StoredObjects objects = cloud.objectstore().objects("c");
            long began = System.nanoTime();
            StoredObject put = objects.put("sized", Content.from(bytes, () -> new Pattern(bytes)));
            System.out.println("up " + put.bytes() + " " + put.etag() + " " + millis(began));
            began = System.nanoTime();
            put = objects.put("chunked", Content.chunked(() -> new Pattern(bytes)));
            System.out.println("chunked " + put.bytes() + " " + put.etag() + " " + millis(began));
            began = System.nanoTime();
            Counter counter = new Counter();
            StoredObject got = objects.download("sized").to(counter);
            System.out.println("down " + counter.bytes + " " + got.etag() + " " + millis(began));
        }
        System.out.println("heap " + Runtime.getRuntime().maxMemory());
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** The same bytes for both sides: no two neighbouring pieces are alike. */
    static final class Pattern extends InputStream {
        private static final byte[] PIECE = new byte[(64 << 10) + 251];

        static {
            for (int i = 0; i < PIECE.length; i++) {
                PIECE[i] = (byte) (i * 31 + i / 251);
            }
        }

        private final long length;
        private long position;

        Pattern(long length) {
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            int start = (int) (position % PIECE.length);
            int n = (int) Math.min(Math.min(count, length - position), PIECE.length - start);
            if (n <= 0) {
                return -1;
            }
            System.arraycopy(PIECE, start, into, from, n);
            position += n;
            return n;
        }
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int count) {
            bytes += count;
        }
    }
}

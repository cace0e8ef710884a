package io.github.openstackjvm.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.OptionalLong;

import io.github.openstackjvm.error.ChecksumMismatch;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.internal.wire.BrokenTransfer;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.internal.wire.Opener;
import io.github.openstackjvm.internal.wire.Opener.Opened;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of a download as they arrive, for one thread at a time. Close it: closing it before its end gives up the
 * connection. At its end, and before that is told, the whole is compared with what the service says it must hash to.
 *
 * <p>What fails while it is read is an {@link IOException}, as of every stream, whose cause is the exception of this library:
 * {@link ChecksumMismatch}, {@link Unavailable}, {@link io.github.openstackjvm.error.Cancelled}. A connection that breaks is
 * first taken up again where it broke, as long as that brings further bytes.
 *
 * @param <T> what the service says about the bytes
 */
public final class Incoming<T> extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.transfer");
    private static final int PIECE = 64 << 10;

    private final Opener<T> opener;
    private final Opened<T> first;
    private final long from;
    private final long count;
    private final @Nullable Checksum expected;
    private final @Nullable MessageDigest digest;
    private final @Nullable Meter meter;
    private InputStream stream;
    private long position;
    /** Where the connection broke last. */
    private long broke = -1;

    private boolean ended;
    private boolean closed;

    Incoming(
            Opener<T> opener,
            Opened<T> opened,
            long from,
            long count,
            boolean verified,
            @Nullable TransferListener listener) {
        this.opener = opener;
        this.first = opened;
        this.from = from;
        this.count = count;
        this.stream = opened.stream();
        this.expected =
                verified && !opened.expected().isEmpty() ? opened.expected().get(0) : null;
        this.digest = expected == null ? null : expected.digests().get();
        this.meter = listener == null ? null : new Meter(listener, opened.length());
    }

    /** What the service says about the bytes. */
    public T about() {
        return first.about();
    }

    /** How many bytes it has; empty when the service does not tell. */
    public OptionalLong length() {
        return first.length() < 0 ? OptionalLong.empty() : OptionalLong.of(first.length());
    }

    /** Whether the whole will be compared at its end with what it must hash to. */
    public boolean verified() {
        return expected != null;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        if (closed) {
            throw new IOException("The stream was closed");
        }
        if (ended) {
            return -1;
        }
        int n = readOn(bytes, start, length);
        if (n < 0) {
            ended = true;
            if (meter != null) {
                meter.end();
            }
            verify();
            return -1;
        }
        position += n;
        if (digest != null) {
            digest.update(bytes, start, n);
        }
        if (meter != null) {
            meter.moved(n);
        }
        return n;
    }

    private int readOn(byte[] bytes, int start, int length) throws IOException {
        while (true) {
            try {
                return stream.read(bytes, start, length);
            } catch (BrokenTransfer e) {
                // Without a further byte since it broke last, it would go on so for ever.
                if (!(e.why() instanceof Unavailable) || !first.resumable() || broke == position) {
                    throw e;
                }
                broke = position;
                stream.close();
                LOG.debug(
                        "{} broke off at byte {} and is taken up there: {}",
                        first.what(),
                        from + position,
                        e.getMessage());
                stream = rest();
            }
        }
    }

    private InputStream rest() throws BrokenTransfer {
        try {
            Opener<T> same = first.rest() == null ? opener : first.rest();
            return same.open(from + position, count == Opener.REST ? count : count - position).stream();
        } catch (OpenStackException e) {
            throw new BrokenTransfer(e);
        }
    }

    private void verify() throws BrokenTransfer {
        if (digest == null || expected == null) {
            return;
        }
        String hex = Checksum.hex(digest);
        if (!hex.equals(expected.hex())) {
            throw new BrokenTransfer(new ChecksumMismatch(
                    "What was downloaded of " + first.what() + ", " + position + " bytes, has the "
                            + expected.algorithm() + " " + hex + ", but the service says it must be " + expected.hex(),
                    ErrorContext.NONE,
                    null));
        }
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long moved = 0;
        for (int n = read(piece, 0, PIECE); n >= 0; n = read(piece, 0, PIECE)) {
            out.write(piece, 0, n);
            moved += n;
        }
        return moved;
    }

    @Override
    public int available() throws IOException {
        return ended || closed ? 0 : stream.available();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            stream.close();
        }
    }

    /** What it is, and how far. */
    @Override
    public String toString() {
        return "Incoming[" + first.what() + ", " + position + " bytes so far]";
    }
}

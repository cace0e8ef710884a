package io.github.openstackjvm.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import io.github.openstackjvm.internal.wire.BrokenTransfer;
import io.github.openstackjvm.transport.TransportException;

/** The body of a streamed answer while the caller reads it. What goes wrong has the circumstances of its call. */
final class Reading extends FilterInputStream {
    private final Failures failures;
    private final Exchange exchange;
    private long bytes;

    Reading(InputStream in, Failures failures, Exchange exchange) {
        super(in);
        this.failures = failures;
        this.exchange = exchange;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        try {
            int n = in.read(into, from, count);
            bytes += Math.max(n, 0);
            return n;
        } catch (TransportException e) {
            throw new BrokenTransfer(failures.brokenOff(exchange, e, bytes));
        }
    }

    @Override
    public long skip(long count) throws IOException {
        try {
            long n = in.skip(count);
            bytes += n;
            return n;
        } catch (TransportException e) {
            throw new BrokenTransfer(failures.brokenOff(exchange, e, bytes));
        }
    }
}

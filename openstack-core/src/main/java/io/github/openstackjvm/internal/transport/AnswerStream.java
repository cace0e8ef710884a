package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.io.InputStream;

import io.github.openstackjvm.internal.transport.Exchange.Phase;
import io.github.openstackjvm.internal.transport.Exchange.Stage;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;

/** The body of an answer while the caller reads it. Hands the connection back at the last byte, gives it up before. */
final class AnswerStream extends InputStream {
    private final InputStream body;
    private final Exchange exchange;
    private final Failures.Wire wire;
    private final Lease lease;
    private final Stage reading;
    private final Stage paused;
    /** Bytes still to come, negative when not announced. */
    private long left;

    private boolean ended;

    AnswerStream(InputStream body, long length, Exchange exchange, Failures.Wire wire, Lease lease)
            throws TransportException {
        this.body = body;
        this.left = length;
        this.exchange = exchange;
        this.wire = wire;
        this.lease = lease;
        this.reading = new Stage(Phase.RECEIVING, lease::cut, 0);
        this.paused = exchange.enter(Phase.PAUSED, lease::cut);
        exchange.noDeadline();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (ended) {
            return -1;
        }
        if (length == 0) {
            return 0;
        }
        try {
            exchange.enter(reading);
            int n = body.read(bytes, from, length);
            exchange.moved(Math.max(n, 0));
            left -= Math.max(n, 0);
            if (n < 0 || left == 0) {
                ended = true;
                lease.end(exchange.finish());
            } else {
                exchange.enter(paused);
            }
            return n;
        } catch (IOException | RuntimeException e) {
            TransportException failure = Failures.of(exchange, Phase.RECEIVING, wire, e);
            exchange.finish();
            lease.end(false);
            throw failure;
        }
    }

    @Override
    public int available() throws IOException {
        return ended || exchange.stage() == null ? 0 : body.available();
    }

    /** Gives up the rest: reading gigabytes to save one connection would be a bad bargain. */
    @Override
    public void close() {
        if (exchange.stage() != null) {
            exchange.abort(Reason.CLOSED, "The stream was closed while");
        }
        lease.end(false);
    }
}

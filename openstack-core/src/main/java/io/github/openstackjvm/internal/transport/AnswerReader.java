package io.github.openstackjvm.internal.transport;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.github.openstackjvm.internal.transport.Failures.BadAnswer;

/** Reads the body of an answer into memory. */
final class AnswerReader {
    /** Of an error's body so much is kept: enough for any message. */
    static final int ERROR_BYTES = 64 << 10;

    private static final int TRUSTED_LENGTH = 1 << 20;

    /**
     * A body in memory.
     *
     * @param complete whether all of it was read from the connection
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(byte[] bytes, boolean complete) {}

    private AnswerReader() {}

    /**
     * Reads it all; or the beginning, when it is an error.
     *
     * @param length as announced, negative when it was not
     */
    static Body read(InputStream in, long length, boolean gzip, boolean error, int max, Exchange exchange)
            throws IOException {
        InputStream counted = new Counted(in, exchange);
        int limit = error ? Math.min(ERROR_BYTES, max) : max;
        if (gzip) {
            return unpack(counted, length, error, limit);
        }
        if (length > limit) {
            return error ? new Body(counted.readNBytes(limit), false) : tooLarge(limit);
        }
        if (length >= 0 && length <= TRUSTED_LENGTH) {
            byte[] bytes = new byte[(int) length];
            counted.readNBytes(bytes, 0, bytes.length);
            return new Body(bytes, true);
        }
        return limited(counted, error, limit);
    }

    private static Body unpack(InputStream in, long length, boolean error, int limit) throws IOException {
        if (length == 0) {
            return new Body(new byte[0], true);
        }
        Body body;
        try {
            body = limited(new GZIPInputStream(in, 8 << 10), error, limit);
        } catch (ZipException | EOFException e) {
            throw new BadAnswer("its gzip encoding is broken: " + Failures.detail(e), e);
        }
        // What follows the packed bytes belongs to the answer, too: the end of the chunks.
        return body.complete ? new Body(body.bytes, in.readNBytes(1).length == 0) : body;
    }

    private static Body limited(InputStream in, boolean error, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit);
        if (bytes.length < limit || in.read() < 0) {
            return new Body(bytes, true);
        }
        return error ? new Body(bytes, false) : tooLarge(limit);
    }

    private static Body tooLarge(int limit) throws BadAnswer {
        throw new BadAnswer("its body is larger than " + limit + " bytes, the most that is read into memory", null);
    }

    /** Tells the watch that bytes move. */
    private static final class Counted extends FilterInputStream {
        private final Exchange exchange;

        Counted(InputStream in, Exchange exchange) {
            super(in);
            this.exchange = exchange;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            exchange.moved(1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = in.read(bytes, from, length);
            exchange.moved(Math.max(n, 0));
            return n;
        }
    }
}

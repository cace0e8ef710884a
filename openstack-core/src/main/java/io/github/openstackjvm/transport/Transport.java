package io.github.openstackjvm.transport;

/**
 * Sends one request and brings back its answer, whatever the status. It never repeats a request, follows no redirect,
 * keeps no cookie and adds no credentials: all that is decided above it.
 *
 * <p>An implementation is safe for use by any number of threads. A call ends within 50 ms once the calling thread is
 * interrupted, wherever it is blocked (waiting for a connection, connecting, sending, receiving); the interrupt flag
 * stays set.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends the request and waits for the answer. The body of the answer is buffered, unless
     * {@linkplain HttpCall#streaming() streaming} was asked for and the status is below 300: then it is read from the
     * connection while the caller reads it, and the caller must close the answer.
     *
     * @throws TransportException when no complete answer came; it tells whether the request may have reached the server
     */
    HttpAnswer exchange(HttpCall call) throws TransportException;

    /** Ends exchanges under way and gives up all connections. May be called more than once. */
    @Override
    void close();
}

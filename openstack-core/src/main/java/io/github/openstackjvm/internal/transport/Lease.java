package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.openstackjvm.internal.transport.Exchange.Phase;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One connection out of the pool, which goes back exactly once. */
final class Lease {
    private final PoolingHttpClientConnectionManager pool;
    private final ConnectionEndpoint endpoint;
    private final Runnable afterwards;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable TimeValue keep;

    private Lease(PoolingHttpClientConnectionManager pool, ConnectionEndpoint endpoint, Runnable afterwards) {
        this.pool = pool;
        this.endpoint = endpoint;
        this.afterwards = afterwards;
    }

    /**
     * Waits for a connection.
     *
     * @param afterwards runs when it goes back
     */
    static Lease take(
            PoolingHttpClientConnectionManager pool,
            HttpRoute route,
            Timeout wait,
            Exchange exchange,
            Runnable afterwards)
            throws IOException {
        LeaseRequest request = pool.lease("", route, wait, null);
        ConnectionEndpoint endpoint = null;
        try {
            exchange.enter(Phase.QUEUED, request::cancel); // may refuse, while the pool has granted already
            endpoint = request.get(wait);
            return new Lease(pool, endpoint, afterwards);
        } catch (TimeoutException e) {
            throw noneFree(exchange, wait, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait was interrupted", e);
        } catch (CancellationException e) {
            throw new IOException("The wait was given up", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw noneFree(exchange, wait, e);
            }
            throw new IOException(Failures.detail(e), e);
        } finally {
            if (endpoint == null) {
                reclaim(pool, request);
            }
        }
    }

    private static TransportException noneFree(Exchange exchange, Timeout wait, Exception e) {
        return new TransportException(
                Reason.NO_CONNECTION_FREE,
                "No connection to " + exchange.label + " became free within " + Failures.text(wait.toDuration()),
                e);
    }

    /** A connection that was granted in the moment the wait was given up would be lost to the pool. */
    private static void reclaim(PoolingHttpClientConnectionManager pool, LeaseRequest request) {
        if (!request.cancel()) {
            try {
                ConnectionEndpoint endpoint = request.get(Timeout.ofMilliseconds(1));
                pool.release(endpoint, null, TimeValue.NEG_ONE_MILLISECOND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | CancellationException e) {
                return; // nothing was granted
            }
        }
    }

    ConnectionEndpoint endpoint() {
        return endpoint;
    }

    /** Closes the connection under whoever is blocked on it. The lease itself goes back with its owner. */
    void cut() {
        endpoint.close(CloseMode.IMMEDIATE);
    }

    /** The connection may serve another call for so long, once its answer is read. */
    void keepFor(TimeValue time) {
        keep = time;
    }

    /**
     * Hands the connection back.
     *
     * @param complete whether the answer was read to its end, so that the connection may be kept
     */
    void end(boolean complete) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        try {
            TimeValue time = keep;
            if (!complete) {
                cut();
            }
            pool.release(endpoint, null, complete ? time : null);
        } finally {
            afterwards.run();
        }
    }
}

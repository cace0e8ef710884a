package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;

import io.github.openstackjvm.internal.transport.Exchange.Phase;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/** Opens connections: name, TCP, tunnel of a proxy, TLS. Each step can be ended by the watch. */
final class Dialer implements HttpClientConnectionOperator {
    private final Lookups lookups;
    private final Tls tls;
    private final ProxyRule proxy;

    Dialer(Lookups lookups, Tls tls, ProxyRule proxy) {
        this.lookups = lookups;
        this.tls = tls;
        this.proxy = proxy;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost firstHop,
            @Nullable InetSocketAddress local,
            @Nullable TimeValue timeout,
            @Nullable SocketConfig config,
            HttpContext context)
            throws IOException {
        CallContext call = (CallContext) context;
        Socket socket = connect(call.exchange, firstHop.getHostName(), firstHop.getPort());
        boolean done = false;
        try {
            connection.bind(socket);
            if (call.target.secure()) {
                if (call.proxied) {
                    tunnel(connection, socket, call);
                }
                handshake(connection, socket, call);
            }
            done = true;
        } finally {
            if (!done) {
                reset(socket);
            }
        }
    }

    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) {
        throw new UnsupportedOperationException("connect() leaves nothing to upgrade");
    }

    private Socket connect(Exchange exchange, String host, int port) throws IOException {
        IOException failure = null;
        for (InetAddress address : lookUp(exchange, host)) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                exchange.enter(Phase.CONNECT, () -> reset(socket));
                socket.connect(new InetSocketAddress(address, port), millis(exchange));
                return socket;
            } catch (IOException e) {
                socket.close();
                if (exchange.aborted()) {
                    throw e;
                }
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure == null ? new IOException("The name " + host + " has no address") : failure;
    }

    private static int millis(Exchange exchange) {
        long millis = TimeUnit.NANOSECONDS.toMillis(Exchange.nanos(exchange.limits.connect()));
        return (int) Math.max(1, Math.min(millis, Integer.MAX_VALUE));
    }

    private List<InetAddress> lookUp(Exchange exchange, String host) throws IOException {
        CompletableFuture<List<InetAddress>> found = lookups.find(host);
        exchange.enter(Phase.LOOKUP, () -> found.cancel(false));
        try {
            return found.get(Exchange.nanos(exchange.limits.connect()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new TransportException(
                    Reason.UNREACHABLE, "The name " + host + " is not known: " + Failures.detail(e), e.getCause());
        } catch (TimeoutException e) {
            throw new TransportException(
                    Reason.UNREACHABLE,
                    "Looking up " + host + " took longer than " + Failures.text(exchange.limits.connect()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.abortInterrupted();
            throw new TransportException(Reason.INTERRUPTED, false, exchange.message(), e);
        } catch (CancellationException e) {
            throw new IOException("The look-up was given up", e);
        }
    }

    private void tunnel(ManagedHttpClientConnection connection, Socket socket, CallContext call) throws IOException {
        call.exchange.enter(Phase.TUNNEL, () -> reset(socket));
        String authority = call.target.label();
        BasicClassicHttpRequest connect = new BasicClassicHttpRequest("CONNECT", null, null, authority);
        connect.setHeader("Host", authority);
        proxy.authorization().ifPresent(value -> connect.setHeader("Proxy-Authorization", value));
        try {
            connection.sendRequestHeader(connect);
            connection.flush();
            ClassicHttpResponse answer = connection.receiveResponseHeader();
            if (answer.getCode() / 100 != 2) {
                throw new TransportException(
                        Reason.UNREACHABLE,
                        "The proxy " + proxy.label() + " refused a tunnel to " + authority + " with status "
                                + answer.getCode(),
                        null);
            }
        } catch (HttpException e) {
            throw new TransportException(
                    Reason.UNREACHABLE, "What the proxy " + proxy.label() + " answered is not HTTP", e);
        }
    }

    private void handshake(ManagedHttpClientConnection connection, Socket socket, CallContext call) throws IOException {
        call.exchange.enter(Phase.HANDSHAKE, () -> reset(socket));
        SSLSocket secured = tls.wrap(socket, call.target.host(), call.target.port());
        secured.startHandshake();
        connection.bind(secured, socket);
    }

    /** Closes without lingering: no wait for bytes nobody wants, and TLS is not asked. */
    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            return; // closed already
        }
    }
}

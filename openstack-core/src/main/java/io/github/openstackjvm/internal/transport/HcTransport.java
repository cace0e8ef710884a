package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.openstackjvm.internal.transport.Exchange.Phase;
import io.github.openstackjvm.internal.transport.Exchange.Stage;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportOptions;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo.LayerType;
import org.apache.hc.client5.http.RouteInfo.TunnelType;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The transport on HttpComponents' pool and parser. */
public final class HcTransport implements Transport {
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final TransportOptions options;
    private final Watch watch = new Watch();
    private final Lifetimes lifetimes = new Lifetimes();
    private final Lookups lookups;
    private final ProxyRule proxy;
    private final PoolingHttpClientConnectionManager pool;
    private final Timeout connectionWait;
    private final AtomicLong swept = new AtomicLong(System.nanoTime());

    /** Opens nothing yet. */
    public HcTransport(TransportOptions options) {
        this(options, InetAddress::getAllByName);
    }

    HcTransport(TransportOptions options, Lookups.Names names) {
        this.options = options;
        this.lookups = new Lookups(names);
        this.proxy = new ProxyRule(options);
        this.pool = Pool.of(options, new Dialer(lookups, new Tls(options), proxy), lifetimes);
        this.connectionWait = Timeout.of(options.connectionWait());
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws TransportException {
        Target target = Target.of(call.url());
        Exchange exchange = new Exchange(target.label(), call.limits());
        watch.add(exchange);
        HttpAnswer answer = null;
        try {
            sweep();
            answer = exchange(call, target, exchange);
            return answer;
        } finally {
            if (answer == null || !answer.streaming()) {
                watch.remove(exchange);
            }
        }
    }

    private HttpAnswer exchange(HttpCall call, Target target, Exchange exchange) throws TransportException {
        HttpHost via = proxy.of(target);
        HttpRoute route = route(target, via);
        Lease lease = null;
        Sender sender = null;
        boolean handedOver = false;
        try {
            lease = Lease.take(pool, route, connectionWait, exchange, () -> watch.remove(exchange));
            ConnectionEndpoint endpoint = lease.endpoint();
            boolean reused = endpoint.isConnected();
            if (!reused) {
                pool.connect(endpoint, null, new CallContext(exchange, target, via != null));
            }
            HttpBody body = call.body();
            Upload upload = body == null ? null : new Upload(body, exchange, lease::cut);
            sender = new Sender(exchange, reused, lease::cut, upload);
            ClassicHttpRequest request = Requests.of(call, target, via, proxy, upload);
            ClassicHttpResponse answer = send(sender, request, endpoint);
            if (sender.whole()) {
                KeepAlive.of(request, answer).ifPresent(lease::keepFor);
            }
            HttpAnswer read = read(call, answer, exchange, sender, lease);
            handedOver = read.streaming();
            return read;
        } catch (IOException | HttpException | IllegalStateException e) {
            TransportException failure = Failures.of(exchange, phase(exchange), sender, e);
            if (failure.reason() == TransportException.Reason.STALE_CONNECTION) {
                lifetimes.distrust(route);
            }
            throw failure;
        } finally {
            if (lease != null && !handedOver) {
                exchange.finish();
                lease.end(false); // does nothing after a good end
            }
        }
    }

    private static ClassicHttpResponse send(Sender sender, ClassicHttpRequest request, ConnectionEndpoint endpoint)
            throws IOException, HttpException {
        return endpoint.execute("", request, (r, connection, context) -> sender.send(r, connection), null);
    }

    private HttpAnswer read(HttpCall call, ClassicHttpResponse answer, Exchange exchange, Sender sender, Lease lease)
            throws IOException {
        HttpHeaders headers = Requests.headers(answer);
        int status = answer.getCode();
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            lease.end(exchange.finish());
            return HttpAnswer.buffered(status, headers, new byte[0]);
        }
        long length = entity.getContentLength();
        if (call.streaming() && status < 300 && length != 0) {
            return HttpAnswer.streaming(
                    status, headers, new AnswerStream(entity.getContent(), length, exchange, sender, lease));
        }
        exchange.enter(Phase.RECEIVING, lease::cut);
        boolean gzip = Requests.packed(call, headers);
        AnswerReader.Body body = AnswerReader.read(
                entity.getContent(), length, gzip, status >= 400, options.maxBufferedBytes(), exchange);
        lease.end(exchange.finish() && body.complete());
        HttpHeaders shown = gzip ? headers.without("Content-Encoding").without("Content-Length") : headers;
        return HttpAnswer.buffered(status, shown, body.bytes());
    }

    private static HttpRoute route(Target target, @Nullable HttpHost via) {
        HttpHost host = new HttpHost(target.secure() ? "https" : "http", target.host(), target.port());
        if (via == null) {
            return new HttpRoute(host, null, target.secure());
        }
        return target.secure()
                ? new HttpRoute(host, null, via, true, TunnelType.TUNNELLED, LayerType.LAYERED)
                : new HttpRoute(host, null, via, false);
    }

    private static Phase phase(Exchange exchange) {
        Stage stage = exchange.stage();
        return stage == null ? Phase.RECEIVING : stage.phase();
    }

    /** Closes what nobody used for long, on the thread of whoever calls: the pool has no thread of its own. */
    private void sweep() {
        long last = swept.get();
        long now = System.nanoTime();
        if (now - last > SWEEP_NANOS && swept.compareAndSet(last, now)) {
            pool.closeIdle(Pool.IDLE);
        }
    }

    /** Connections in use. */
    public int leased() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        watch.close();
        lookups.close();
        pool.close(CloseMode.IMMEDIATE);
    }
}

package io.github.openstackjvm.internal.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.github.openstackjvm.internal.transport.Failures.TruncatedHead;
import io.github.openstackjvm.transport.TransportOptions;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The settings of the library's connection pool. */
final class Pool {
    /** Connections unused for so long are closed. */
    static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private static final Http1Config HTTP = Http1Config.custom()
            .setMaxHeaderCount(2000) // Swift containers with metadata
            .setMaxLineLength(64 << 10) // long Link headers
            .build();

    private Pool() {}

    static PoolingHttpClientConnectionManager of(TransportOptions options, Dialer dialer, Lifetimes lifetimes) {
        ManagedHttpClientConnectionFactory connections = ManagedHttpClientConnectionFactory.builder()
                .http1Config(HTTP)
                // The library's Latin-1 stores a metadata value "ä€" as "ä?".
                .charCodingConfig(CharCodingConfig.custom()
                        .setCharset(StandardCharsets.UTF_8)
                        .build())
                .responseParserFactory(config -> new StrictParser())
                .build();
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager(
                dialer, PoolConcurrencyPolicy.STRICT, PoolReusePolicy.LIFO, Lifetimes.USUAL, connections);
        pool.setDefaultMaxPerRoute(options.maxConnectionsPerHost());
        pool.setMaxTotal(options.maxConnections());
        pool.setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build());
        ConnectionConfig usual = ConnectionConfig.custom()
                .setSocketTimeout(Timeout.DISABLED)
                .setTimeToLive(Lifetimes.USUAL)
                .setIdleTimeout(Timeout.ofSeconds(30))
                // The check costs a millisecond: only after a while, when Apache (5 s) may have closed.
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .build();
        pool.setConnectionConfigResolver(route -> lifetimes
                .shortened(route)
                .map(time -> ConnectionConfig.copy(usual).setTimeToLive(time).build())
                .orElse(usual));
        return pool;
    }

    /**
     * The library takes a head that ends in the middle for a complete one, and skips garbage in front of it: a truncated
     * answer without Content-Length would pass for an empty one.
     */
    private static final class StrictParser implements HttpMessageParser<ClassicHttpResponse> {
        private final DefaultHttpResponseParser parser = new DefaultHttpResponseParser(HTTP);

        @Override
        public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
            EndSeen input = new EndSeen(in);
            ClassicHttpResponse answer;
            try {
                answer = parser.parse(buffer, input);
            } catch (HttpException e) {
                if (input.ended) {
                    throw new TruncatedHead(e);
                }
                throw e;
            }
            if (answer != null && input.ended) {
                throw new TruncatedHead(null);
            }
            return answer;
        }
    }

    private static final class EndSeen extends FilterInputStream {
        boolean ended;

        EndSeen(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = in.read(bytes, from, length);
            ended |= n < 0;
            return n;
        }
    }
}

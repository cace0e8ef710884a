package io.github.openstackjvm.transport;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What holds for all calls of one transport: connections, TLS, proxy, sizes. Immutable. */
public final class TransportOptions {
    /** The defaults, spelled out at the methods of {@link Builder}. */
    public static final TransportOptions DEFAULT = builder().build();

    private final Builder values;

    private TransportOptions(Builder values) {
        this.values = values;
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these options. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** Connections to one host at most. */
    public int maxConnectionsPerHost() {
        return values.maxConnectionsPerHost;
    }

    /** Connections in all at most. */
    public int maxConnections() {
        return values.maxConnections;
    }

    /** How long a call waits for a connection while all are in use. */
    public Duration connectionWait() {
        return values.connectionWait;
    }

    /** The largest body that is buffered, unpacked. */
    public int maxBufferedBytes() {
        return values.maxBufferedBytes;
    }

    /** PEM file of the authorities to trust in place of the JDK's. */
    public @Nullable Path caCertificates() {
        return values.caCertificates;
    }

    /** PEM file of the client's certificate and its chain. */
    public @Nullable Path clientCertificate() {
        return values.clientCertificate;
    }

    /** PEM file of the client's key; null: it is in the certificate's file. */
    public @Nullable Path clientKey() {
        return values.clientKey;
    }

    /** What the client's key is encrypted with. A copy, which the caller may wipe. */
    public char @Nullable [] clientKeyPassword() {
        return Builder.copy(values.clientKeyPassword);
    }

    /** Whether certificates and host names are checked. */
    public boolean verify() {
        return values.verify;
    }

    /** The proxy, {@code http://host:port}. */
    public @Nullable URI proxy() {
        return values.proxy;
    }

    /** The user the proxy asks for. */
    public @Nullable String proxyUser() {
        return values.proxyUser;
    }

    /** The password the proxy asks for. A copy, which the caller may wipe. */
    public char @Nullable [] proxyPassword() {
        return Builder.copy(values.proxyPassword);
    }

    /** Hosts that are reached without the proxy. */
    public List<String> noProxy() {
        return values.noProxy;
    }

    /** Everything but the passwords. */
    @Override
    public String toString() {
        return "TransportOptions[connections=" + values.maxConnectionsPerHost + "/" + values.maxConnections
                + ", wait=" + values.connectionWait + ", maxBuffered=" + values.maxBufferedBytes
                + ", ca=" + values.caCertificates + ", cert=" + values.clientCertificate + ", key=" + values.clientKey
                + ", verify=" + values.verify + ", proxy=" + values.proxy + ", noProxy=" + values.noProxy + "]";
    }

    /** Collects options; the last value given counts. */
    public static final class Builder {
        private int maxConnectionsPerHost = 50;
        private int maxConnections = 400;
        private Duration connectionWait = Duration.ofSeconds(30);
        private int maxBufferedBytes = 256 << 20;
        private @Nullable Path caCertificates;
        private @Nullable Path clientCertificate;
        private @Nullable Path clientKey;
        private char @Nullable [] clientKeyPassword;
        private boolean verify = true;
        private @Nullable URI proxy;
        private @Nullable String proxyUser;
        private char @Nullable [] proxyPassword;
        private List<String> noProxy = List.of();

        private Builder() {}

        private Builder(Builder other) {
            maxConnectionsPerHost = other.maxConnectionsPerHost;
            maxConnections = other.maxConnections;
            connectionWait = other.connectionWait;
            maxBufferedBytes = other.maxBufferedBytes;
            caCertificates = other.caCertificates;
            clientCertificate = other.clientCertificate;
            clientKey = other.clientKey;
            clientKeyPassword = copy(other.clientKeyPassword);
            verify = other.verify;
            proxy = other.proxy;
            proxyUser = other.proxyUser;
            proxyPassword = copy(other.proxyPassword);
            noProxy = other.noProxy;
        }

        /** Limits the connections to one host (50) and in all (400). */
        public Builder connections(int perHost, int total) {
            positive("connections per host", perHost);
            positive("connections in all", total);
            maxConnectionsPerHost = perHost;
            maxConnections = total;
            return this;
        }

        /** Limits the wait for a connection while all are in use (30 s). */
        public Builder connectionWait(Duration limit) {
            if (limit.isZero() || limit.isNegative()) {
                throw new IllegalArgumentException("The wait for a connection must be positive, not " + limit);
            }
            connectionWait = limit;
            return this;
        }

        /** Limits the body of a buffered answer, unpacked (256 MiB); a larger one fails as malformed. */
        public Builder maxBufferedBytes(int limit) {
            positive("largest buffered body", limit);
            maxBufferedBytes = limit;
            return this;
        }

        /** Trusts the certificates of this PEM file, and not those of the JDK. */
        public Builder caCertificates(@Nullable Path pem) {
            caCertificates = pem;
            return this;
        }

        /** Shows this certificate (PEM, its chain behind it) to servers that ask; key null: it is in the same file. */
        public Builder clientCertificate(@Nullable Path pem, @Nullable Path key) {
            clientCertificate = pem;
            clientKey = key;
            return this;
        }

        /** Decrypts the client's key with this; copied. */
        public Builder clientKeyPassword(char @Nullable [] password) {
            clientKeyPassword = copy(password);
            return this;
        }

        /** Whether certificates and host names are checked (true). Without, anybody may answer: said once in the log. */
        public Builder verify(boolean check) {
            verify = check;
            return this;
        }

        /** Sends everything through this proxy, {@code http://host:port}; https through a tunnel of it. */
        public Builder proxy(@Nullable URI address) {
            if (address != null && (!"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null)) {
                throw new IllegalArgumentException("The proxy must be given as http://host:port, not with scheme "
                        + address.getScheme() + " and host " + address.getHost());
            }
            if (address != null && address.getUserInfo() != null) {
                throw new IllegalArgumentException(
                        "The proxy's user and password must not be part of its address: use proxyCredentials");
            }
            proxy = address;
            return this;
        }

        /** Names itself to the proxy, by Basic authentication; copied. */
        public Builder proxyCredentials(@Nullable String user, char @Nullable [] password) {
            proxyUser = user;
            proxyPassword = copy(password);
            return this;
        }

        /**
         * Reaches these hosts without the proxy: {@code *} for all, a name, a domain with or without its leading dot,
         * an address, or a range of addresses like {@code 10.0.0.0/8}; each may end in {@code :port} but for a range.
         */
        public Builder noProxy(List<String> hosts) {
            noProxy = List.copyOf(hosts);
            return this;
        }

        /** The options as they stand. */
        public TransportOptions build() {
            if (clientKey != null && clientCertificate == null) {
                throw new IllegalArgumentException(
                        "A client key was given (" + clientKey + ") without the certificate that belongs to it");
            }
            return new TransportOptions(new Builder(this));
        }

        private static char @Nullable [] copy(char @Nullable [] secret) {
            return secret == null ? null : secret.clone();
        }

        private static void positive(String what, int value) {
            if (value < 1) {
                throw new IllegalArgumentException("The number of " + what + " must be positive, not " + value);
            }
        }
    }
}

package io.github.openstackjvm.internal.session;

import java.net.URI;
import java.net.URISyntaxException;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportOptions;
import io.github.openstackjvm.transport.Transports;

/** What a configuration says about connections. */
final class Options {
    private Options() {}

    /** The transport of this configuration; with one for each scheme where these have other proxies. */
    static Transport transport(CloudConfig config) {
        Transport secure = Transports.httpComponents(of(config, "https"));
        return config.proxy("https").equals(config.proxy("http"))
                ? secure
                : new ByScheme(secure, Transports.httpComponents(of(config, "http")));
    }

    private record ByScheme(Transport secure, Transport plain) implements Transport {
        @Override
        public HttpAnswer exchange(HttpCall call) throws TransportException {
            return (call.url().regionMatches(true, 0, "http:", 0, 5) ? plain : secure).exchange(call);
        }

        @Override
        public void close() {
            secure.close();
            plain.close();
        }
    }

    private static TransportOptions of(CloudConfig config, String scheme) {
        TransportOptions.Builder options = TransportOptions.builder()
                .verify(config.verify())
                .caCertificates(config.cacert().orElse(null))
                .noProxy(config.noProxy());
        config.cert()
                .ifPresent(file -> options.clientCertificate(file, config.key().orElse(null)));
        config.keyPassword()
                .ifPresent(
                        password -> options.clientKeyPassword(password.reveal().toCharArray()));
        config.proxy(scheme).ifPresent(proxy -> proxy(options, proxy));
        return options.build();
    }

    /** Configurations write user and password into the address; there they would be shown. */
    private static void proxy(TransportOptions.Builder options, URI proxy) {
        String user = proxy.getUserInfo();
        if (user == null) {
            options.proxy(proxy);
            return;
        }
        int colon = user.indexOf(':');
        try {
            options.proxy(new URI(proxy.getScheme(), null, proxy.getHost(), proxy.getPort(), null, null, null));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The address of the proxy is not http://host:port", e);
        }
        options.proxyCredentials(
                colon < 0 ? user : user.substring(0, colon),
                (colon < 0 ? "" : user.substring(colon + 1)).toCharArray());
    }
}

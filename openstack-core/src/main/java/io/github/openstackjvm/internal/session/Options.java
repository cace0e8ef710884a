package io.github.openstackjvm.internal.session;

import java.net.URI;
import java.net.URISyntaxException;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.transport.TransportOptions;

/** What a configuration says about connections. */
final class Options {
    private Options() {}

    static TransportOptions of(CloudConfig config) {
        TransportOptions.Builder options = TransportOptions.builder()
                .verify(config.verify())
                .caCertificates(config.cacert().orElse(null))
                .noProxy(config.noProxy());
        config.cert()
                .ifPresent(file -> options.clientCertificate(file, config.key().orElse(null)));
        config.keyPassword()
                .ifPresent(
                        password -> options.clientKeyPassword(password.reveal().toCharArray()));
        config.proxy("https").or(() -> config.proxy("http")).ifPresent(proxy -> proxy(options, proxy));
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

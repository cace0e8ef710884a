package io.github.openstackjvm.transport;

import io.github.openstackjvm.internal.transport.HcTransport;

/** The transports that come with this library. */
public final class Transports {
    private Transports() {}

    /**
     * A transport on Apache HttpComponents 5. Nothing is opened, and no file is read, before the first call that needs
     * it: a certificate that cannot be read is reported by the first call over https, as an
     * {@link IllegalArgumentException} which names the file and the remedy.
     */
    public static Transport httpComponents(TransportOptions options) {
        return new HcTransport(options);
    }
}

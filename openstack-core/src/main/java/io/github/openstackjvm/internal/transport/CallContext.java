package io.github.openstackjvm.internal.transport;

import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Carries what belongs to one call through the pool to the {@link Dialer}. */
final class CallContext extends HttpCoreContext {
    final Exchange exchange;
    final Target target;
    final boolean proxied;

    CallContext(Exchange exchange, Target target, boolean proxied) {
        this.exchange = exchange;
        this.target = target;
        this.proxied = proxied;
    }
}

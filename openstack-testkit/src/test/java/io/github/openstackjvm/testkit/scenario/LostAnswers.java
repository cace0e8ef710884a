package io.github.openstackjvm.testkit.scenario;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.internal.transport.HcTransport;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportOptions;

/** The way to a cloud on which the answer to a POST gets lost when asked for: the fake's own, or a real one. */
final class LostAnswers implements Transport {
    private final Transport next;
    private final AtomicInteger lose = new AtomicInteger();

    LostAnswers(CloudConfig config) {
        next = config.transport().orElseGet(() -> new HcTransport(TransportOptions.DEFAULT));
    }

    /** The answer to the next POST gets lost, not its effect. */
    void loseOne() {
        lose.incrementAndGet();
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws TransportException {
        HttpAnswer answer = next.exchange(call);
        if (call.method().equals("POST") && lose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer.close();
            throw new TransportException(TransportException.Reason.BROKEN, true, "lost on purpose", null);
        }
        return answer;
    }

    @Override
    public void close() {
        next.close();
    }
}

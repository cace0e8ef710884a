package io.github.openstackjvm.compute;

import java.util.List;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Singleton;

/** Tells Nova what happened to servers elsewhere. For Neutron, Cinder, Ironic and Cyborg, and so for administrators. */
public final class ExternalEvents extends Singleton {

    @Wire(path = "/os-server-external-events", one = "event", max = "2.93")
    interface Api {
        @Keyed(Keyed.MANY)
        @RequestLine("POST")
        List<ExternalEvent> send(Body events, Call call);
    }

    private final Binding<Api> binding;

    ExternalEvents(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /**
     * Tells Nova of these events, and returns what it made of each: some may have been taken, and others not.
     * {@code POST /os-server-external-events}.
     */
    public List<ExternalEvent> send(List<ExternalEventSpec> events) {
        Body body = bodyOf("events", events);
        return binding.api().send(body, binding.call(body));
    }
}

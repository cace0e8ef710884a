package io.github.openstackjvm.blockstorage;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Singleton;

/** What services were doing when they went down. For administrators. */
@Since("3.24")
public final class Workers extends Singleton {

    @Wire(path = "/workers", min = "3.24", max = "3.71")
    interface Api {
        @RequestLine("POST /cleanup")
        CleanupResult cleanUp(Body which, Call call);
    }

    private final Binding<Api> binding;

    Workers(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Has others of their cluster clean up after services that are down. {@code POST /workers/cleanup}. */
    public CleanupResult cleanUp(CleanupSpec which) {
        Body body = bodyOf(which);
        return binding.api().cleanUp(body, binding.call(body));
    }
}

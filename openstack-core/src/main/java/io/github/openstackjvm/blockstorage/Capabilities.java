package io.github.openstackjvm.blockstorage;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Wire;

/** What storage backends can do. For administrators. */
public final class Capabilities {

    @Wire(path = "/capabilities", max = "3.71")
    interface Api {
        @RequestLine("GET /{host}")
        BackendCapabilities of(@Param("host") String host, Call call);
    }

    private final Binding<Api> binding;

    Capabilities(Binding<Api> binding) {
        this.binding = binding;
    }

    /**
     * What the backend of a host can do. {@code GET /capabilities/{host}}.
     *
     * @param host such as {@code node@lvm}
     * @throws io.github.openstackjvm.error.NotFound when there is none
     */
    public BackendCapabilities of(String host) {
        return binding.api().of(host, binding.call());
    }
}

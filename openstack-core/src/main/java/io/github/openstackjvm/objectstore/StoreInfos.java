package io.github.openstackjvm.objectstore;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Wire;

/** What an object store can do. */
public final class StoreInfos {

    /** Beside the version in the address of the service. */
    @Wire(path = "/../../info")
    interface Api {
        @RequestLine("GET")
        StoreInfo get(Call call);
    }

    private final Binding<Api> binding;

    StoreInfos(Binding<Api> binding) {
        this.binding = binding;
    }

    /** Features and limits, which everybody may know. {@code GET /info}. */
    public StoreInfo get() {
        return binding.api().get(binding.call());
    }
}

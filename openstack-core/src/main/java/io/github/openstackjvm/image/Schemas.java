package io.github.openstackjvm.image;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Wire;

/** What the service says its resources look like: their fields and the values these may have on this cloud. */
public final class Schemas {

    @Wire(path = "/schemas")
    interface Api {
        @RequestLine("GET /{name}")
        Schema get(@Param("name") String name, Call call);

        @RequestLine("GET /metadefs/{name}")
        Schema metadef(@Param("name") String name, Call call);
    }

    private final Binding<Api> binding;

    Schemas(Binding<Api> binding) {
        this.binding = binding;
    }

    /** That of {@code image}, {@code images}, {@code member}, {@code members}, {@code task}, {@code tasks}. */
    public Schema get(String name) {
        return binding.api().get(name, binding.call());
    }

    /** That of {@code namespace}, {@code namespaces}, {@code object}, {@code property}, {@code resource_type}, {@code tag}… */
    public Schema metadef(String name) {
        return binding.api().metadef(name, binding.call());
    }
}

package io.github.openstackjvm.image;

import java.util.Map;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Extras;
import io.github.openstackjvm.resource.Since;

/** How much of its quotas the project uses, on clouds where Glance has any. */
@Since("2.13")
public final class ImageUsages {

    @Wire(path = "/info/usage", one = "usage")
    interface Api {
        @Keyed(Keyed.ONE)
        @RequestLine("GET")
        Map<String, ImageUsage> get(Call call);
    }

    private final Binding<Api> binding;

    ImageUsages(Binding<Api> binding) {
        this.binding = binding;
    }

    /** Usage and limit by the names of the quotas, such as {@code image_size_total}, in MiB. {@code GET /info/usage}. */
    public Map<String, ImageUsage> get() {
        return Extras.of(binding.api().get(binding.call()));
    }
}

package io.github.openstackjvm.compute;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Until;
import io.github.openstackjvm.resource.VersionRange;

/** What a project may have, and has. */
public final class Limits {

    @Wire(path = "/limits", one = "limits", max = "2.57")
    interface Api {
        @Keyed(Keyed.ONE)
        @RequestLine("GET")
        ProjectLimits get(Call call);
    }

    private final Binding<Api> binding;

    Limits(Binding<Api> binding) {
        this.binding = binding;
    }

    /** The limits of the project of this scope. {@code GET /limits}. */
    public ProjectLimits get() {
        return binding.api().get(binding.call());
    }

    /** The limits of the project with this id. {@code GET /limits?tenant_id=…}; for administrators. */
    public ProjectLimits of(String projectId) {
        return binding.api().get(binding.call().query("tenant_id", projectId));
    }

    /** Counts what is being made as used, too. Since Nova 16 it counts so anyway, and from 2.75 on it refuses to be asked. */
    @Until("2.74")
    public Limits withReserved() {
        return new Limits(binding.with("reserved", "1", VersionRange.until(2, 74)));
    }
}

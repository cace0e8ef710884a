package io.github.openstackjvm.blockstorage;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;

/** What a project may have, and has. */
public final class Limits {

    @Wire(path = "/limits", one = "limits", max = "3.71")
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

    /** The limits of the project with this id. {@code GET /limits?project_id=…}; for administrators. */
    @Since("3.39")
    public ProjectLimits of(String projectId) {
        Needs needs = Needs.NONE.and("the limits of another project", VersionRange.since(3, 39));
        return binding.api().get(binding.call(needs).query("project_id", projectId));
    }
}

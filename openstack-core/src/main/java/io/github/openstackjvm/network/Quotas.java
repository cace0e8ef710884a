package io.github.openstackjvm.network;

import java.util.List;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.resource.Singleton;

/** How much projects may have. Own quotas are for everybody to read, the rest is for administrators. */
public final class Quotas extends Singleton {

    @Wire(path = "/quotas", one = "quota")
    interface Api {
        @Keyed(Keyed.MANY)
        @RequestLine("GET")
        Page<Quota> list(Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("GET /{project}")
        Quota get(@Param("project") String project, Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("GET /{project}/default")
        Quota defaults(@Param("project") String project, Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("GET /{project}/details")
        QuotaDetails details(@Param("project") String project, Call call);

        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("PUT /{project}")
        Quota update(@Param("project") String project, Body body, Call call);

        @RequestLine("DELETE /{project}")
        void reset(@Param("project") String project, Call call);
    }

    private final Binding<Api> binding;

    Quotas(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** The quotas of all projects for which some were set. {@code GET /quotas}. */
    public List<Quota> list() {
        return binding.api().list(binding.call()).items();
    }

    /** The quotas of the project with this id. {@code GET /quotas/{project}}. */
    public Quota of(String projectId) {
        return binding.api().get(projectId, binding.call());
    }

    /** What a project has whose quotas nobody set. {@code GET /quotas/{project}/default}. */
    public Quota defaults(String projectId) {
        return binding.api().defaults(projectId, binding.call());
    }

    /** The quotas of the project with this id, and what is used of them. {@code GET /quotas/{project}/details}. */
    public QuotaDetails details(String projectId) {
        return binding.api().details(projectId, binding.call());
    }

    /** Sets quotas of the project with this id, and leaves the others. {@code PUT /quotas/{project}}. */
    public Quota update(String projectId, QuotaSpec quotas) {
        Body body = bodyOf(quotas);
        return binding.api().update(projectId, body, binding.call(body));
    }

    /** Sets all quotas of the project with this id to their defaults. {@code DELETE /quotas/{project}}. */
    public void reset(String projectId) {
        binding.api().reset(projectId, binding.call());
    }
}

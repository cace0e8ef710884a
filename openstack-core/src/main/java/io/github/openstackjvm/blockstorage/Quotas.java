package io.github.openstackjvm.blockstorage;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Singleton;

/** How much projects may have. Own quotas are for everybody to read, the rest is for administrators. */
public final class Quotas extends Singleton {

    @Wire(path = "/os-quota-sets", one = "quota_set", max = "3.71")
    interface Api {
        @Keyed(Keyed.ONE)
        @RequestLine("GET /{project}")
        Quota get(@Param("project") String project, Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("GET /{project}")
        QuotaDetails details(@Param("project") String project, Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("GET /{project}/defaults")
        Quota defaults(@Param("project") String project, Call call);

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

    /** The quotas of the project with this id. {@code GET /os-quota-sets/{project}}. */
    public Quota of(String projectId) {
        return binding.api().get(projectId, binding.call());
    }

    /** The quotas of the project with this id, and what is used of them. {@code GET /os-quota-sets/{project}?usage=true}. */
    public QuotaDetails details(String projectId) {
        return binding.api().details(projectId, binding.call().query("usage", "true"));
    }

    /** What a project has whose quotas nobody set. {@code GET /os-quota-sets/{project}/defaults}. */
    public Quota defaults(String projectId) {
        return binding.api().defaults(projectId, binding.call());
    }

    /**
     * Sets quotas of the project with this id, and leaves the others. {@code PUT /os-quota-sets/{project}}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when more is in use than would be allowed
     */
    public Quota update(String projectId, QuotaSpec quotas) {
        Body body = bodyOf(quotas);
        return binding.api().update(projectId, body, binding.call(body));
    }

    /** Sets all quotas of the project with this id to their defaults. {@code DELETE /os-quota-sets/{project}}. */
    public void reset(String projectId) {
        binding.api().reset(projectId, binding.call());
    }
}

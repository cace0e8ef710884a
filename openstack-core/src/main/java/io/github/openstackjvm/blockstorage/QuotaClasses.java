package io.github.openstackjvm.blockstorage;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Singleton;

/** Quotas of classes of projects. Cinder knows one class: {@code default}, of all projects. For administrators. */
public final class QuotaClasses extends Singleton {

    @Wire(path = "/os-quota-class-sets", one = "quota_class_set", max = "3.71")
    interface Api {
        @Keyed(Keyed.ONE)
        @RequestLine("GET /{name}")
        Quota get(@Param("name") String name, Call call);

        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("PUT /{name}")
        Quota update(@Param("name") String name, Body body, Call call);
    }

    private final Binding<Api> binding;

    QuotaClasses(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** The quotas of this class. {@code GET /os-quota-class-sets/{name}}. */
    public Quota get(String name) {
        return binding.api().get(name, binding.call());
    }

    /** Sets quotas of this class, and leaves the others. {@code PUT /os-quota-class-sets/{name}}. */
    public Quota update(String name, QuotaSpec quotas) {
        Body body = bodyOf(quotas);
        return binding.api().update(name, body, binding.call(body));
    }
}

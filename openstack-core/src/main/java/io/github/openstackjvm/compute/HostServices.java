package io.github.openstackjvm.compute;

import java.util.LinkedHashMap;
import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Until;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The services of Nova on their hosts. For administrators. */
public final class HostServices extends ResourceCollection<HostService>
        implements Lists<HostService, HostServices.Query>, Deletes<HostService, Deleted> {

    @Wire(path = "/os-services", one = "service", paging = Wire.Paging.NONE, sorting = NONE, max = "2.69")
    interface Api extends CrudApi<HostService> {
        @Keyed(Keyed.ONE)
        @RequestLine("PUT /{id}")
        HostService change(@Param("id") String id, Body changes, Call call);

        @RequestLine("PUT /enable")
        void enable(Body service, Call call);

        @RequestLine("PUT /disable")
        void disable(Body service, Call call);

        @RequestLine("PUT /disable-log-reason")
        void disableWithReason(Body service, Call call);

        @RequestLine("PUT /force-down")
        void forceDown(Body service, Call call);
    }

    private final Binding<Api> binding;

    HostServices(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the services. {@code GET /os-services}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /**
     * Lets the scheduler use a {@code nova-compute} again. {@code PUT /os-services/{id}}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when it is another service
     */
    @Since("2.53")
    public HostService enable(Ref<HostService> ref) {
        return change(ref, Map.of("status", "enabled"));
    }

    /** Lets the scheduler use the one with this id again. */
    @Since("2.53")
    public HostService enable(String id) {
        return enable(Ref.id(id));
    }

    /**
     * Makes the scheduler put no more servers there; those that are there stay. {@code PUT /os-services/{id}}.
     *
     * @param reason for other operators; null for none
     * @throws io.github.openstackjvm.error.BadRequest when it is not a {@code nova-compute}
     */
    @Since("2.53")
    public HostService disable(Ref<HostService> ref, @Nullable String reason) {
        return change(
                ref,
                reason == null
                        ? Map.of("status", "disabled")
                        : Map.of("status", "disabled", "disabled_reason", reason));
    }

    /** Makes the scheduler put no more servers on the one with this id; those that are there stay. */
    @Since("2.53")
    public HostService disable(String id, @Nullable String reason) {
        return disable(Ref.id(id), reason);
    }

    /**
     * Declares a {@code nova-compute} down, so that its servers can be evacuated without waiting; or takes that back.
     * {@code PUT /os-services/{id}}.
     */
    @Since("2.53")
    public HostService forceDown(Ref<HostService> ref, boolean down) {
        return change(ref, Map.of("forced_down", down));
    }

    /** Declares the one with this id down, or takes that back. */
    @Since("2.53")
    public HostService forceDown(String id, boolean down) {
        return forceDown(Ref.id(id), down);
    }

    private HostService change(Ref<HostService> ref, Map<String, Object> changes) {
        Call call = binding.call(Needs.NONE.and("changing a service by its id", VersionRange.since(2, 53)));
        return binding.api().change(idOf(ref), Body.of(new LinkedHashMap<>(changes)), call);
    }

    /** Lets the scheduler use a service again, in the older form. {@code PUT /os-services/enable}. */
    @Until("2.52")
    public void enableOn(String host, String binary) {
        binding.api().enable(byHost(host, binary), older(VersionRange.until(2, 52)));
    }

    /**
     * Makes the scheduler put no more servers there, in the older form. {@code PUT /os-services/disable}, or
     * {@code disable-log-reason}.
     *
     * @param reason for other operators; null for none
     */
    @Until("2.52")
    public void disableOn(String host, String binary, @Nullable String reason) {
        Body service = byHost(host, binary);
        if (reason == null) {
            binding.api().disable(service, older(VersionRange.until(2, 52)));
        } else {
            service.fields().put("disabled_reason", reason);
            binding.api().disableWithReason(service, older(VersionRange.until(2, 52)));
        }
    }

    /** Declares a service down, or takes that back, in the older form. {@code PUT /os-services/force-down}. */
    @Since("2.11")
    @Until("2.52")
    public void forceDownOn(String host, String binary, boolean down) {
        Body service = byHost(host, binary);
        service.fields().put("forced_down", down);
        binding.api().forceDown(service, older(VersionRange.since(2, 11).andUntil(2, 52)));
    }

    private static Body byHost(String host, String binary) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("host", host);
        fields.put("binary", binary);
        return Body.of(fields);
    }

    private Call older(VersionRange range) {
        return binding.call(Needs.NONE.and("changing a service by host and name", range));
    }

    /**
     * Forgets a service. A {@code nova-compute} that still runs comes back when it starts anew. {@code DELETE /os-services/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it has servers, or some that migrate
     */
    @Override
    public Deleted delete(Ref<HostService> ref) {
        return remove(ref);
    }

    /** A listing of services. */
    public static final class Query extends Listing<HostService, Query> {
        Query(Question<HostService> question) {
            super(question, Query::new);
        }

        /** On this host. */
        public Query host(String host) {
            return with("host", host);
        }

        /** Of this name, such as {@code nova-compute}. */
        public Query binary(String binary) {
            return with("binary", binary);
        }
    }
}

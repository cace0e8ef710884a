package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;

/** The services of Cinder on their hosts. For administrators. */
public final class HostServices extends ResourceCollection<HostService>
        implements Lists<HostService, HostServices.Query> {

    @Wire(
            path = "/os-services",
            one = "service",
            id = ANY,
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE,
            max = "3.71")
    interface Api extends CrudApi<HostService> {
        @RequestLine("PUT /{action}")
        void act(@Param("action") String action, Body service, Call call);

        @Keyed("log_levels")
        @RequestLine("PUT /get-log")
        List<LogLevels> levels(Body services, Call call);
    }

    private static final VersionRange LOGS = VersionRange.since(3, 32);

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

    /** Lets the scheduler use a service again. {@code PUT /os-services/enable}. */
    public void enable(String host, String binary) {
        act("enable", Map.of("host", host, "binary", binary));
    }

    /**
     * Makes the scheduler pass a service by; what is there stays. {@code PUT /os-services/disable}, or
     * {@code disable-log-reason}.
     *
     * @param reason for other operators; null for none
     */
    public void disable(String host, String binary, @Nullable String reason) {
        if (reason == null) {
            act("disable", Map.of("host", host, "binary", binary));
        } else {
            act("disable-log-reason", Map.of("host", host, "binary", binary, "disabled_reason", reason));
        }
    }

    /**
     * Lets nothing be created, changed or deleted on the backend of a host. {@code PUT /os-services/freeze}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when it is so already
     */
    public void freeze(String host) {
        act("freeze", Map.of("host", host));
    }

    /** Ends what {@link #freeze} began. {@code PUT /os-services/thaw}. */
    public void thaw(String host) {
        act("thaw", Map.of("host", host));
    }

    /**
     * Goes over to the replicas of all volumes on the backend of a host. {@code PUT /os-services/failover_host}.
     *
     * @param backendId where they are; {@code default}: back to the volumes themselves; null: wherever
     */
    public void failOver(String host, @Nullable String backendId) {
        act("failover_host", target("host", host, backendId));
    }

    /**
     * Goes over to the replicas of all volumes on the backend of a cluster. {@code PUT /os-services/failover}.
     *
     * @param backendId where they are; {@code default}: back to the volumes themselves; null: wherever
     */
    @Since("3.26")
    public void failOverCluster(String cluster, @Nullable String backendId) {
        Body body = Body.of(new LinkedHashMap<>(target("cluster", cluster, backendId)))
                .needing("failing over a cluster", VersionRange.since(3, 26));
        binding.api().act("failover", body, binding.call(body));
    }

    private static Map<String, Object> target(String kind, String name, @Nullable String backendId) {
        return backendId == null ? Map.of(kind, name) : Map.of(kind, name, "backend_id", backendId);
    }

    /**
     * How much the services write to their logs. {@code PUT /os-services/get-log}.
     *
     * @param binary of this name only; empty for all
     * @param prefix of loggers whose names begin so; empty for all
     */
    @Since("3.32")
    public List<LogLevels> logLevels(String binary, String prefix) {
        Body body = Body.of(new LinkedHashMap<>(Map.of("binary", binary, "prefix", prefix)))
                .needing("levels of logs", LOGS);
        return binding.api().levels(body, binding.call(body));
    }

    /**
     * Sets how much the services write to their logs, until they start anew. {@code PUT /os-services/set-log}.
     *
     * @param binary of this name only; empty for all
     * @param prefix of loggers whose names begin so; empty for all
     * @param level such as {@code DEBUG}
     */
    @Since("3.32")
    public void setLogLevels(String binary, String prefix, String level) {
        Body body = Body.of(new LinkedHashMap<>(Map.of("binary", binary, "prefix", prefix, "level", level)))
                .needing("levels of logs", LOGS);
        binding.api().act("set-log", body, binding.call(body));
    }

    private void act(String action, Map<String, Object> argument) {
        binding.api().act(action, Body.of(new LinkedHashMap<>(argument)), binding.call());
    }

    /**
     * How much a service writes to its log.
     *
     * @param host where it runs
     * @param binary its name
     * @param levels by names of loggers
     */
    public record LogLevels(String host, String binary, Map<String, String> levels) {}

    /** A listing of services. */
    public static final class Query extends Listing<HostService, Query> {
        Query(Question<HostService> question) {
            super(question, Query::new);
        }

        /** On this host. */
        public Query host(String host) {
            return with("host", host);
        }

        /** Of this name, such as {@code cinder-volume}. */
        public Query binary(String binary) {
            return with("binary", binary);
        }
    }
}

package io.github.openstackjvm.compute;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;

/** How far the hosts are with their reports of which servers existed. For administrators. */
public final class UsageAuditLogs {

    @Wire(path = "/os-instance_usage_audit_log", one = "instance_usage_audit_log", max = "2.1")
    interface Api {
        @Keyed(Keyed.MANY)
        @RequestLine("GET")
        UsageAuditLog latest(Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("GET /{before}")
        UsageAuditLog before(@Param("before") String before, Call call);
    }

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Binding<Api> binding;

    UsageAuditLogs(Binding<Api> binding) {
        this.binding = binding;
    }

    /** The reports of the last period that has ended. {@code GET /os-instance_usage_audit_log}. */
    public UsageAuditLog latest() {
        return binding.api().latest(binding.call());
    }

    /** The reports of the last period that ended before this time. {@code GET /os-instance_usage_audit_log/{time}}. */
    public UsageAuditLog before(Instant time) {
        return binding.api().before(FORM.format(time), binding.call());
    }
}

package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How far the hosts are with their report of the servers that existed in a period. The constructor is not API.
 *
 * @param periodBeginning begin of the period
 * @param periodEnding end of the period
 * @param numHosts number of hosts
 * @param numHostsDone number of hosts that have reported
 * @param numHostsRunning number of hosts that are reporting
 * @param numHostsNotRun number of hosts that have not begun
 * @param hostsNotRun their names
 * @param totalInstances number of servers reported
 * @param totalErrors number of servers that could not be reported
 * @param overallStatus all of this in a sentence
 * @param log by host
 * @param extras fields without a component of their own
 */
public record UsageAuditLog(
        @Nullable Instant periodBeginning,
        @Nullable Instant periodEnding,
        int numHosts,
        int numHostsDone,
        int numHostsRunning,
        int numHostsNotRun,
        List<String> hostsNotRun,
        int totalInstances,
        int totalErrors,
        String overallStatus,
        Map<String, Host> log,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }

    /**
     * The report of a host.
     *
     * @param state such as {@code DONE}
     * @param instances number of servers reported
     * @param errors number of servers that could not be reported
     * @param message the same in a sentence
     */
    public record Host(
            String state,
            int instances,
            int errors,
            @Nullable String message) {}
}

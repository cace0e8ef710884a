package io.github.openstackjvm.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.ErrorContext.Attempt;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OverLimit;
import io.github.openstackjvm.error.QuotaExceeded;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorMapperTest {
    private static final Attempt ATTEMPT = new Attempt(Instant.EPOCH, Duration.ofMillis(3), "503");
    private static final HttpHeaders ID = HttpHeaders.of("X-Openstack-Request-Id", "req-1");

    @Test
    void saysInOneSentenceWhatWasAskedAndWhatCame() {
        OpenStackException error = map(
                "compute",
                404,
                ID,
                "{\"itemNotFound\": {\"code\": 404, \"message\": \"Instance x\\n could not be found.\"}}");
        assertThat(error)
                .hasMessage("GET http://127.0.0.1:8774/v2.1/servers/x answered 404 Not Found: "
                        + "Instance x could not be found. [compute, RegionOne, request req-1]");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        CallFacts facts = new CallFacts(null, null, "HEAD", "https://u:p@h/c?temp_url_sig=abc", List.of());
        OpenStackException error = ErrorMapper.map(599, HttpHeaders.EMPTY, new byte[0], facts, Instant.EPOCH);
        assertThat(error).hasMessage("HEAD https://***@h/c?temp_url_sig=*** answered 599");
        assertThat(error.context().url()).isEqualTo("https://***@h/c?temp_url_sig=***");
        assertThat(error.context().cloudMessage()).isNull();
    }

    @Test
    void countsTheAttempts() {
        CallFacts facts = new CallFacts("network", null, "GET", "http://n/v2.0/ports", List.of(ATTEMPT, ATTEMPT));
        OpenStackException error = ErrorMapper.map(503, HttpHeaders.EMPTY, new byte[0], facts, Instant.EPOCH);
        assertThat(error).hasMessage("GET http://n/v2.0/ports answered 503 Service Unavailable [network, 2 attempts]");
        assertThat(error.context().attempts()).containsExactly(ATTEMPT, ATTEMPT);
    }

    @ParameterizedTest
    @CsvSource({
        "200, OpenStackException",
        "304, NotModified",
        "400, BadRequest",
        "401, Unauthenticated",
        "402, BadRequest",
        "403, Forbidden",
        "404, NotFound",
        "405, BadRequest",
        "406, BadRequest",
        "407, OpenStackException",
        "408, Unavailable",
        "409, Conflict",
        "410, NotFound",
        "411, BadRequest",
        "413, BadRequest",
        "422, BadRequest",
        "429, OverLimit",
        "498, OverLimit",
        "500, Unavailable",
        "501, OpenStackException",
        "502, Unavailable",
        "503, Unavailable",
        "504, Unavailable",
        "505, OpenStackException",
        "507, Unavailable"
    })
    void goesByTheStatusWhereThereAreNoWords(int status, String exception) {
        OpenStackException error = map("compute", status, HttpHeaders.EMPTY, "");
        assertThat(error.getClass().getSimpleName()).isEqualTo(exception);
        assertThat(error.status()).isEqualTo(status);
    }

    @Test
    void tellsWhereARedirectWouldHaveLed() {
        HttpHeaders headers = HttpHeaders.of("Location", "https://elsewhere/x?token=abc");
        assertThat(map("compute", 302, headers, "<html>..."))
                .hasMessageContaining("302 Found: the redirect to https://elsewhere/x?token=*** was not followed");
        assertThat(map("identity", 300, HttpHeaders.EMPTY, "{\"versions\": {}}"))
                .hasMessageContaining("several versions are offered here");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 413, 429, 498})
    void takesAPauseForALimitOnRequests(int status) {
        OpenStackException error = map("compute", status, HttpHeaders.of("Retry-After", "2.5"), "no");
        assertThat(error)
                .isInstanceOfSatisfying(
                        OverLimit.class, limit -> assertThat(limit.retryAfter()).contains(Duration.ofMillis(2500)));
    }

    @Test
    void takesAQuotaForAQuotaThoughCinderAsksForAPause() {
        String body = "{\"overLimit\": {\"code\": 413, \"message\": \"VolumeLimitExceeded: Maximum number of volumes "
                + "allowed (10) exceeded for quota 'volumes'.\", \"retryAfter\": \"0\"}}";
        assertThat(map("volumev3", 413, HttpHeaders.of("Retry-After", "0"), body))
                .isInstanceOf(QuotaExceeded.class);
    }

    /** The words are those of the services' sources. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "compute | 403 | - | Maximum number of ports exceeded | QUOTA",
                "compute | 403 | - | Personality file limit exceeded | QUOTA",
                "compute | 403 | - | Project x is over a limit for [Resource servers is over limit of 1] | QUOTA",
                "compute | 403 | - | Policy doesn't allow os_compute_api:os-quota-sets:update to be performed. | -",
                "compute | 409 | - | Cannot 'resize' instance x while it is in vm_state resizing | BUSY",
                "compute | 409 | - | Cannot 'rebuild' instance x while it is in vm_state error | -",
                "compute | 409 | - | Fixed IP address 10.0.0.3 is already in use on instance x. | IN_USE",
                "compute | 409 | - | Multiple security_group matches found for name 'web' | AMBIGUOUS",
                "compute | 400 | - | Flavor with ID 1 already exists. | -",
                "identity | 403 | - | Unable to create additional credentials, maximum of 2 already exceeded for user. | QUOTA",
                "identity | 403 | - | You are not authorized to perform the requested action: update_limit. | -",
                "network | 409 | SubnetPoolQuotaExceeded | Per-tenant subnet pool prefix quota exceeded. | QUOTA",
                "network | 409 | TapServiceLimitReached | Reached the maximum quota for Tap Services | QUOTA",
                "network | 409 | IpAddressInUse | Unable to complete operation for network x. The IP address is in use. | IN_USE",
                "network | 409 | RouterInterfaceInUseByFloatingIP | Router interface for subnet cannot be deleted | IN_USE",
                "network | 409 | FloatingIPPortAlreadyAssociated | Cannot associate floating IP | IN_USE",
                "network | 409 | PortBound | Unable to complete operation on port x, port is already bound | IN_USE",
                "network | 409 | PortBindingAlreadyExists | Binding for port x on host y already exists. | EXISTS",
                "network | 409 | DuplicateRecordSet | Name x is duplicated in the external DNS service | EXISTS",
                "network | 409 | FirewallGroupInPendingState | Operation cannot be performed | BUSY",
                "network | 409 | IpAddressGenerationFailure | No more IP addresses available on network x. | -",
                "network | 400 | EndpointGroupInUse | Endpoint group x is in use and cannot be deleted | IN_USE",
                "network | 400 | AddressesAlreadyExist | Addresses x already exist in the address group y. | EXISTS",
                "network | 400 | PlacementAllocationRpNotExists | Resource provider x for y does not exist | -",
                "network | 400 | DuplicateAddressPairInRequest | Request contains duplicate address pair | -",
                "network | 503 | NoNetworkAvailable | No tenant network is available for allocation. | -",
                "block-storage | 400 | - | Volume x is still attached, detach volume first. | IN_USE",
                "volumev3 | 400 | - | Volume type encryption for type x already exists. | EXISTS",
                "block-storage | 400 | - | Target volume type is still in use. | IN_USE",
                "block-storage | 400 | - | Cannot update encryption specs. Volume type in use. | IN_USE",
                "block-storage | 400 | - | Incremental backups exist for this backup. | IN_USE",
                "block-storage | 400 | - | Invalid Group: Group has existing snapshots. | IN_USE",
                "block-storage | 409 | - | Cannot re-image a volume which is attached to more than one server. | IN_USE",
                "block-storage | 400 | - | Backup already exists in database. | EXISTS",
                "block-storage | 400 | - | Invalid volume: Volume  must not be migrating, attached, belong to a group, have snapshots | STATE",
                "block-storage | 400 | - | Retype needs volume to be in available or in-use state, not be part of an active migration | STATE",
                "block-storage | 400 | - | Volume to be restored to must be available | STATE",
                "block-storage | 400 | - | Volume attachments can not be created if the volume is in an error state. | STATE",
                "block-storage | 400 | - | The volume cannot be updated during maintenance. | BUSY",
                "block-storage | 400 | - | No backups available to do an incremental backup. | -",
                "block-storage | 400 | - | Backing up an in-use volume must use the force flag. | -",
                "block-storage | 400 | - | Volume Type id must not be None. | -",
                "load-balancer | 409 | Client | Pool x is in use by L7 policy y | IN_USE",
                "load-balancer | 409 | Client | This pool already has a health monitor | EXISTS",
                "load-balancer | 409 | Client | Too many rules on L7 policy x | -",
                "placement | 409 | placement.inventory.inuse | Inventory in use | IN_USE",
                "image | 409 | - | Image x could not be deleted because it is in use: y | IN_USE",
                "image | 413 | - | Denying attempt to upload image because it exceeds the quota: 12 | QUOTA",
                "image | 413 | - | Denying attempt to upload image larger than 1099511627776 bytes. | -",
                "orchestration | 409 | ActionInProgress | Stack web already has an action (CREATE) in progress. | BUSY",
                "orchestration | 400 | RequestLimitExceeded | You have reached the maximum stacks per tenant, 100. | QUOTA",
                "orchestration | 400 | RequestLimitExceeded | Request limit exceeded: JSON body size exceeds maximum | -",
                "dns | 400 | zone_has_sub_zone | Please delete any subzones before deleting this zone | IN_USE",
                "- | 409 | - | Something went wrong | -"
            })
    void knowsTheWordsOfTheServices(
            @Nullable String service, int status, @Nullable String type, String message, @Nullable Refusal refusal) {
        Fault fault = new Fault(message, type, null, "");
        assertThat(Refusal.of(status, service, "POST", fault)).isEqualTo(refusal);
    }

    @Test
    void callsAConflictWithoutKnownWordsOther() {
        assertThat(map("compute", 409, HttpHeaders.EMPTY, "{\"conflictingRequest\": {\"message\": \"No.\"}}"))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.reason()).isEqualTo(Conflict.Reason.OTHER));
    }

    @Test
    void showsNoSecretAnywhere() {
        OpenStackException error = map(
                "compute",
                400,
                ID,
                "{\"badRequest\": {\"code\": 400, \"message\": \"Invalid input for field/attribute user_data. "
                        + "Value: planted. 'planted' is not a 'base64'\"}, \"adminPass\": \"planted\"}");
        assertThat(error.toString() + error.context()).doesNotContain("planted").contains("user_data");
    }

    private static OpenStackException map(String service, int status, HttpHeaders headers, String body) {
        CallFacts facts =
                new CallFacts(service, "RegionOne", "GET", "http://127.0.0.1:8774/v2.1/servers/x", List.of(ATTEMPT));
        return ErrorMapper.map(status, headers, body.getBytes(StandardCharsets.UTF_8), facts, Instant.EPOCH);
    }
}

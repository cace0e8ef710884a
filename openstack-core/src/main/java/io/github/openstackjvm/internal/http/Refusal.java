package io.github.openstackjvm.internal.http;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.openstackjvm.session.ServiceType;
import org.jspecify.annotations.Nullable;

/**
 * Why a service refused, where its status alone does not tell: a quota may be 400, 403, 409, 413 or 429, a 409 means five
 * things, and Cinder says most of them with 400.
 */
enum Refusal {
    /** A quota is used up. */
    QUOTA,
    /** Too many requests for now. */
    RATE,
    /** Something else uses it. */
    IN_USE,
    /** It is in transition. */
    BUSY,
    /** There is one already. */
    EXISTS,
    /** It is not clear which one is meant. */
    AMBIGUOUS,
    /** The microversion is not served. */
    MICROVERSION,
    /** Somebody else changed it since it was read. */
    CHANGED,
    /** Its state forbids it for another reason. */
    STATE;

    private static final int LONGEST = 2000;
    private static final String ANY = "";
    private static final Set<Integer> S400 = Set.of(400);
    private static final Set<Integer> S409 = Set.of(409);
    private static final Set<Integer> QUOTAS = Set.of(403, 409, 413, 429);

    /** The words are looked for in the line {@code METHOD type: message}. */
    private record Rule(String service, Set<Integer> statuses, Refusal refusal, Pattern words) {}

    /** The first that fits counts. */
    private static final List<Rule> RULES = List.of(
            // Neutron OverQuota, SubnetPoolQuotaExceeded, TapServiceLimitReached. Designate over_quota.
            rule(ANY, QUOTAS, QUOTA, "^\\w+ \\w*(OverQuota|QuotaExceeded|LimitReached|over_quota):"),
            // Nova "Quota exceeded for instances", Octavia "Quota has been met", Barbican "a quota has been reached".
            rule(ANY, QUOTAS, QUOTA, "quotas? (was |is |has been |limit )?(exceeded|met|reached|full)"),
            // Cinder, Manila "exceeds allowed gigabytes quota", Glance "it exceeds the quota", Swift "exceeds quota".
            rule(ANY, QUOTAS, QUOTA, "exceed(s|ed|ing)? .{0,60}\\bquota\\b"),
            // Nova, Cinder "Maximum number of … exceeded", Keystone "maximum of 5 already exceeded".
            rule(ANY, QUOTAS, QUOTA, "maximum (number )?of .{0,60}exceed|file limit exceeded"),
            // Keystone's unified limits, as Nova and Glance report them; Glance's tags and members.
            rule(ANY, QUOTAS, QUOTA, "is over (a )?limit (of|for)|limit has been exceeded on the number"),
            rule("orchestration", S400, QUOTA, "maximum (stacks per tenant|resources per stack)"),
            // Nova before 2013 and proxies such as Repose.
            rule(ANY, Set.of(403, 413), RATE, "rate.?limit|too many requests|slow down"),

            // Nova, Cinder, Manila "Version 2.999 is not supported by the API", Ironic and Magnum "was requested but",
            // Placement "Unacceptable version header".
            rule(ANY, Set.of(406), MICROVERSION, "\\bversion\\b.{0,60}not supported|microversion|version header"),
            rule(ANY, Set.of(406), MICROVERSION, "version \\S+ was requested"),

            // Neutron tells by type.
            rule("network", Set.of(412), CHANGED, "current revision is"),
            rule("network", S409, BUSY, "^\\w+ \\w*(PendingState|StateInvalid|ConcurrentDeletion):"),
            rule("network", S409, EXISTS, "^\\w+ (Duplicate\\w+|\\w*(?<!Not)Exists?|\\w*NotUnique):"),
            rule("network", Set.of(400, 409), IN_USE, "^\\w+ \\w*InUse\\w*:"),
            rule("network", Set.of(400, 409), EXISTS, "^\\w+ \\w*AlreadyExists?:|already has a port on subnet"),
            rule("network", S409, IN_USE, "^\\w+ (\\w*Already(Allocated|Associated|Active|Assigned)|PortBound\\w*):"),
            rule("network", S409, IN_USE, "^\\w+ (\\w*ReferencedBy\\w*|\\w*HasSecurityGroup):"),
            rule("network", S400, IN_USE, "\\b(is|are|still|already) in use\\b"),

            // Placement and Designate, too.
            rule("placement", S409, IN_USE, "inuse:|cannot_delete_parent:"),
            rule("placement", S409, EXISTS, "duplicate_name:"),
            rule("placement", S409, CHANGED, "concurrent_update:"),
            rule("dns", S400, IN_USE, "zone_has_sub_zone:"),
            rule("dns", S409, EXISTS, "^\\w+ duplicate\\w*:"),

            // Swift says one sentence for all. What deleting a container collides with is its objects.
            rule("object-store", S409, IN_USE, "^DELETE "),

            // Octavia: immutable means PENDING_*, or ERROR, which a look at it tells.
            rule("load-balancer", S409, BUSY, "is immutable|invalid state pending_"),
            rule("load-balancer", S400, IN_USE, "it has children"),

            // Nova: task_state is a transition; so is a vm_state in "-ing". "is locked" is an owner's lock: STATE.
            rule("compute", S409, BUSY, "in task_state|in vm_state \\w+ing\\b"),

            // Heat.
            rule("orchestration", S409, BUSY, "^\\w+ ActionInProgress:"),
            rule("orchestration", S400, AMBIGUOUS, "Ambiguity:"),

            // Cinder, with 400 for nearly all of it. Its sentence on deleting lists every obstacle: STATE.
            rule("block-storage", S400, BUSY, "currently \\w+ing\\b|(in|during) maintenance|is migrating"),
            rule("block-storage", S400, STATE, "status must (not )?be|must be available|only allowed on available"),
            rule("block-storage", S400, STATE, "must not (be (migrating|part of)|have)|be in .{0,40}stat(e|us)"),
            rule("block-storage", S400, STATE, "\\bin (an )?\\w+ stat(e|us)\\b|not mid-migration"),
            rule("block-storage", S400, IN_USE, "still (attached|associated|contains)|\\bin use\\b|is being used"),
            rule("block-storage", S400, IN_USE, "already (attached|associated|in group)|backups exist for"),
            rule("block-storage", S400, IN_USE, "has (dependent |existing )?(snapshot|volume)|present with the type"),
            rule("block-storage", Set.of(400, 409), IN_USE, "\\bis attached\\b"),
            rule("block-storage", S400, EXISTS, "already (exists|managed)"),

            // Every service, by its words.
            rule(ANY, S409, AMBIGUOUS, "multiple .{1,40}(found|match)|more than one|no unique match"),
            rule(ANY, S409, BUSY, "in progress|locked by host|is busy|\\bpending_\\w+|currently being|try again later"),
            rule(ANY, S409, IN_USE, "in use\\b|is (still )?(being )?used by|still (attached|associated)|not empty"),
            rule(ANY, S409, EXISTS, "already (exists?|a|an|has|associated|using|registered)\\b|\\bexists\\b|duplicate"),
            rule(ANY, S409, EXISTS, "not permitted to have two|is already using"));

    /** Null when the status tells it all. */
    static @Nullable Refusal of(int status, @Nullable String service, String method, Fault fault) {
        String official = service == null || service.isBlank()
                ? ANY
                : ServiceType.of(service).value();
        String line = method + ' ' + text(fault.type()) + ": " + text(fault.message());
        String words = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        for (Rule rule : RULES) {
            if (rule.statuses.contains(status)
                    && (rule.service.equals(ANY) || rule.service.equals(official))
                    && rule.words.matcher(words).find()) {
                return rule.refusal;
            }
        }
        return null;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Rule rule(String service, Set<Integer> statuses, Refusal refusal, String words) {
        return new Rule(service, statuses, refusal, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }
}

package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.Spec;
import io.github.openstackjvm.resource.Until;

/** Quotas to set; -1 is: any number. */
public final class QuotaSpec extends Spec<QuotaSpec> {

    /** Number of servers. */
    public QuotaSpec servers(int limit) {
        return set("instances", limit);
    }

    /** Number of virtual CPUs. */
    public QuotaSpec cores(int limit) {
        return set("cores", limit);
    }

    /** Memory of all servers together, in MiB. */
    public QuotaSpec ramMiB(int limit) {
        return set("ram", limit);
    }

    /** Number of metadata of a server. */
    public QuotaSpec metadataItems(int limit) {
        return set("metadata_items", limit);
    }

    /** Number of keypairs of a user. */
    public QuotaSpec keypairs(int limit) {
        return set("key_pairs", limit);
    }

    /** Number of server groups. */
    public QuotaSpec serverGroups(int limit) {
        return set("server_groups", limit);
    }

    /** Number of servers in a group. */
    public QuotaSpec serverGroupMembers(int limit) {
        return set("server_group_members", limit);
    }

    /** Number of files injected into a new server. */
    @Until("2.56")
    public QuotaSpec injectedFiles(int limit) {
        return set("injected_files", limit, until(2, 56));
    }

    /** Size of such a file, in bytes. */
    @Until("2.56")
    public QuotaSpec injectedFileContentBytes(int limit) {
        return set("injected_file_content_bytes", limit, until(2, 56));
    }

    /** Length of its path, in bytes. */
    @Until("2.56")
    public QuotaSpec injectedFilePathBytes(int limit) {
        return set("injected_file_path_bytes", limit, until(2, 56));
    }

    /** Number of floating IPs. */
    @Until("2.35")
    public QuotaSpec floatingIps(int limit) {
        return set("floating_ips", limit, until(2, 35));
    }

    /** Number of fixed IPs. */
    @Until("2.35")
    public QuotaSpec fixedIps(int limit) {
        return set("fixed_ips", limit, until(2, 35));
    }

    /** Number of security groups. */
    @Until("2.35")
    public QuotaSpec securityGroups(int limit) {
        return set("security_groups", limit, until(2, 35));
    }

    /** Number of rules in a security group. */
    @Until("2.35")
    public QuotaSpec securityGroupRules(int limit) {
        return set("security_group_rules", limit, until(2, 35));
    }

    /** Sets them even below what is in use. For the quotas of a project; those of a class have no such thing. */
    public QuotaSpec force() {
        return set("force", true);
    }
}

package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;

/** The extensions of Neutron whose behaviour the fake has: clients look here before they use one. */
public final class FakeExtensions implements FakeResource {
    private static final List<Map<String, Object>> EXTENSIONS = List.of(
            extension(
                    "empty-string-filtering",
                    "Empty String Filtering Extension",
                    "Allow filtering by attributes with " + "empty string value",
                    "2018-05-01T10:00:00-00:00"),
            extension(
                    "filter-validation",
                    "Filter parameters validation",
                    "Provides validation on filter parameters.",
                    "2018-03-21T10:00:00-00:00"),
            extension(
                    "pagination",
                    "Pagination support",
                    "Extension that indicates that pagination is enabled.",
                    "2016-06-12T00:00:00-00:00"),
            extension(
                    "project-id",
                    "project_id field enabled",
                    "Extension that indicates that project_id field is " + "enabled.",
                    "2016-09-09T09:09:09-09:09"),
            extension(
                    "quotas",
                    "Quota management support",
                    "Expose functions for quotas management per project",
                    "2012-07-29T10:00:00-00:00"),
            extension(
                    "quota_details",
                    "Quota details management support",
                    "Expose functions for quotas usage " + "statistics per project",
                    "2017-02-10T10:00:00-00:00"),
            extension(
                    "revision-if-match",
                    "If-Match constraints based on revision_number",
                    "Extension indicating that " + "If-Match based on revision_number is supported.",
                    "2016-12-11T00:00:00-00:00"),
            extension(
                    "security-group", "security-group", "The security groups extension.", "2012-10-05T10:00:00-00:00"),
            extension(
                    "security-groups-normalized-cidr",
                    "Normalized CIDR field for security group rules",
                    "Add new " + "field with normalized cidr calculated from remote_ip_prefix field",
                    "2019-10-23T08:00:00-00:00"),
            extension(
                    "security-groups-shared-filtering",
                    "Security group filtering on the shared field",
                    "Support " + "filtering security groups on the shared field",
                    "2021-05-01T08:00:00-00:00"),
            extension(
                    "sorting",
                    "Sorting support",
                    "Extension that indicates that sorting is enabled.",
                    "2016-06-12T00:00:00-00:00"),
            extension(
                    "standard-attr-description",
                    "standard-attr-description",
                    "Extension to add descriptions to " + "standard attributes",
                    "2016-02-10T10:00:00-00:00"),
            extension(
                    "standard-attr-revisions",
                    "Resource revision numbers",
                    "This extension will display the " + "revision number of neutron resources.",
                    "2016-04-11T10:00:00-00:00"),
            extension(
                    "standard-attr-tag",
                    "Tag support for resources with standard attribute: floatingip, network, "
                            + "network_segment_range, policy, port, router, security_group, subnet, subnetpool, trunk",
                    "Enables " + "to set tag on resources with standard attribute.",
                    "2017-01-01T00:00:00-00:00"),
            extension(
                    "standard-attr-timestamp",
                    "Resource timestamps",
                    "Adds created_at and updated_at fields to all "
                            + "Neutron resources that have Neutron standard attributes.",
                    "2016-09-12T10:00:00-00:00"),
            extension(
                    "stateful-security-group",
                    "Stateful security group",
                    "Indicates if the security group is " + "stateful or not",
                    "2019-11-26T09:00:00-00:00"));

    FakeExtensions() {}

    @Override
    public void routes(Routes routes) {
        routes.get("/extensions", call -> Json.reply(200, Json.map("extensions", EXTENSIONS)));
        routes.get(
                "/extensions/{alias}",
                call -> EXTENSIONS.stream()
                        .filter(extension -> call.param("alias").equals(extension.get("alias")))
                        .findFirst()
                        .map(extension -> Json.reply(200, Json.map("extension", extension)))
                        .orElseThrow(() ->
                                Refusal.notFound("Extension with alias " + call.param("alias") + " does not exist")));
    }

    private static Map<String, Object> extension(String alias, String name, String description, String updated) {
        return Json.map(
                "name", name, "alias", alias, "description", description, "updated", updated, "links", List.of());
    }
}

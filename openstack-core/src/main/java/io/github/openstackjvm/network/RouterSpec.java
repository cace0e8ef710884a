package io.github.openstackjvm.network;

import java.util.List;

/** A router to create. Everything may be left out. */
public final class RouterSpec extends RouterFields<RouterSpec> {

    /** A router of this name. */
    public static RouterSpec named(String name) {
        return new RouterSpec().name(name);
    }

    /** Its flavor, by id. */
    public RouterSpec flavorId(String id) {
        return set("flavor_id", id);
    }

    /** Where it is to be served. */
    public RouterSpec availabilityZoneHints(String... zones) {
        return set("availability_zone_hints", List.of(zones));
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public RouterSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    /** What can be changed of a router. */
    public static final class Update extends RouterFields<Update> {

        /** No way outside any more. Refused while a floating IP needs it. */
        public Update noExternalGateway() {
            return set("external_gateway_info", null);
        }

        /** Where packets go beside the subnets it joins: these routes and no others. */
        public Update routes(List<Route> routes) {
            return set("routes", routes.stream().map(Routes::wire).toList());
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}

package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;

/** How many addresses of networks are in use. For administrators. */
public final class NetworkIpAvailabilities extends ResourceCollection<NetworkIpAvailability>
        implements Lists<NetworkIpAvailability, NetworkIpAvailabilities.Query>, Gets<NetworkIpAvailability> {

    @Wire(path = "/network-ip-availabilities", one = "network_ip_availability", many = "network_ip_availabilities")
    interface Api extends CrudApi<NetworkIpAvailability> {}

    NetworkIpAvailabilities(Binding<Api> binding) {
        super(binding);
    }

    /** Lists it for all networks. {@code GET /network-ip-availabilities}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads it for one network, by the network's id. {@code GET /network-ip-availabilities/{network}}. */
    @Override
    public NetworkIpAvailability get(Ref<NetworkIpAvailability> ref) {
        return read(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<NetworkIpAvailability, Query> {
        Query(Question<NetworkIpAvailability> question) {
            super(question, Query::new);
        }

        /** Of the network with this id. */
        public Query networkId(String id) {
            return with("network_id", id);
        }

        /** Of networks with this name. */
        public Query networkName(String name) {
            return with("network_name", name);
        }

        /** Of this version of IP only: 4 or 6. */
        public Query ipVersion(int version) {
            return with("ip_version", version);
        }

        /** Of networks of the project with this id. */
        public Query projectId(String projectId) {
            return with("project_id", projectId);
        }
    }
}

package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Updates;

/** The programs of Neutron on their hosts. For administrators. */
public final class Agents extends ResourceCollection<Agent>
        implements Lists<Agent, Agents.Query>,
                Gets<Agent>,
                Updates<Agent, AgentChanges, Agent>,
                Deletes<Agent, Deleted> {

    @Wire(path = "/agents", one = "agent")
    interface Api extends CrudApi<Agent> {}

    Agents(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the agents. {@code GET /agents}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /agents/{id}}. */
    @Override
    public Agent get(Ref<Agent> ref) {
        return read(ref);
    }

    @Override
    public AgentChanges changes() {
        return new AgentChanges();
    }

    /** Changes an agent. {@code PUT /agents/{id}}. */
    @Override
    public Agent update(Ref<Agent> ref, AgentChanges changes) {
        return change(ref, changes);
    }

    /** Forgets an agent; one that runs comes back. {@code DELETE /agents/{id}}. */
    @Override
    public Deleted delete(Ref<Agent> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<Agent, Query> {
        Query(Question<Agent> question) {
            super(question, Query::new);
        }

        /** Of this type, such as {@code L3 agent}. */
        public Query type(String type) {
            return with("agent_type", type);
        }

        /** Of this program, such as {@code neutron-l3-agent}. */
        public Query binary(String binary) {
            return with("binary", binary);
        }

        /** On this host. */
        public Query host(String host) {
            return with("host", host);
        }

        /** Those heard of lately, or the others. */
        public Query alive(boolean alive) {
            return with("alive", alive);
        }

        /** Those that are given work, or the others. */
        public Query adminStateUp(boolean up) {
            return with("admin_state_up", up);
        }

        /** In this zone. */
        public Query availabilityZone(String zone) {
            return with("availability_zone", zone);
        }
    }
}

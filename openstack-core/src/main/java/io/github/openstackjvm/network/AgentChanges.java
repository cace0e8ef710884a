package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.Spec;

/** What can be changed of an agent. */
public final class AgentChanges extends Spec<AgentChanges> {

    /** Whether it is given work. */
    public AgentChanges adminStateUp(boolean up) {
        return set("admin_state_up", up);
    }

    /** For people. */
    public AgentChanges description(String description) {
        return set("description", description);
    }
}

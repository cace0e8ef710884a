package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A trunk to create. */
public final class TrunkSpec extends Spec<TrunkSpec> {

    /** A trunk by the port with this name or id. */
    public static TrunkSpec by(String port) {
        return new TrunkSpec().port(port);
    }

    /** A trunk by this port. */
    public static TrunkSpec by(Ref<Port> port) {
        return new TrunkSpec().port(port);
    }

    /** The port that carries the others, by name or id. */
    public TrunkSpec port(String nameOrId) {
        return ref("port_id", Port.class, nameOrId);
    }

    /** The port that carries the others. */
    public TrunkSpec port(Ref<Port> port) {
        return ref("port_id", Port.class, port);
    }

    /** Need not be unique. */
    public TrunkSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public TrunkSpec description(String description) {
        return set("description", description);
    }

    /** Whether it is switched on; true unless said otherwise. */
    public TrunkSpec adminStateUp(boolean up) {
        return set("admin_state_up", up);
    }

    /** Carries this port as well, whose packets have this VLAN number. */
    public TrunkSpec subPort(Ref<Port> port, int vlan) {
        return add("sub_ports", SubPorts.wire(port, vlan));
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public TrunkSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("port_id");
    }

    /** What can be changed of a trunk; the ports it carries have verbs of their own. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** Whether it is switched on. */
        public Update adminStateUp(boolean up) {
            return set("admin_state_up", up);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}

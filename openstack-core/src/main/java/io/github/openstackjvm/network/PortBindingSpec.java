package io.github.openstackjvm.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Spec;

/** How a server's port is to be plugged in on one more host. */
public final class PortBindingSpec extends Spec<PortBindingSpec> {

    /** On this host. */
    public static PortBindingSpec on(String host) {
        return new PortBindingSpec().host(host);
    }

    /** On this host. */
    public PortBindingSpec host(String host) {
        return set("host", host);
    }

    /** How its device is joined to it. */
    public PortBindingSpec vnicType(VnicType type) {
        return set("vnic_type", type);
    }

    /** What Neutron's drivers need to know of the host. */
    public PortBindingSpec profile(Map<String, ?> profile) {
        return set("profile", profile);
    }

    @Override
    protected List<String> required() {
        return List.of("host");
    }

    /** What can be changed of it. */
    public static final class Update extends Spec<Update> {

        /** On another host. */
        public Update host(String host) {
            return set("host", host);
        }

        /** How its device is joined to it. */
        public Update vnicType(VnicType type) {
            return set("vnic_type", type);
        }

        /** What Neutron's drivers need to know of the host. */
        public Update profile(Map<String, ?> profile) {
            return set("profile", profile);
        }
    }
}

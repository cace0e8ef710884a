package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** A helper for a router's connections. */
public final class ConntrackHelperSpec extends Spec<ConntrackHelperSpec> {

    /** This helper, such as {@code tftp}, for connections to this port. */
    public static ConntrackHelperSpec of(String helper, IpProtocol protocol, int port) {
        return new ConntrackHelperSpec().helper(helper).protocol(protocol).port(port);
    }

    /** Which one, such as {@code tftp}: operators decide which there are. */
    public ConntrackHelperSpec helper(String helper) {
        return set("helper", helper);
    }

    /** Such as UDP. */
    public ConntrackHelperSpec protocol(IpProtocol protocol) {
        return set("protocol", protocol);
    }

    /** On which the first connection comes. */
    public ConntrackHelperSpec port(int port) {
        return set("port", port);
    }

    @Override
    protected List<String> required() {
        return List.of("helper", "protocol", "port");
    }

    /** What can be changed of it. */
    public static final class Update extends Spec<Update> {

        /** Another one, such as {@code ftp}. */
        public Update helper(String helper) {
            return set("helper", helper);
        }

        /** Such as TCP. */
        public Update protocol(IpProtocol protocol) {
            return set("protocol", protocol);
        }

        /** On which the first connection comes. */
        public Update port(int port) {
            return set("port", port);
        }
    }
}

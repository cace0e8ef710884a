package io.github.openstackjvm.compute;

import java.util.Optional;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How a console is shown.
 *
 * @param value as on the wire
 */
public record ConsoleType(String value) implements OpenValue {
    /** In a browser, by VNC. */
    public static final ConsoleType NOVNC = new ConsoleType("novnc");
    /** By a VNC client in Java; gone since Nova 20. */
    public static final ConsoleType XVPVNC = new ConsoleType("xvpvnc");
    /** In a browser, by SPICE. */
    public static final ConsoleType SPICE_HTML5 = new ConsoleType("spice-html5");
    /** By a SPICE client of one's own, since 2.99. */
    public static final ConsoleType SPICE_DIRECT = new ConsoleType("spice-direct");
    /** In a browser, by RDP, for Hyper-V. */
    public static final ConsoleType RDP_HTML5 = new ConsoleType("rdp-html5");
    /** A serial line by WebSocket. */
    public static final ConsoleType SERIAL = new ConsoleType("serial");
    /** In a browser, for VMware, since 2.8. */
    public static final ConsoleType WEBMKS = new ConsoleType("webmks");

    /** The protocol to ask for, as far as it is known here. */
    Optional<String> protocol() {
        return switch (value) {
            case "novnc", "xvpvnc" -> Optional.of("vnc");
            case "spice-html5", "spice-direct" -> Optional.of("spice");
            case "rdp-html5" -> Optional.of("rdp");
            case "serial" -> Optional.of("serial");
            case "webmks" -> Optional.of("mks");
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return value;
    }
}

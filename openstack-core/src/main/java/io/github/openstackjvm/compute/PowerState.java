package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What the hypervisor says of a server.
 *
 * @param value the number on the wire
 */
public record PowerState(String value) implements OpenValue {
    /** Nothing is known. */
    public static final PowerState NO_STATE = new PowerState("0");
    /** It runs. */
    public static final PowerState RUNNING = new PowerState("1");
    /** It stands still, in memory. */
    public static final PowerState PAUSED = new PowerState("3");
    /** It is off. */
    public static final PowerState SHUTDOWN = new PowerState("4");
    /** It broke down. */
    public static final PowerState CRASHED = new PowerState("6");
    /** It stands still, on disk. */
    public static final PowerState SUSPENDED = new PowerState("7");

    @Override
    public String toString() {
        return switch (value) {
            case "0" -> "no state";
            case "1" -> "running";
            case "3" -> "paused";
            case "4" -> "shutdown";
            case "6" -> "crashed";
            case "7" -> "suspended";
            default -> value;
        };
    }
}

package io.github.openstackjvm.internal.wire;

/** In place of a field's value: the field itself shall go. Only a JSON patch can say that. */
public enum Removed {
    /** The only one. */
    REMOVED
}

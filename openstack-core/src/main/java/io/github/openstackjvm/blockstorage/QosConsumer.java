package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.OpenValue;

/**
 * Who sees to it that a volume is as fast as it should be, and no faster.
 *
 * @param value as on the wire
 */
public record QosConsumer(String value) implements OpenValue {
    /** The hypervisor. */
    public static final QosConsumer FRONT_END = new QosConsumer("front-end");
    /** The storage backend. */
    public static final QosConsumer BACK_END = new QosConsumer("back-end");
    /** Both of them. */
    public static final QosConsumer BOTH = new QosConsumer("both");

    @Override
    public String toString() {
        return value;
    }
}

package io.github.openstackjvm.blockstorage;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** A QoS policy to create. */
public final class QosPolicySpec extends Spec<QosPolicySpec> {

    /** A QoS policy of this name. */
    public static QosPolicySpec named(String name) {
        return new QosPolicySpec().name(name);
    }

    /** Unique in the cloud. */
    public QosPolicySpec name(String name) {
        return set("name", name);
    }

    /** Who sees to it; the backend unless said otherwise. */
    public QosPolicySpec consumer(QosConsumer consumer) {
        return set("consumer", consumer);
    }

    /** A limit, by a name that the consumer knows, such as {@code total_iops_sec}. */
    public QosPolicySpec limit(String key, String value) {
        return set(key, value);
    }

    @Override
    protected List<String> required() {
        return List.of("name");
    }

    /** What can be changed of a QoS policy. */
    public static final class Update extends Spec<Update> {

        /** Who sees to it. */
        public Update consumer(QosConsumer consumer) {
            return set("consumer", consumer);
        }

        /** A limit, by a name that the consumer knows; others stay. */
        public Update limit(String key, String value) {
            return set(key, value);
        }
    }
}

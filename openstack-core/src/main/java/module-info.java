/** The OpenStack client of the JVM. */
module io.github.openstackjvm.core {
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires feign.core;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.slf4j;
    requires org.yaml.snakeyaml;

    uses io.github.openstackjvm.auth.AuthMethodFactory;

    exports io.github.openstackjvm;
    exports io.github.openstackjvm.auth;
    exports io.github.openstackjvm.blockstorage;
    exports io.github.openstackjvm.compute;
    exports io.github.openstackjvm.config;
    exports io.github.openstackjvm.error;
    exports io.github.openstackjvm.image;
    exports io.github.openstackjvm.network;
    exports io.github.openstackjvm.network.qos;
    exports io.github.openstackjvm.objectstore;
    exports io.github.openstackjvm.resilience;
    exports io.github.openstackjvm.resource;
    exports io.github.openstackjvm.session;
    exports io.github.openstackjvm.spi;
    exports io.github.openstackjvm.transfer;
    exports io.github.openstackjvm.transport;
}

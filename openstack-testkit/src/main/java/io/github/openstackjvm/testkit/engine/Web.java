package io.github.openstackjvm.testkit.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeBody;

/**
 * What services find when they fetch something from an address: what the test has published, and what a server on this machine
 * answers. Nothing else is ever asked.
 */
public final class Web {
    private static final int LIMIT_MILLIS = 5000;

    private final Map<String, FakeBody> published = new HashMap<>();

    Web() {}

    /** Puts this at an address. It is kept until the cloud is gone. */
    public void publish(String address, FakeBody content) {
        published.put(address, content);
    }

    Map<String, FakeBody> published() {
        Map<String, FakeBody> copy = new HashMap<>(published);
        copy.values().forEach(FakeBody::share);
        return copy;
    }

    void restore(Map<String, FakeBody> before) {
        before.values().forEach(FakeBody::share);
        published.values().forEach(FakeBody::discard);
        published.clear();
        published.putAll(before);
    }

    /** What is at an address; empty when there is nothing. The caller discards it. */
    public Optional<FakeBody> fetch(String address) {
        FakeBody there = published.get(address);
        return there != null ? Optional.of(there.share()) : fromThisMachine(URI.create(address));
    }

    private static Optional<FakeBody> fromThisMachine(URI address) {
        try {
            if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
                return Optional.empty();
            }
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try (InputStream in = connection.getInputStream()) {
                return Optional.of(FakeBody.read(in));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

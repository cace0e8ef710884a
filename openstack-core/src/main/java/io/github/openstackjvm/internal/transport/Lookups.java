package io.github.openstackjvm.internal.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks names up on threads of its own: the system's resolver obeys neither a limit nor an interrupt. One thread per name
 * at a time, however many calls wait for it, so that a resolver that hangs does not pile threads up.
 */
final class Lookups implements AutoCloseable {
    /** The system's resolver, or a test's. */
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    private record Lookup(CompletableFuture<List<InetAddress>> result, Thread thread) {}

    private final Names names;
    private final Map<String, Lookup> running = new ConcurrentHashMap<>();

    Lookups(Names names) {
        this.names = names;
    }

    /** The addresses of a host; cancelling the future ends the wait, not the look-up. */
    CompletableFuture<List<InetAddress>> find(String host) {
        if (isAddress(host)) {
            CompletableFuture<List<InetAddress>> known = new CompletableFuture<>();
            complete(InetAddress::getAllByName, host, known); // parses it, asks nobody
            return known;
        }
        return running.computeIfAbsent(host, this::start).result.copy();
    }

    private Lookup start(String host) {
        CompletableFuture<List<InetAddress>> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        complete(names, host, result);
                    } finally {
                        running.remove(host);
                    }
                },
                "openstack-transport-lookup");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        return new Lookup(result, thread);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever happens, those who wait must hear of it
    private static void complete(Names names, String host, CompletableFuture<List<InetAddress>> result) {
        try {
            result.complete(List.of(names.find(host)));
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    /** Look-ups still under way are given up. One inside the system's resolver ends when that answers. */
    @Override
    public void close() {
        running.values().forEach(lookup -> lookup.thread.interrupt());
    }
}

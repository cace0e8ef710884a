package io.github.openstackjvm.internal.auth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.error.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits on the loopback address for a browser that is sent back after a login, and takes the parameters it brings. Runs on
 * the thread that waits, which may be interrupted; it starts none.
 */
public final class Callback implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Callback.class);
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST_REQUEST = 16 * 1024;
    private static final Duration SLOWEST_BROWSER = Duration.ofSeconds(10);
    /** How soon the wait is over when nobody wants it any more. */
    private static final long LOOK_MILLIS = 100;

    private final ServerSocketChannel listener;
    private final URI address;

    private Callback(ServerSocketChannel listener, URI address) {
        this.listener = listener;
        this.address = address;
    }

    /** Refuses an address that other machines can reach, or none can. */
    public static void check(URI redirect) {
        if (!"http".equals(redirect.getScheme()) || !LOOPBACK.contains(String.valueOf(redirect.getHost()))) {
            throw new IllegalArgumentException(
                    "The login must come back to this machine: redirect_uri must be like http://localhost:8080/callback");
        }
    }

    /** Listens at this address; on a free port when it says 0, or none. */
    public static Callback listen(URI redirect) {
        check(redirect);
        try {
            String host = redirect.getHost();
            InetAddress loopback =
                    host.equals("localhost") ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
            ServerSocketChannel listener = bound(new InetSocketAddress(loopback, Math.max(0, redirect.getPort())));
            int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            String path = redirect.getRawPath().isEmpty() ? "/" : redirect.getRawPath();
            return new Callback(listener, URI.create("http://" + host + ":" + port + path));
        } catch (IOException e) {
            throw new Unauthenticated(
                    "Cannot wait for the browser at " + redirect + ": " + e.getMessage(), ErrorContext.NONE, e);
        }
    }

    private static ServerSocketChannel bound(InetSocketAddress at) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            return listener.bind(at);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    /** Where the browser is to be sent. */
    public URI address() {
        return address;
    }

    /**
     * The parameters that a browser brings to the address. Connections that break, or bring nothing, are no end of the wait:
     * browsers open some in advance.
     *
     * @param wanted is asked again and again meanwhile, and throws when nobody waits for them any more
     * @param ours whether they belong to this login; all others are answered and forgotten
     * @throws Unauthenticated when none comes in time
     * @throws Cancelled when the thread is interrupted
     */
    public Map<String, String> await(Duration patience, Runnable wanted, Predicate<Map<String, String>> ours) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Map<String, String>> came = talk(accept(end, wanted), end, wanted, ours);
            if (came.isPresent()) {
                return came.get();
            }
        }
    }

    private SocketChannel accept(long end, Runnable wanted) {
        try {
            while (ready(listener, SelectionKey.OP_ACCEPT, end, wanted)) {
                SocketChannel browser = listener.accept();
                if (browser != null) {
                    return browser;
                }
            }
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw new Unavailable("The wait for the browser broke off: " + e.getMessage(), ErrorContext.NONE, e);
        }
        throw new Unauthenticated("Nobody logged in in the browser, in time", ErrorContext.NONE, null);
    }

    /** What this connection brings; empty when it is not ours. What came is good, even if the answer does not arrive. */
    private Optional<Map<String, String>> talk(
            SocketChannel browser, long end, Runnable wanted, Predicate<Map<String, String>> ours) {
        Optional<Map<String, String>> came = Optional.empty();
        try (browser) {
            String target = request(browser, Math.min(end, System.nanoTime() + SLOWEST_BROWSER.toNanos()), wanted);
            int question = target.indexOf('?');
            if (question > 0 && target.substring(0, question).equals(address.getRawPath())) {
                came = Optional.of(parameters(target.substring(question + 1))).filter(ours);
            }
            answer(browser, came.isPresent());
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            LOG.debug("A browser's connection broke: {}", e.getMessage());
        }
        return came;
    }

    /** The target in the first line of the request; empty when there is none to be understood. */
    private static String request(SocketChannel browser, long end, Runnable wanted) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_REQUEST);
        while (bytes.hasRemaining() && ready(browser, SelectionKey.OP_READ, end, wanted)) {
            int count = browser.read(bytes);
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
            if (count < 0 || text.contains("\r\n\r\n")) {
                String[] words = text.split(" ", 3);
                return words.length == 3 && words[0].equals("GET") ? words[1] : "";
            }
        }
        return "";
    }

    /** Waits for the channel; false when it is not ready in time. */
    private static <C extends SelectableChannel> boolean ready(C channel, int what, long end, Runnable wanted)
            throws IOException {
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, what);
            while (true) {
                if (Thread.currentThread().isInterrupted()) {
                    throw interrupted(null);
                }
                wanted.run();
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                } else if (selector.select(Math.min(left, LOOK_MILLIS)) > 0) {
                    return true;
                }
            }
        }
    }

    private static void answer(SocketChannel browser, boolean done) throws IOException {
        String page = done
                ? "<!doctype html><title>Done</title><p>The login is done. This window can be closed."
                : "<!doctype html><title>Not here</title><p>Nothing waits for this.";
        String text = "HTTP/1.1 " + (done ? "200 OK" : "404 Not Found")
                + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nConnection: close\r\n"
                + "Content-Length: " + page.length() + "\r\n\r\n" + page;
        browser.write(
                ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))); // so little fits into any socket's buffer
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            found.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // not written by an identity provider
        }
    }

    private static Cancelled interrupted(@Nullable Exception why) {
        return new Cancelled("Interrupted while waiting for the browser", ErrorContext.NONE, why);
    }

    /** Listens no more. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            return; // the port is given up either way
        }
    }
}

package io.github.openstackjvm.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;

/**
 * A fake cloud on a port of this machine, for clients in any process and language. It speaks HTTP itself: the JDK's server
 * writes the names of headers anew, in another order and with other letters than services do, and clients show them.
 */
public final class HttpFront implements AutoCloseable {
    private static final int BACKLOG = 200;
    /** Of a client whose connection has ended but for what it still sends. */
    private static final int LONGEST_PAUSE_MILLIS = 1000;

    private final FakeCloud fake;
    private final ServerSocket listener;
    private final ExecutorService workers = workers();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration latency = Duration.ZERO;

    private HttpFront(FakeCloud fake, ServerSocket listener) {
        this.fake = fake;
        this.listener = listener;
    }

    static HttpFront start(FakeCloud fake, InetSocketAddress address) {
        HttpFront front = new HttpFront(fake, listener(address));
        Thread accepting = new Thread(front::accept, "fake-cloud-port");
        accepting.setDaemon(true);
        accepting.start();
        return front;
    }

    private static ServerSocket listener(InetSocketAddress address) {
        try {
            ServerSocket listener = new ServerSocket();
            try {
                // Else the port of a fake that was just closed could not be taken again for a minute.
                listener.setReuseAddress(true);
                listener.bind(address, BACKLOG);
                return listener;
            } catch (IOException e) {
                listener.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The fake cloud cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    private static ExecutorService workers() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool(
                    work -> { // before Java 21
                        Thread thread = new Thread(work, "fake-cloud");
                        thread.setDaemon(true);
                        return thread;
                    });
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                workers.execute(() -> serve(socket));
            }
        } catch (IOException | RejectedExecutionException e) {
            // The front was closed, perhaps just when somebody came.
            hangUp();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new HttpConnection(this, socket).serve();
            hearOut(socket);
        } catch (IOException e) {
            // The client has gone, or the front was closed: there is nobody to tell.
            return;
        } finally {
            open.remove(socket);
        }
    }

    /** To close while the client still sends would reset the connection, and take away what it was answered. */
    private static void hearOut(Socket socket) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LONGEST_PAUSE_MILLIS);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void await(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is being closed
        }
    }

    // The client is in another process: what went wrong here must reach whoever looks at its log.
    @Nullable
    FakeResponse exchange(FakeRequest request) {
        try {
            FakeResponse response = fake.exchange(request);
            await(latency);
            return response;
        } catch (RuntimeException e) {
            String message = "The fake cloud itself failed: " + e;
            return Json.reply(500, Json.map("error", Json.map("code", 500, "message", message)));
        }
    }

    /** The address for clients on this machine, without a path. */
    public URI uri() {
        InetAddress address = listener.getInetAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listener.getLocalPort());
    }

    /** Every answer takes this much longer, by the machine's clock. */
    public HttpFront latency(Duration time) {
        latency = time;
        return this;
    }

    /** Identity's address, for any OpenStack client. */
    public String authUrl() {
        return uri() + "/identity/v3";
    }

    /** Takes the cloud off this port. Its state remains. */
    @Override
    public void close() {
        closed(listener);
        // From now on nobody is served who is not among those that are hung up on.
        workers.shutdownNow();
        hangUp();
    }

    private void hangUp() {
        open.forEach(HttpFront::closed);
    }

    private static void closed(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use than a closed one.
            return;
        }
    }
}

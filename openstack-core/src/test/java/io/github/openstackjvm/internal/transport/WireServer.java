package io.github.openstackjvm.internal.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/** A server on a raw loopback socket, which does to each connection what the test's script says. */
public final class WireServer implements AutoCloseable {
    /** What happens on one connection; it is closed afterwards. */
    public interface Script {
        /** From its first byte on. */
        void serve(Peer peer) throws Exception;
    }

    private static final int BACKLOG = 200;

    private final ServerSocket listener;
    private final String scheme;
    private final int connections;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    /** The heads of the requests, in the order of their arrival. */
    public final List<String> heads = new CopyOnWriteArrayList<>();
    /** The connections, by the order of their arrival. */
    public final List<Peer> peers = new CopyOnWriteArrayList<>();

    private WireServer(ServerSocket listener, String scheme, int connections, Script script) {
        this.listener = listener;
        this.scheme = scheme;
        this.connections = connections;
        daemon(() -> accept(script));
    }

    /** Speaks HTTP. */
    public static WireServer plain(Script script) throws IOException {
        return new WireServer(
                new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), "http", Integer.MAX_VALUE, script);
    }

    /** Speaks HTTPS, with a certificate of the authority in {@code ca.pem}. */
    public static WireServer tls(Script script) throws Exception {
        return tls("server.pem", false, script);
    }

    static WireServer tls(String certificate, boolean demandClient, Script script) throws Exception {
        SSLServerSocket socket = (SSLServerSocket) context(certificate)
                .getServerSocketFactory()
                .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(demandClient);
        return new WireServer(socket, "https", Integer.MAX_VALUE, script);
    }

    /** Takes so many connections; after {@link #fillQueue} connecting to it hangs. */
    public static WireServer taking(int connections, boolean tls, Script script) throws Exception {
        ServerSocket socket = tls
                ? context("server.pem")
                        .getServerSocketFactory()
                        .createServerSocket(0, 1, InetAddress.getLoopbackAddress())
                : new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        return new WireServer(socket, tls ? "https" : "http", connections, script);
    }

    /** Connects until nobody is let in any more. */
    public void fillQueue() throws IOException {
        for (int i = 0; i < 4; i++) {
            Socket filler = new Socket();
            open.add(filler);
            try {
                filler.connect(listener.getLocalSocketAddress(), 100);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    /** Answers every request of a connection with this text. */
    public static Script answering(String answer) {
        return peer -> {
            while (peer.head() != null) {
                peer.send(answer);
            }
        };
    }

    /** A 200 with this body. */
    public static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** A file of the test authority. */
    public static Path pem(String name) {
        try {
            return Path.of(WireServer.class.getResource("/tls/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The address of this path. */
    public String url(String path) {
        return scheme + "://127.0.0.1:" + port() + path;
    }

    private void accept(Script script) {
        for (int taken = 0; taken < connections; taken++) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> serve(socket, script));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, Script script) {
        try (socket) {
            socket.setTcpNoDelay(true);
            Peer peer = new Peer(socket);
            peers.add(peer);
            script.serve(peer);
        } catch (Exception e) {
            return; // the client's side is what the test looks at
        } finally {
            open.remove(socket);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "wire-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static SSLContext context(String certificate) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "server",
                Pem.privateKey(pem(certificate), null),
                new char[0],
                Pem.certificates(pem(certificate)).toArray(new X509Certificate[0]));
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, new char[0]);
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("ca", Pem.certificates(pem("ca.pem")).get(0));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        listener.close();
        for (Socket socket : open) {
            Dialer.reset(socket);
        }
    }

    /** The server's side of one connection. */
    public final class Peer {
        final Socket socket;
        /** From the client. */
        public final InputStream in;

        final OutputStream out;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        /** The next request up to its empty line, null at the end of the connection. */
        public @Nullable String head() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int last = 0; last != 0x0d0a0d0a; ) {
                int b = in.read();
                if (b < 0) {
                    return null;
                }
                bytes.write(b);
                last = (last << 8) | b;
            }
            String head = bytes.toString(StandardCharsets.UTF_8);
            heads.add(head);
            return head;
        }

        /** So many bytes after a head. */
        public String body(int length) throws IOException {
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        /** Sends this as it stands. */
        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends this as it stands. */
        public void send(byte[] bytes) throws IOException {
            send(bytes, bytes.length);
        }

        /** Sends the first bytes of these. */
        public void send(byte[] bytes, int count) throws IOException {
            out.write(bytes, 0, count);
            out.flush();
        }

        /** Does nothing more until the server is closed. */
        public void stall() throws InterruptedException {
            end.await();
        }

        /** Breaks the connection off. */
        public void reset() throws SocketException {
            Dialer.reset(socket);
        }
    }
}

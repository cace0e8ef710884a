package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

import io.github.openstackjvm.internal.transport.Exchange.Phase;
import io.github.openstackjvm.internal.transport.Failures.SourceFailure;
import io.github.openstackjvm.transport.TransportException;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Sends one request over an open connection and receives the head of its answer. */
final class Sender implements Failures.Wire {
    /** A server that ignores Expect costs this much per upload. */
    private static final Timeout CONTINUE_WAIT = Timeout.ofSeconds(2);

    private static final long TLS_LOOK_BYTES = 4 << 20;

    private final Exchange exchange;
    private final boolean reused;
    private final Runnable cut;
    private final @Nullable Upload upload;
    private @Nullable HttpClientConnection connection;
    private long receivedBefore;
    private boolean whole = true;

    Sender(Exchange exchange, boolean reused, Runnable cut, @Nullable Upload upload) {
        this.exchange = exchange;
        this.reused = reused;
        this.cut = cut;
        this.upload = upload;
    }

    ClassicHttpResponse send(ClassicHttpRequest request, HttpClientConnection over) throws IOException, HttpException {
        connection = over;
        receivedBefore = over.getEndpointDetails().getReceivedBytesCount();
        enterSending();
        exchange.sending();
        over.sendRequestHeader(request);
        boolean asked = upload != null && request.containsHeader("Expect");
        if (upload == null || asked) {
            over.flush();
        }
        exchange.enter(Phase.WAITING, cut);
        ClassicHttpResponse answer = asked ? refusal(over) : null;
        if (answer == null) {
            IOException lost = upload == null ? null : sendBody(upload, request, over);
            answer = head(over, lost);
        }
        if (MessageSupport.canResponseHaveBody(request.getMethod(), answer)) {
            over.receiveResponseEntity(answer);
        }
        return answer;
    }

    private void enterSending() throws TransportException {
        Upload body = upload;
        exchange.enter(
                Phase.SENDING,
                body == null
                        ? cut
                        : () -> {
                            cut.run();
                            body.abandonSource();
                        });
    }

    /** The final answer of a server that does not want the body, null when it wants it or does not say. */
    private @Nullable ClassicHttpResponse refusal(HttpClientConnection over) throws IOException, HttpException {
        while (over.isDataAvailable(CONTINUE_WAIT)) {
            ClassicHttpResponse answer = over.receiveResponseHeader();
            int status = answer.getCode();
            if (status == 100) {
                return null;
            }
            if (status >= 200) {
                whole = false;
                return answer;
            }
        }
        return null;
    }

    /**
     * Sends the body; what broke it is returned: the answer that says why may be there to be read.
     */
    private @Nullable IOException sendBody(Upload body, ClassicHttpRequest request, HttpClientConnection over)
            throws IOException, HttpException {
        enterSending();
        body.watchFor(sent -> answered(over, sent));
        IOException lost = null;
        try {
            over.sendRequestEntity(request);
            over.flush();
        } catch (Upload.NotWanted e) {
            whole = false;
        } catch (SourceFailure | TransportException e) {
            throw e;
        } catch (IOException e) {
            whole = false;
            lost = e;
        }
        exchange.enter(Phase.WAITING, cut);
        return lost;
    }

    /** Cheap on plain sockets. On TLS, where bytes need not mean an answer, it costs a millisecond: seldom. */
    private static boolean answered(HttpClientConnection over, long sent) throws IOException {
        Socket socket = ((ManagedHttpClientConnection) over).getSocket();
        if (socket == null) {
            return false;
        }
        if (socket instanceof SSLSocket) {
            return sent > 0 && sent % TLS_LOOK_BYTES == 0 && over.isDataAvailable(Timeout.ofMilliseconds(1));
        }
        return sent > 0 && socket.getInputStream().available() > 0;
    }

    private static ClassicHttpResponse head(HttpClientConnection over, @Nullable IOException lost)
            throws IOException, HttpException {
        try {
            while (true) {
                ClassicHttpResponse answer = over.receiveResponseHeader();
                if (answer.getCode() == 101) {
                    throw new ProtocolException("status 101, though no other protocol was asked for");
                }
                if (answer.getCode() >= 200) {
                    return answer;
                }
            }
        } catch (IOException e) {
            if (lost != null) {
                lost.addSuppressed(e);
                throw lost;
            }
            throw e;
        }
    }

    /** Whether the connection may serve another call as far as the request is concerned. */
    boolean whole() {
        return whole;
    }

    @Override
    public boolean reused() {
        return reused;
    }

    @Override
    public boolean silent() {
        return connection == null
                || connection.getEndpointDetails() == null
                || connection.getEndpointDetails().getReceivedBytesCount() == receivedBefore;
    }
}

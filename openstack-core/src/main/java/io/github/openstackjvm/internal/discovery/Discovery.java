package io.github.openstackjvm.internal.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.internal.session.Flight;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.VersionInfo;
import io.github.openstackjvm.session.VersionSelector;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a version of a service from its address in the catalog, by one request for its version document, whose answer is
 * kept. The document of the version is asked for; the one of the service only when there is none, or none of a version
 * that will do. When the service says nothing useful, the catalog's address is taken.
 */
public final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    /** How long a service that failed to answer is not asked again. */
    private static final Duration FAILURE_MEMORY = Duration.ofSeconds(5);

    /** The same for one that does not tell this caller. */
    private static final Duration REFUSAL_MEMORY = Duration.ofMinutes(1);

    private final Sender sender;
    private final Ticker ticker;
    private final Map<String, Document> documents = new ConcurrentHashMap<>();
    private final Map<String, Flight<Document>> flights = new ConcurrentHashMap<>();

    /** How the requests are sent. */
    @FunctionalInterface
    public interface Sender {
        /** Sends it as it stands, and returns the answer whatever its status; gives up at the deadline. */
        HttpAnswer send(HttpCall call, Deadline deadline);
    }

    /**
     * The answer for one address.
     *
     * @param versions empty when it is no version document
     * @param trouble why the service did not answer; null when it did
     * @param kept until when it is believed; null: for good
     */
    private record Document(
            List<VersionInfo> versions,
            @Nullable OpenStackException trouble,
            @Nullable Deadline kept) {}

    /** Nothing is sent yet. */
    public Discovery(Sender sender, Ticker ticker) {
        this.sender = sender;
        this.ticker = ticker;
    }

    /**
     * The version wanted, or else the highest stable one that this library knows.
     *
     * @param catalogUrl the address in the catalog, which may lack the version
     * @param headers credentials: root documents are open to everybody, but Cinder's and Ironic's of a version need a token
     * @param deadline of the call that needs it
     * @throws EndpointMissing when the service announces its versions, and the wanted one is not among them
     */
    public Discovered find(
            String catalogUrl,
            ServiceType type,
            @Nullable VersionSelector wanted,
            HttpHeaders headers,
            Deadline deadline) {
        return find(catalogUrl, false, type, wanted, headers, deadline);
    }

    /** The same at an address that somebody gave: when nothing there says which versions it has, it is taken as it stands. */
    public Discovered findAt(
            String givenUrl,
            ServiceType type,
            @Nullable VersionSelector wanted,
            HttpHeaders headers,
            Deadline deadline) {
        return find(givenUrl, true, type, wanted, headers, deadline);
    }

    private Discovered find(
            String start,
            boolean given,
            ServiceType type,
            @Nullable VersionSelector wanted,
            HttpHeaders headers,
            Deadline deadline) {
        KnownService known = KnownService.of(type);
        ServiceUrl address = ServiceUrl.parse(start, known);
        List<VersionInfo> seen = new ArrayList<>();
        if (known.documented()) {
            for (String url : address.documents()) {
                Document document = document(url, address, headers, deadline);
                Optional<VersionInfo> best = known.choose(document.versions(), wanted);
                if (best.isPresent()) {
                    return found(best.get(), address, document.versions());
                } else if (document.kept() != null) {
                    return new Discovered(
                            address.undiscovered(known),
                            address.named().orElse(null),
                            null,
                            null,
                            seen,
                            false,
                            document.trouble());
                }
                seen.addAll(document.versions());
            }
        }
        if (wanted != null && !seen.isEmpty()) {
            throw missing(type, wanted, start, seen);
        }
        String url = given ? address.asGiven() : address.undiscovered(known);
        LOG.debug("{} at {} announces no version that is known: {} is used", type, start, url);
        return new Discovered(url, address.named().orElse(null), null, null, seen);
    }

    /** Asks all services anew. */
    public void forget() {
        documents.clear();
    }

    private static Discovered found(VersionInfo best, ServiceUrl address, List<VersionInfo> all) {
        return new Discovered(best.url() + address.project(), best.version(), best.min(), best.max(), all);
    }

    private static EndpointMissing missing(
            ServiceType type, VersionSelector wanted, String url, List<VersionInfo> seen) {
        String offered =
                seen.stream().map(info -> info.version().toString()).distinct().collect(Collectors.joining(", "));
        return new EndpointMissing(
                "Service " + type + " at " + url + " does not offer version " + wanted + ", but " + offered
                        + ". Ask for one of these, or for none",
                new ErrorContext(type.value(), null, null, url, 0, null, null, "", List.of()),
                null);
    }

    private Document document(String url, ServiceUrl address, HttpHeaders headers, Deadline deadline) {
        while (true) {
            Optional<Document> kept = kept(url);
            if (kept.isPresent()) {
                return kept.get();
            }
            Flight<Document> mine = new Flight<>();
            Flight<Document> other = flights.putIfAbsent(url, mine);
            if (other == null) {
                return mine.lead(deadline, () -> fetchOnce(url, address, headers, deadline, mine));
            }
            Optional<Document> landed = other.await("the versions at " + url, deadline);
            if (landed.isPresent()) {
                return landed.get();
            }
        }
    }

    private Optional<Document> kept(String url) {
        return Optional.ofNullable(documents.get(url))
                .filter(document -> document.kept() == null || !document.kept().passed());
    }

    private Document fetchOnce(
            String url, ServiceUrl address, HttpHeaders headers, Deadline deadline, Flight<Document> mine) {
        try {
            // Another flight may have landed between the look at what is kept and the start of this one.
            Document document = kept(url).orElseGet(() -> fetch(url, address, headers, deadline));
            documents.put(url, document);
            return document;
        } finally {
            flights.remove(url, mine);
        }
    }

    private Document fetch(String url, ServiceUrl address, HttpHeaders headers, Deadline deadline) {
        HttpCall call = HttpCall.get(url).withHeaders(headers.with("Accept", "application/json"));
        try (HttpAnswer answer = sender.send(call, deadline)) {
            int status = answer.status();
            if (status == 401) {
                // The token's end: the call itself gets another one, and then this is asked anew.
                return untold(Duration.ZERO);
            } else if (status == 403) {
                return untold(REFUSAL_MEMORY);
            } else if (status == 408 || status == 429 || status >= 500) {
                return failure(new Unavailable(
                        "GET " + url + " answered " + status,
                        new ErrorContext(null, null, "GET", url, status, null, null, "", List.of()),
                        null));
            }
            return new Document(VersionDocument.read(answer, href -> address.linked(url, href)), null, null);
        } catch (Cancelled | Closed e) {
            throw e;
        } catch (OpenStackException e) {
            if (deadline.passed()) {
                throw e; // says nothing about the service: this caller had little time
            }
            return failure(e);
        }
    }

    private Document untold(Duration kept) {
        return new Document(List.of(), null, Deadline.after(kept, ticker));
    }

    private Document failure(OpenStackException why) {
        LOG.info("Cannot read the versions of a service: {}", why.getMessage());
        return new Document(List.of(), why, Deadline.after(FAILURE_MEMORY, ticker));
    }
}

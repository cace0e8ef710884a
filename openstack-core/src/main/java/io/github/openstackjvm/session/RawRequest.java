package io.github.openstackjvm.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.http.Channel;
import io.github.openstackjvm.internal.http.Outgoing;
import io.github.openstackjvm.internal.http.RequestIds;
import io.github.openstackjvm.internal.http.Urls;
import io.github.openstackjvm.internal.json.Decoder;
import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.internal.session.View;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Opener;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.transfer.Download;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A request of one's own to a service. Built and sent by one thread; sending it again sends it again. */
public final class RawRequest {
    private static final Pattern VERB = Pattern.compile("[A-Z]{1,20}");

    private final ServiceType type;
    private final String method;
    private final String path;
    private final List<Map.Entry<String, String>> query = new ArrayList<>();
    private View view;
    private HttpHeaders headers = HttpHeaders.of("Accept", "application/json");
    private @Nullable HttpBody body;
    private @Nullable Microversion version;
    private @Nullable Duration timeout;

    RawRequest(View view, ServiceType type, String method, String path, @Nullable Microversion version) {
        if (!VERB.matcher(method).matches()) {
            throw new InvalidSpec("The verb of a request consists of letters only");
        } else if (!path.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidSpec(
                    "The path of a request is sent as it stands: what is not ASCII, and each blank, must be "
                            + "percent-encoded. Parameters given with query() are encoded there");
        }
        this.view = view;
        this.type = type;
        this.method = method;
        this.path = path;
        this.version = version;
    }

    /** Adds a parameter; it is encoded here. The same name may occur again. */
    public RawRequest query(String name, Object value) {
        query.add(Map.entry(name, String.valueOf(value)));
        return this;
    }

    /**
     * Sets a header.
     *
     * @throws InvalidSpec when its name or its value would begin another line
     */
    public RawRequest header(String name, String value) {
        try {
            headers = headers.with(name, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSpec(String.valueOf(e.getMessage()));
        }
        return this;
    }

    /** Sends maps, lists, secrets and scalars as JSON. */
    public RawRequest json(Object value) {
        return body("application/json", HttpBody.of(Json.write(value)));
    }

    /** Sends this body as this type of media. */
    public RawRequest body(String contentType, HttpBody content) {
        body = content;
        return header("Content-Type", contentType);
    }

    /** With exactly this microversion, such as {@code 2.79}. */
    public RawRequest microversion(String microversion) {
        version = Microversion.of(microversion);
        return this;
    }

    /** In this region. */
    public RawRequest region(String region) {
        view = view.inRegion(region);
        return this;
    }

    /** By an endpoint of this interface, or of these, the preferred one first. */
    public RawRequest interfaces(EndpointInterface... preferred) {
        view = view.withInterfaces(List.of(preferred));
        return this;
    }

    /**
     * To this address of the service, see {@link Adapter#withEndpointOverride}.
     *
     * @throws IllegalArgumentException when it is no absolute address with http or https
     */
    public RawRequest endpointOverride(String url) {
        view = view.withEndpointOverride(type, url);
        return this;
    }

    /**
     * The whole call, repetitions included, ends within this time; a {@link #download()} has to begin within it. Without, an
     * upload of bulk data may take as long as it takes, and everything else as long as the policy says.
     */
    public RawRequest timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /**
     * Sends it, and reads the answer as this type: a record of one's own, {@code Map.class}, {@code List.class}.
     *
     * @throws OpenStackException when the service refuses, or its answer is not of that type
     */
    public <T> T fetch(Class<T> answer) {
        return fetch(answer, "");
    }

    /** Sends it, and reads what stands under this key of the answer, such as {@code server}. */
    public <T> T fetch(Class<T> answer, String key) {
        HttpAnswer came = exchange(path, query);
        try {
            return new Decoder<T>(answer).one(key, came.bytes());
        } catch (IOException e) {
            throw unreadable(came.status(), e);
        }
    }

    /** The same as {@link #fetch(Class)} beside the caller. Cancelling the future ends the exchange. */
    public <T> CompletableFuture<T> fetchAsync(Class<T> answer) {
        return fetchAsync(answer, "");
    }

    /** The same as {@link #fetch(Class, String)} beside the caller. Cancelling the future ends the exchange. */
    public <T> CompletableFuture<T> fetchAsync(Class<T> answer, String key) {
        return view.connection().async().run(() -> fetch(answer, key));
    }

    /**
     * Sends it.
     *
     * @throws OpenStackException when the service refuses
     */
    public Answer send() {
        return new Answer(exchange(path, query));
    }

    /** The same as {@link #send()} beside the caller. Cancelling the future ends the exchange. */
    public CompletableFuture<Answer> sendAsync() {
        return view.connection().async().run(this::send);
    }

    /** Sends it, and returns the answer even when the service refuses. */
    public Answer sendUnchecked() {
        return new Answer(channel().sendUnchecked(outgoing(path, query)).answer());
    }

    /**
     * What it brings, for bulk data: nothing is sent before it is told where the bytes go, and they pass in pieces. They come as
     * they are kept: a packed object stays packed. Of a download, the service says the headers of its answer.
     */
    public Download<HttpHeaders> download() {
        return new Download<>(this::opened);
    }

    private Opener.Opened<HttpHeaders> opened(long from, long count) {
        HttpHeaders asked =
                headers.first("Accept").filter("application/json"::equals).isPresent()
                        ? headers.with("Accept", "*/*")
                        : headers;
        HttpAnswer answer = channel()
                .send(outgoing(
                        path,
                        query,
                        Opener.part(from, count) ? asked.with("Range", Opener.range(from, count)) : asked,
                        true))
                .answer();
        return Opener.opened(type + " " + path, answer, from, count, answer.headers(), List.of(), false);
    }

    /**
     * Reads a list to its end, page by page as the stream is read: under this key of each answer, as this type. Follows the
     * links of the answers; stops when they repeat themselves.
     */
    public <T> Stream<T> pages(Class<T> item, String key) {
        return walk(item, key, page -> page.next().map(Urls::query));
    }

    /**
     * The same for a service whose answers have no links: what follows is asked for with the {@code marker} of the last item,
     * such as its id, until a page is empty. The parameter {@code limit} is the size of a page, and {@code marker} says after
     * which item to begin.
     */
    public <T> Stream<T> pages(Class<T> item, String key, Function<? super T, String> marker) {
        return walk(item, key, page -> {
            List<T> items = page.items();
            return items.isEmpty() ? Optional.empty() : Optional.of(after(marker.apply(items.get(items.size() - 1))));
        });
    }

    private List<Map.Entry<String, String>> after(String marker) {
        List<Map.Entry<String, String>> parameters = new ArrayList<>(Urls.query(path));
        parameters.addAll(query);
        parameters.removeIf(one -> one.getKey().equals("marker"));
        parameters.add(Map.entry("marker", marker));
        return parameters;
    }

    private <T> Stream<T> walk(
            Class<T> item, String key, Function<Page<T>, Optional<List<Map.Entry<String, String>>>> following) {
        Iterable<T> all = () -> new All<>(new Decoder<>(item), key, following);
        return StreamSupport.stream(all.spliterator(), false);
    }

    private HttpAnswer exchange(String to, List<Map.Entry<String, String>> parameters) {
        return channel().send(outgoing(to, parameters)).answer();
    }

    private Channel channel() {
        return view.channel(type);
    }

    private Outgoing outgoing(String to, List<Map.Entry<String, String>> parameters) {
        return outgoing(to, parameters, headers, false);
    }

    private Outgoing outgoing(
            String to, List<Map.Entry<String, String>> parameters, HttpHeaders with, boolean streaming) {
        return new Outgoing(
                method,
                Urls.withQuery(to, parameters),
                with,
                body,
                streaming,
                false,
                new Outgoing.Version(version, null, null, Needs.NONE),
                timeout);
    }

    private OpenStackException unreadable(int status, IOException why) {
        return new OpenStackException(
                method + " " + path + " of " + type + " answered " + status + " with a body that cannot be read: "
                        + why.getMessage(),
                ErrorContext.NONE,
                null);
    }

    /** What came back. */
    public static final class Answer {
        private final HttpAnswer answer;

        Answer(HttpAnswer answer) {
            this.answer = answer;
        }

        /** The status. */
        public int status() {
            return answer.status();
        }

        /** The headers. */
        public HttpHeaders headers() {
            return answer.headers();
        }

        /** By which the operator finds the request in the logs. */
        public Optional<String> requestId() {
            return RequestIds.of(answer.headers());
        }

        /** The body, empty when there is none. */
        public byte[] bytes() {
            return answer.bytes().clone();
        }

        /** The body as a JSON object. */
        public Map<String, Object> json() {
            try {
                return Json.readObject(answer.bytes());
            } catch (IOException e) {
                throw new OpenStackException(
                        "The answer with status " + status() + " is " + e.getMessage(), ErrorContext.NONE, null);
            }
        }

        /** Status and size. */
        @Override
        public String toString() {
            return answer.toString();
        }
    }

    private final class All<T> implements Iterator<T> {
        private final Decoder<T> decoder;
        private final String key;
        private final Function<Page<T>, Optional<List<Map.Entry<String, String>>>> following;
        private final Set<List<Map.Entry<String, String>>> asked = new HashSet<>();
        private String from = path;
        private @Nullable List<Map.Entry<String, String>> next = query;
        private Iterator<T> page = List.<T>of().iterator();

        All(Decoder<T> decoder, String key, Function<Page<T>, Optional<List<Map.Entry<String, String>>>> following) {
            this.decoder = decoder;
            this.key = key;
            this.following = following;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && next != null && asked.add(next)) {
                HttpAnswer answer = exchange(from, next);
                try {
                    Page<T> came = decoder.page(key, "", answer.bytes());
                    page = came.items().iterator();
                    next = following.apply(came).orElse(null);
                    // What follows has the parameters, too, that the path came with.
                    from = path.split("\\?", 2)[0];
                } catch (IOException e) {
                    throw unreadable(answer.status(), e);
                }
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("This was the last one");
            }
            return page.next();
        }
    }
}

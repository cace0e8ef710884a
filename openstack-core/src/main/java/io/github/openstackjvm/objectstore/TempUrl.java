package io.github.openstackjvm.objectstore;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/** What a link allows, and until when: {@code TempUrl.get().validFor(Duration.ofHours(1))}. */
public final class TempUrl {
    private final String method;
    private @Nullable Duration lifetime;
    private @Nullable Instant end;
    private @Nullable Secret key;
    private @Nullable String prefix;
    private @Nullable String ipRange;
    private @Nullable String filename;
    private SignedBy digest = SignedBy.SHA256;
    private boolean inline;
    private boolean iso;

    private TempUrl(String method) {
        this.method = method;
    }

    /** To read the object. */
    public static TempUrl get() {
        return new TempUrl("GET");
    }

    /** To ask whether it is there, which a link to read or put it allows, too. */
    public static TempUrl head() {
        return new TempUrl("HEAD");
    }

    /** To put it. */
    public static TempUrl put() {
        return new TempUrl("PUT");
    }

    /** To change its metadata. */
    public static TempUrl post() {
        return new TempUrl("POST");
    }

    /** To delete it. */
    public static TempUrl delete() {
        return new TempUrl("DELETE");
    }

    /** From now on, for so long. */
    public TempUrl validFor(Duration time) {
        lifetime = time;
        return this;
    }

    /** Up to this second. */
    public TempUrl until(Instant time) {
        end = time;
        return this;
    }

    /** The key of the account or container. Left out, it is asked for, which only the owner may do. */
    public TempUrl key(Secret secret) {
        key = secret;
        return this;
    }

    /** How it is signed (SHA-256). */
    public TempUrl signedBy(SignedBy algorithm) {
        digest = algorithm;
        return this;
    }

    /**
     * Allows it for all objects whose names begin so: who has the link can put another such name into it. The object's own name
     * must begin so.
     */
    public TempUrl prefix(String beginning) {
        prefix = beginning;
        return this;
    }

    /** Only for clients with addresses in this range, such as {@code 10.0.0.0/8}, or with this one. */
    public TempUrl ipRange(String cidr) {
        ipRange = cidr;
        return this;
    }

    /** Under which name browsers save it: left out, the end of its own. */
    public TempUrl filename(String name) {
        filename = name;
        return this;
    }

    /** Browsers show it instead of saving it. */
    public TempUrl inline() {
        inline = true;
        return this;
    }

    /** Has the end in a form that people can read. */
    public TempUrl iso8601() {
        iso = true;
        return this;
    }

    URI link(Binding<?> binding, Binding<StorageAccount.Api> account, String container, String object) {
        Instant until = until(binding);
        if (prefix != null && !object.startsWith(prefix)) {
            throw new InvalidSpec("'" + object + "' does not begin with '" + prefix + "', for which the link would be");
        }
        Secret with = key != null ? key : TempUrlKeys.find(account, container);
        Place place = Place.of(binding, container, object);
        String message = (ipRange == null ? "" : "ip=" + ipRange + "\n") + method + "\n" + until.getEpochSecond() + "\n"
                + (prefix == null
                        ? place.path()
                        : "prefix:" + Place.of(binding, container, prefix).path());
        StringBuilder link = new StringBuilder(place.address())
                .append("?temp_url_sig=")
                .append(digest.sign(message, with))
                .append("&temp_url_expires=")
                .append(iso ? Encoded.encode(until.toString()) : until.getEpochSecond());
        add(link, "temp_url_prefix", prefix);
        add(link, "temp_url_ip_range", ipRange);
        add(link, "filename", filename);
        return URI.create(inline ? link.append("&inline").toString() : link.toString());
    }

    private static void add(StringBuilder link, String name, @Nullable String value) {
        if (value != null) {
            link.append('&').append(name).append('=').append(Encoded.encode(value));
        }
    }

    private Instant until(Binding<?> binding) {
        if ((lifetime == null) == (end == null)) {
            throw new InvalidSpec("A link needs an end: either how long it is valid, or until when");
        }
        Instant until = end != null ? end : binding.waits().now().plus(Objects.requireNonNull(lifetime));
        return until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What it allows; never the key. */
    @Override
    public String toString() {
        return "TempUrl[" + method + (prefix == null ? "" : ", prefix=" + prefix) + "]";
    }
}

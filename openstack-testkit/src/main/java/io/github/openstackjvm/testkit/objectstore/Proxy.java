package io.github.openstackjvm.testkit.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The end of the pipeline: finds out who may, and has it done. */
final class Proxy implements Filter.App {
    private final Accounts accounts;
    private final Containers containers;
    private final Objects objects;
    private final Cors cors;

    Proxy(Store store) {
        this.accounts = new Accounts(store);
        this.containers = new Containers(store);
        this.objects = new Objects(store);
        this.cors = new Cors(store);
    }

    @Override
    public SwiftResponse handle(SwiftRequest request) {
        try {
            return cors.around(request, this::answer);
        } catch (Refused refused) {
            return refused.response();
        }
    }

    private SwiftResponse answer(SwiftRequest request) {
        if (!Cors.VERBS.contains(request.method())) {
            return new SwiftResponse(405).with("Allow", String.join(", ", Cors.VERBS));
        }
        SwiftRequest.Authorizer authorizer = request.authorizer();
        SwiftResponse denial = request.denial("");
        if (denial == null) {
            // Asked once is enough, unless another list could say more.
            request.authorizer(null);
        } else if (!waits(request)) {
            return denial;
        }
        try {
            return done(request);
        } finally {
            request.authorizer(authorizer);
        }
    }

    /** Whether the lists of the container may still allow it. */
    private static boolean waits(SwiftRequest request) {
        return request.onObject() || (request.onContainer() && request.is("GET", "HEAD"));
    }

    private SwiftResponse done(SwiftRequest request) {
        if (request.onAccount()) {
            return accounts.handle(request);
        }
        return request.onContainer() ? containers.handle(request) : objects.handle(request);
    }

    /** The headers that only the owner sees. */
    static void hideFromOthers(SwiftRequest request, SwiftResponse response) {
        if (!request.owner()) {
            List.of(
                            "X-Container-Read",
                            "X-Container-Write",
                            "X-Container-Sync-Key",
                            "X-Container-Sync-To",
                            "X-Account-Meta-Temp-Url-Key",
                            "X-Account-Meta-Temp-Url-Key-2",
                            "X-Container-Meta-Temp-Url-Key",
                            "X-Container-Meta-Temp-Url-Key-2",
                            "X-Account-Access-Control")
                    .forEach(response.headers()::remove);
        }
    }

    /** Refuses metadata that no account, container or object may have. */
    static void checkMetadata(SwiftRequest request, String kind) {
        String prefix = "x-" + kind + "-meta-";
        int count = 0;
        int size = 0;
        for (Map.Entry<String, String> header : request.headers().toMap().entrySet()) {
            String value = latin1(header.getValue());
            if (value.length() > Info.MAX_HEADER_SIZE) {
                throw Refused.plain(400, "Header value too long: " + cut(header.getKey()));
            }
            if (!header.getKey().toLowerCase(Locale.ROOT).startsWith(prefix)) {
                continue;
            }
            String key = latin1(header.getKey().substring(prefix.length()));
            count++;
            size += key.length() + value.length();
            String complaint = complaint(prefix, key, value, count, size);
            if (complaint != null) {
                throw Refused.plain(400, complaint);
            }
        }
    }

    private static @Nullable String complaint(String prefix, String key, String value, int count, int size) {
        if (key.isEmpty()) {
            return "Metadata name cannot be empty";
        } else if (key.length() > Info.MAX_META_NAME) {
            return "Metadata name too long: " + prefix + key;
        } else if (value.length() > Info.MAX_META_VALUE) {
            return "Metadata value longer than " + Info.MAX_META_VALUE + ": " + prefix + key;
        } else if (count > Info.MAX_META_COUNT) {
            return "Too many metadata items; max " + Info.MAX_META_COUNT;
        }
        return size > Info.MAX_META_SIZE ? "Total metadata too large; max " + Info.MAX_META_SIZE : null;
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), Info.MAX_META_NAME));
    }

    /** A character for each byte, as Swift counts. */
    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** What is kept of a request to an account or container: metadata, settings, and what is to be removed. */
    static HeaderMap kept(SwiftRequest request, String kind, List<String> settings) {
        HeaderMap kept = new HeaderMap();
        String remove = "X-Remove-" + kind + "-";
        request.headers().forEach((name, value) -> {
            if (name.startsWith(remove + "Meta-") || settings.contains(name.replace("X-Remove-", "X-"))) {
                kept.set(name.replace("X-Remove-", "X-"), "");
            }
        });
        request.headers().forEach((name, value) -> {
            if (name.startsWith("X-" + kind + "-Meta-")
                    || name.startsWith("X-" + kind + "-Sysmeta-")
                    || settings.contains(name)) {
                kept.set(name, value);
            }
        });
        return kept;
    }
}

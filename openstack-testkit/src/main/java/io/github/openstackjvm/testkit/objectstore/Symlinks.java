package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Objects that stand for others, whatever these hold, or only while they hold what they held. */
final class Symlinks implements Filter {
    static final String TARGET = "X-Symlink-Target";
    static final String KEPT_TARGET = "X-Object-Sysmeta-Symlink-Target";
    private static final List<String> ALL = List.of("Target", "Target-Account", "Target-Etag", "Target-Bytes");
    private static final String CLIENT = "X-Symlink-";
    private static final String KEPT = "X-Object-Sysmeta-Symlink-";

    /** On a link of Swift itself, which does not count against the longest chain. */
    static final String EXTEND = "X-Object-Sysmeta-Symloop-Extend";

    /** On a link of Swift itself to an object that clients cannot name. */
    static final String RESERVED = "X-Object-Sysmeta-Allow-Reserved-Names";

    static final String MD5_OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e";

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (request.onContainer()) {
            return listed(request, next.handle(request));
        } else if (!request.onObject()) {
            return next.handle(request);
        }
        return switch (request.method()) {
            case "GET", "HEAD" ->
                "get".equals(request.param("symlink"))
                        ? told(next.handle(request))
                        : new Chain(request, next).follow(request, null, true);
            case "PUT" -> request.headers().has(TARGET) ? put(request, next) : next.handle(request);
            case "POST" -> post(request, next);
            default -> next.handle(request);
        };
    }

    /** The links of a listing, which Swift keeps with the ETag. */
    private static SwiftResponse listed(SwiftRequest request, SwiftResponse response) {
        List<Map<String, Object>> listing = response.listing();
        if (listing == null) {
            return response;
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Map<String, Object> each : listing) {
            Map<String, Object> entry = new LinkedHashMap<>(each);
            if (entry.get("hash") instanceof String hash && hash.contains("symlink_target=")) {
                Parameters parsed = Parameters.parse(hash);
                Map<String, String> meta = parsed.values();
                String target = meta.remove("symlink_target");
                String account = meta.getOrDefault("symlink_target_account", request.account());
                meta.remove("symlink_target_account");
                String etag = meta.remove("symlink_target_etag");
                String bytes = meta.remove("symlink_target_bytes");
                entry.put("hash", new Parameters(parsed.head(), meta).toString());
                if (etag != null && bytes != null) {
                    entry.put("symlink_etag", etag);
                    entry.put("symlink_bytes", Long.parseLong(bytes));
                }
                entry.put("symlink_path", "/v1/" + account + "/" + target);
            }
            entries.add(entry);
        }
        return response.listing(entries);
    }

    /** The link itself. */
    private static SwiftResponse told(SwiftResponse response) {
        for (String each : ALL) {
            String value = response.headers().remove(KEPT + each);
            if (value != null) {
                response.with(CLIENT + each, value);
            }
        }
        return response;
    }

    private static SwiftResponse put(SwiftRequest request, App next) {
        if (request.body().length() > 0) {
            throw Refused.plain(400, "Symlink requests require a zero byte body");
        }
        HeaderMap headers = request.headers();
        String target = Encoded.decode(headers.get(TARGET, ""));
        SwiftRequest.Path path = SwiftRequest.Path.below(account(request), target);
        if (path == null || target.startsWith("/")) {
            String words = "X-Symlink-Target header must be of the form <container name>/<object name>";
            throw target.startsWith("/") ? Refused.plain(412, words) : new Refused(412, words);
        } else if (path.equals(request.path())) {
            throw Refused.plain(400, "Symlink cannot target itself");
        }
        headers.set(TARGET, Encoded.encode(target));
        String etag = SwiftResponse.unquoted(headers.get(CLIENT + "Target-Etag", ""));
        if (etag.matches(".*[;\"\\\\].*")) {
            throw Refused.plain(400, "Bad X-Symlink-Target-Etag format");
        } else if (!etag.isEmpty()) {
            pin(request, next, path, etag);
        } else if (!headers.given("Content-Type")) {
            headers.set("Content-Type", "application/symlink");
        }
        for (String each : List.of("Target", "Target-Account")) {
            String value = headers.remove(CLIENT + each);
            if (value != null) {
                headers.set(KEPT + each, value);
            }
        }
        headers.remove(CLIENT + "Target-Etag");
        headers.set(Objects.LISTED + "Etag", listedEtag(headers));
        return next.handle(request);
    }

    private static String account(SwiftRequest request) {
        String account = request.headers().get(CLIENT + "Target-Account");
        return account == null ? request.account() : Encoded.decode(account);
    }

    private static String listedEtag(HeaderMap headers) {
        StringBuilder etag = new StringBuilder(headers.get(Objects.LISTED + "Etag", MD5_OF_NOTHING));
        for (String each : ALL) {
            String value = headers.get(KEPT + each);
            if (value != null) {
                etag.append("; symlink_")
                        .append(each.toLowerCase(java.util.Locale.ROOT).replace('-', '_'))
                        .append('=')
                        .append(value);
            }
        }
        return etag.toString();
    }

    /** Ties the link to what the target holds now. */
    private static void pin(SwiftRequest request, App next, SwiftRequest.Path path, String etag) {
        HeaderMap headers = request.headers();
        if (!headers.has(KEPT + "Target-Etag")) {
            SwiftRequest head = request.sub("HEAD", path);
            if (headers.has(RESERVED)) {
                head.with("X-Backend-Allow-Reserved-Names", "true");
            }
            Chain chain = new Chain(head, next);
            chain.last = Encoded.encode(path.toString());
            SwiftResponse found = chain.follow(head, etag, false);
            found.body().discard();
            if (found.status() == 404) {
                throw new Refused(SwiftResponse.plain(409, "X-Symlink-Target does not exist")
                        .with("Content-Location", chain.last));
            } else if (!found.success()) {
                throw new Refused(found.status());
            }
            String slo = found.headers().get("X-Object-Sysmeta-Slo-Etag");
            if (slo != null) {
                headers.set(Objects.LISTED + "Etag", MD5_OF_NOTHING + "; slo_etag=" + slo);
            }
            String size = found.headers().get("X-Object-Sysmeta-Slo-Size");
            headers.set(
                    KEPT + "Target-Bytes",
                    size != null ? size : String.valueOf(found.body().length()));
            headers.set(KEPT + "Target-Etag", etag);
            if (!headers.given("Content-Type")) {
                headers.set("Content-Type", found.headers().get("Content-Type", ""));
            }
        }
    }

    private static SwiftResponse post(SwiftRequest request, App next) {
        if (request.headers().has(TARGET)) {
            throw Refused.plain(400, "A PUT request is required to set a symlink target");
        }
        SwiftResponse response = next.handle(request);
        String target = response.headers().get(KEPT_TARGET);
        if (!response.success() || target == null) {
            return response;
        }
        String account = response.headers().get(KEPT + "Target-Account", Encoded.encode(request.account()));
        SwiftResponse redirect = SwiftResponse.html(
                307,
                "The requested POST was applied to a symlink. POST directly to the target to apply requested metadata.");
        redirect.with("Location", "/v1/" + account + "/" + target);
        String etag = response.headers().get(KEPT + "Target-Etag");
        if (etag != null) {
            redirect.with(CLIENT + "Target-Etag", etag);
        }
        redirect.headers().copy(response.headers(), name -> name.startsWith("X-Object-Sysmeta-"));
        return redirect;
    }

    /** From link to link, until there is an object. */
    private static final class Chain {
        private final SwiftRequest original;
        private final App next;
        private int length;
        private @Nullable String last;

        Chain(SwiftRequest original, App next) {
            this.original = original;
            this.next = next;
        }

        SwiftResponse follow(SwiftRequest request, @Nullable String wanted, boolean soft) {
            SwiftResponse response = next.handle(request);
            HeaderMap headers = response.headers();
            String target = headers.get(KEPT_TARGET);
            String pinned = headers.get(KEPT + "Target-Etag");
            if (target == null || (pinned == null && !soft)) {
                return reached(response, wanted);
            }
            response.body().discard();
            if (wanted != null && !wanted.equals(pinned != null ? pinned : response.etag())) {
                throw new Refused(located(SwiftResponse.plain(409, "X-Symlink-Target-Etag headers do not match")));
            }
            if (length >= Info.MAX_SYMLINKS) {
                throw Refused.plain(409, "Too many levels of symbolic links, maximum allowed is " + Info.MAX_SYMLINKS);
            }
            if (!HeaderMap.isTrue(headers.get(EXTEND))) {
                length++;
            }
            return follow(further(request, headers, target), pinned, true);
        }

        private SwiftRequest further(SwiftRequest request, HeaderMap link, String target) {
            String account = link.get(KEPT + "Target-Account", Encoded.encode(request.account()));
            last = "/v1/" + account + "/" + target;
            SwiftRequest.Path path = SwiftRequest.Path.below(Encoded.decode(account), Encoded.decode(target));
            if (path == null) {
                throw new Refused(404);
            }
            boolean reserved = link.has(RESERVED);
            SwiftRequest further =
                    reserved ? original.own(request.method(), path) : original.sub(request.method(), path);
            further.headers().setAll(request.headers());
            if (reserved) {
                further.with("X-Backend-Allow-Reserved-Names", "true");
            }
            return further;
        }

        private SwiftResponse reached(SwiftResponse response, @Nullable String wanted) {
            String etag = response.etag();
            if (wanted != null && !etag.isEmpty() && !wanted.equals(etag)) {
                response.body().discard();
                throw new Refused(located(SwiftResponse.plain(
                        409,
                        "Object Etag '" + etag + "' does not match X-Symlink-Target-Etag header '" + wanted + "'")));
            }
            return located(response);
        }

        private SwiftResponse located(SwiftResponse response) {
            return last == null ? response : response.with("Content-Location", last);
        }
    }
}

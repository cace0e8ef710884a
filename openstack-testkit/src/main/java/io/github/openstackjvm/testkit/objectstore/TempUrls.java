package io.github.openstackjvm.testkit.objectstore;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Links that let everybody who has them do one thing with an object, for a while. */
final class TempUrls implements Filter {
    private static final List<String> VERBS = List.of("GET", "HEAD", "PUT", "POST", "DELETE");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

    /** All fronts of a fake are on this machine. */
    private static final String CLIENT = "127.0.0.1";

    private final Store store;

    TempUrls(Store store) {
        this.store = store;
    }

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        String signed = request.param("temp_url_sig");
        String until = request.param("temp_url_expires");
        if (request.is("OPTIONS") || (signed == null && until == null)) {
            return next.handle(request);
        }
        Signature signature = signed == null ? null : Signature.parse(signed);
        long expires = until == null ? 0 : expires(until);
        String prefix = request.param("temp_url_prefix");
        String range = request.param("temp_url_ip_range");
        boolean sound = signature != null
                && expires >= store.world().now().getEpochSecond()
                && expires > 0
                && request.onObject()
                && !request.object().matches("/*")
                && VERBS.contains(request.method())
                && (range == null || range.isEmpty() || within(range))
                && (prefix == null || request.object().startsWith(prefix));
        String scope = sound && signature != null ? scope(request, signature, expires, prefix, range) : null;
        if (scope == null) {
            return refusal(request.is("HEAD") ? "" : "401 Unauthorized: Temp URL invalid\n");
        }
        return allowed(request, scope, expires, next);
    }

    /** Without asking whose account it is. */
    static SwiftResponse refusal(String words) {
        return SwiftResponse.html(401, words).with("Www-Authenticate", "Swift realm=\"unknown\"");
    }

    private static long expires(String text) {
        if (text.matches("\\d{1,18}")) {
            return Long.parseLong(text);
        }
        try {
            return LocalDateTime.parse(text, ISO).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    /** Whose key has signed it: {@code account} or {@code container}; null when nobody's has. */
    private @Nullable String scope(
            SwiftRequest request, Signature signature, long expires, @Nullable String prefix, @Nullable String range) {
        String account = request.account();
        String path = prefix == null
                ? request.path().toString()
                : "prefix:/v1/" + account + "/" + request.container() + "/" + prefix;
        // Who may read, write or post may also ask whether it is there.
        List<String> verbs = request.is("HEAD") ? List.of("HEAD", "GET", "POST", "PUT") : List.of(request.method());
        for (String verb : verbs) {
            String message = (range == null || range.isEmpty() ? "" : "ip=" + range + "\n") + verb + "\n" + expires
                    + "\n" + path;
            for (String key : Store.keys(store.accountHeaders(account), "Account")) {
                if (signature.signs(message, key)) {
                    return "account";
                }
            }
            for (String key : Store.keys(store.containerHeaders(account, request.container()), "Container")) {
                if (signature.signs(message, key)) {
                    return "container";
                }
            }
        }
        return null;
    }

    private SwiftResponse allowed(SwiftRequest request, String scope, long expires, App next) {
        if (!request.is("GET", "HEAD")) {
            for (String header : List.of("X-Object-Manifest", "X-Symlink-Target", "X-Copy-From")) {
                if (request.headers().has(header)) {
                    throw new Refused(400, "The header '" + header + "' is not allowed in this tempurl");
                }
            }
        }
        String account = request.account();
        String container = request.container();
        request.decide(checked -> checked.account().equals(account)
                        && (scope.equals("account") || checked.container().equals(container))
                ? null
                : KeystoneAuth.unauthorized(checked));
        String filename = request.params().getOrDefault("filename", "");
        boolean inline = request.param("inline") != null;
        String object = request.object();
        List.of("temp_url_ip_range", "inline", "multipart-manifest", "symlink", "version-id", "format")
                .forEach(request.params()::remove);
        SwiftResponse response = next.handle(request);
        response.headers()
                .removeIf(name -> name.startsWith("X-Object-Meta-") && !name.startsWith("X-Object-Meta-Public-"));
        if (request.is("GET", "HEAD") && response.success()) {
            response.with(
                    "Content-Disposition",
                    disposition(response.headers().get("Content-Disposition", ""), filename, inline, object));
            response.with("Expires", Timestamp.http(expires));
        }
        return response;
    }

    private static String disposition(String stored, String filename, boolean inline, String object) {
        if (inline) {
            return filename.isEmpty() ? "inline" : disposition("inline", filename);
        } else if (!filename.isEmpty()) {
            return disposition("attachment", filename);
        } else if (!stored.isEmpty()) {
            return stored;
        }
        String name = object.replaceAll("/+$", "");
        return disposition("attachment", name.substring(name.lastIndexOf('/') + 1));
    }

    private static String disposition(String kind, String name) {
        String quoted = Encoded.encode(name);
        return kind + "; filename=\"" + quoted.replace("%20", " ") + "\"; filename*=UTF-8''" + quoted;
    }

    @SuppressWarnings("AddressSelection") // literals only, of which there is one address
    private static boolean within(String range) {
        try {
            String[] parts = range.split("/", 2);
            if (!parts[0].matches("[0-9a-fA-F.:]+")) {
                return false;
            }
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            byte[] client = InetAddress.getByName(CLIENT).getAddress();
            int bits = parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]);
            if (network.length != client.length || bits < 0 || bits > network.length * 8) {
                return false;
            }
            int rest = network.length * 8 - bits;
            BigInteger first = new BigInteger(1, network);
            // Python refuses a network with bits of a host in it.
            return first.shiftRight(rest).shiftLeft(rest).equals(first)
                    && new BigInteger(1, client).shiftRight(rest).equals(first.shiftRight(rest));
        } catch (UnknownHostException | NumberFormatException e) {
            return false;
        }
    }
}

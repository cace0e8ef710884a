package io.github.openstackjvm.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Route;
import org.jspecify.annotations.Nullable;

/** One request on its way: to its service and route, through faults, into the journal. */
final class Exchange {
    private static final Map<Integer, String> WORDS = Map.of(
            429, "This request was rate-limited.",
            500, "The server has either erred or is incapable of performing the requested operation.",
            502, "Bad Gateway",
            503, "The service is currently unable to handle the request.",
            504, "Gateway Timeout");

    private final FakeCloud fake;
    private final FakeRequest request;
    private final List<String> segments;
    private final String prefix;
    private final @Nullable FakeService service;
    private final Call.@Nullable Match match;

    Exchange(FakeCloud fake, FakeRequest request) {
        this.fake = fake;
        this.request = request;
        this.segments = request.segments();
        String regional = segments.size() > 1 ? segments.get(0) + "/" + segments.get(1) : "";
        String named = fake.services().containsKey(regional) ? regional : first();
        FakeService outside = outside(fake, request.path());
        this.prefix = outside == null ? named : "";
        this.service = outside == null ? fake.services().get(prefix) : outside;
        this.match = service == null ? null : service.match(request.method(), below());
    }

    private static @Nullable FakeService outside(FakeCloud fake, String path) {
        return fake.services().values().stream()
                .filter(service -> service.outside().contains(path))
                .findFirst()
                .orElse(null);
    }

    // Clients that were told nothing but the host look there for Keystone.
    private String first() {
        return request.path().equals("/") ? "identity" : segments.get(0);
    }

    private List<String> below() {
        if (prefix.isEmpty()) {
            return segments;
        }
        int skip = prefix.contains("/") ? 2 : 1;
        return segments.size() > skip ? segments.subList(skip, segments.size()) : List.of("");
    }

    /** The answer; null when the connection closes without one. */
    @Nullable
    FakeResponse run() {
        if (Page.wanted(request)) {
            return new Page(fake, request).answer();
        }
        JournalEntry entry = entry();
        Fault fault = fake.faults().strike(entry).orElse(null);
        if (fault == null) {
            return answered(entry, handle(), true);
        }
        fake.clock().advance(fault.delay());
        if (fault.kind() == Fault.Kind.EXPIRE) {
            fake.expireTokens();
        }
        boolean works = fault.after() || fault.kind() == Fault.Kind.NONE || fault.kind() == Fault.Kind.EXPIRE;
        FakeResponse response = works ? handle() : FakeResponse.of(500);
        return switch (fault.kind()) {
            case NONE, EXPIRE -> answered(entry, fault.decorated(response), true);
            case REPLY -> answered(entry, fault.decorated(reply(fault)), works);
            case TRUNCATE -> answered(entry, response.withBody(half(response.body())), true);
            case DROP -> {
                fake.journal().add(entry.answered(0, works));
                yield null;
            }
        };
    }

    private FakeResponse answered(JournalEntry entry, FakeResponse response, boolean effect) {
        fake.journal().add(entry.answered(response.status(), effect));
        return response;
    }

    /** This body, which breaks off in its middle. */
    private static FakeBody half(FakeBody body) {
        long half = body.length() / 2;
        return FakeBody.joined(List.of(body.slice(0, half), FakeBody.broken(body.length() - half)));
    }

    /** The answer itself, without faults and journal. */
    FakeResponse handle() {
        return service == null || match == null ? unknown() : service.handle(call(service, match));
    }

    private Call call(FakeService to, Call.Match hit) {
        return new Call(to, request, hit, request.origin() + "/" + prefix);
    }

    private FakeResponse reply(Fault fault) {
        FakeResponse exact = fault.response();
        if (exact != null) {
            return exact;
        }
        String words = WORDS.getOrDefault(fault.status(), "A fault of the fake cloud.");
        return service == null || match == null
                ? Json.reply(fault.status(), Json.map("message", words))
                : service.refuse(call(service, match), new Refusal(fault.status(), words));
    }

    private JournalEntry entry() {
        String path = Redaction.path(request.path());
        String root = service == null ? "" : "/" + prefix + service.root();
        return new JournalEntry(
                fake.clock().now(),
                request.method(),
                path,
                service != null && path.startsWith(root + "/") ? path.substring(root.length()) : path,
                service == null ? "" : service.type(),
                Redaction.values(request.parameters()),
                Redaction.values(request.headers().toMap()),
                Redaction.body(request),
                0,
                false,
                match != null);
    }

    /** Loud, so that nobody takes it for an answer of a real cloud. */
    private FakeResponse unknown() {
        String what = request.method() + " " + request.path();
        String message = "The fake cloud does not know " + what + ". " + nearest(what);
        return Json.reply(
                501, Json.map("error", Json.map("code", 501, "title", "Not Implemented", "message", message)));
    }

    private String nearest(String what) {
        if (service == null) {
            return "Its services are " + fake.services().keySet() + ".";
        }
        String root = "/" + prefix + service.root();
        return service.routes().stream()
                .min(Comparator.comparingInt(
                        (Route route) -> Distance.between(what, route.method() + " " + root + route.path())))
                .map(route -> "The nearest it knows is " + route.method() + " " + root + route.path() + ".")
                .orElse("");
    }
}

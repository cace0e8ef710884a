package io.github.openstackjvm.testkit;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.transport.HttpHeaders;

/** What people see who open the fake's address in a browser: one page, without a script and without secrets. */
final class Page {
    private static final int LAST_CALLS = 50;

    /** What people look for, in this order; the rest is what the services keep for themselves. */
    private static final List<String> MAIN = List.of(
            "compute/servers",
            "network/networks",
            "network/subnets",
            "network/routers",
            "network/ports",
            "network/floatingips",
            "network/security_groups",
            "network/security_group_rules",
            "block-storage/volumes",
            "block-storage/snapshots",
            "block-storage/backups",
            "image/images",
            "object-store/containers",
            "object-store/objects",
            "compute/keypairs",
            "compute/server_groups",
            "compute/flavors",
            "block-storage/types",
            "identity/projects",
            "identity/users");

    /** The fields that tell most, of whatever kind; the first of them are shown at once. */
    private static final List<String> ABOUT = List.of(
            "flavor_name",
            "image_ref",
            "cidr",
            "network_id",
            "device_id",
            "fixed_ips",
            "fixed_ip_address",
            "port_id",
            "security_group_id",
            "direction",
            "protocol",
            "port_range_min",
            "size",
            "volume_size",
            "volume_id",
            "volume_type_id",
            "attach_status",
            "disk_format",
            "visibility",
            "vcpus",
            "ram",
            "disk",
            "body",
            "type",
            "policy",
            "members",
            "router:external",
            "gateway_ip",
            "gw_port_id",
            "host",
            "binary",
            "user_id",
            "role_id",
            "path",
            "server",
            "action",
            "metadata",
            "description");

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Fake OpenStack</title>
            <style>
            :root { color-scheme: light dark; --text: #1d2530; --soft: #576374; --line: #d9dfe7; --back: #ffffff;
              --raised: #f4f6f9; --accent: #0b5cad; --good: #136c34; --bad: #b3261e; --wait: #8a5300; }
            @media (prefers-color-scheme: dark) { :root { --text: #e4e9f0; --soft: #a3afbf; --line: #364252;
              --back: #12181f; --raised: #1b232d; --accent: #7db8f5; --good: #7fd39b; --bad: #ff9d95; --wait: #f0bd6d; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--back); color: var(--text);
              font: 16px/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.7rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; }
            h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; } summary h3 { display: inline; }
            section > details, details > details { margin: .5rem 0; } details > details { margin-left: 1rem; }
            details > .scroll { margin: .4rem 0 .8rem; }
            p, ul { margin: .4rem 0; } ul { padding-left: 1.2rem; }
            .soft { color: var(--soft); } a { color: var(--accent); }
            nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; padding: .6rem 0;
              border-bottom: 1px solid var(--line); }
            .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; }
            caption { position: absolute; left: -99rem; }
            th, td { text-align: left; vertical-align: top; padding: .4rem .7rem; border-bottom: 1px solid var(--line); }
            tr:last-child > * { border-bottom: 0; }
            thead th { background: var(--raised); font-weight: 600; white-space: nowrap; }
            tbody th { font-weight: 600; }
            code, .id { font: .85em ui-monospace, monospace; overflow-wrap: anywhere; }
            td.short { white-space: nowrap; }
            .good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--wait); }
            .status { font-weight: 600; white-space: nowrap; }
            summary { cursor: pointer; color: var(--accent); }
            dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .1rem .8rem; margin: .4rem 0; }
            dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
            :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
            @media (max-width: 40rem) { body { padding: 1rem; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .3rem; } }
            </style>
            </head>
            <body>
            """;

    private final FakeCloud fake;
    private final FakeRequest request;
    private final State state;
    private final StringBuilder out = new StringBuilder(HEAD);

    Page(FakeCloud fake, FakeRequest request) {
        this.fake = fake;
        this.request = request;
        this.state = new State(fake);
    }

    /** Whether a browser asks for it. Clients that take anything get what Keystone answers there. */
    static boolean wanted(FakeRequest request) {
        return request.method() == HttpMethod.GET
                && request.path().equals("/")
                && request.headers()
                        .first("Accept")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains("text/html");
    }

    FakeResponse answer() {
        header();
        out.append("<main>\n");
        services();
        resources();
        requests();
        rules();
        out.append("</main>\n</body>\n</html>\n");
        return new FakeResponse(200, HttpHeaders.EMPTY, FakeBody.of(out.toString()))
                .with("Content-Type", "text/html; charset=utf-8")
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .with("X-Content-Type-Options", "nosniff");
    }

    private void header() {
        out.append("<header>\n<h1>Fake OpenStack</h1>\n<p>Log in at <code>")
                .append(escaped(request.origin() + "/identity/v3"))
                .append("</code> as ")
                .append(fake.accounts().stream()
                        .map(account -> "<strong>" + escaped(account.user()) + "</strong> in project "
                                + escaped(account.project()))
                        .collect(Collectors.joining(", ")))
                .append(".</p>\n<p class=\"soft\">Its clock says <time>")
                .append(fake.clock().now().truncatedTo(ChronoUnit.SECONDS))
                .append(fake.clock().runs() ? "</time> and runs." : "</time> and stands still until a test moves it.")
                .append(" This page is of that moment: load it again to see what is new.</p>\n</header>\n")
                .append("<nav aria-label=\"Parts of this page\"><ul>")
                .append("<li><a href=\"#services\">Services</a></li><li><a href=\"#resources\">Resources</a></li>")
                .append(
                        "<li><a href=\"#requests\">Last requests</a></li><li><a href=\"#rules\">Faults and transitions</a>")
                .append("</li></ul></nav>\n");
    }

    private void services() {
        open("services", "Services");
        table("Services", "Type", "Region", "Project", "Address", "Operations");
        fake.services()
                .forEach((path, service) -> row(
                        "<th scope=\"row\">" + escaped(service.type()) + "</th>",
                        cell(service.region().isEmpty() ? "all" : service.region()),
                        cell(service.name()),
                        "<td><code>" + escaped(address(path, service)) + "</code></td>",
                        cell(String.valueOf(service.routes().size()))));
        closeTable();
        close();
    }

    private String address(String path, FakeService service) {
        return request.origin() + "/" + path + service.root();
    }

    private void resources() {
        open("resources", "Resources");
        out.append("<p class=\"soft\">Names stand for ids where something refers to something else.</p>\n");
        Map<String, Map<String, List<State.Thing>>> regions = state.things();
        boolean several =
                regions.keySet().stream().filter(region -> !region.isEmpty()).count() > 1;
        regions.forEach((region, kinds) -> {
            List<String> order = new ArrayList<>(kinds.keySet());
            order.sort(Comparator.comparingInt(Page::rank));
            String where = several && !region.isEmpty() ? " in " + region : "";
            order.stream().filter(kind -> rank(kind) < MAIN.size()).forEach(kind -> kind(kind, where, kinds, true));
            List<String> rest =
                    order.stream().filter(kind -> rank(kind) == MAIN.size()).toList();
            if (!rest.isEmpty()) {
                out.append("<details><summary><h3>What else ")
                        .append(region.isEmpty() ? "all regions share" : "the services keep" + escaped(where))
                        .append("</h3></summary>\n");
                rest.forEach(kind -> kind(kind, where, kinds, false));
                out.append("</details>\n");
            }
        });
        close();
    }

    private static int rank(String kind) {
        for (int i = 0; i < MAIN.size(); i++) {
            if (kind.equals(MAIN.get(i)) || kind.startsWith(MAIN.get(i) + "/")) {
                return i;
            }
        }
        return MAIN.size();
    }

    private void kind(String kind, String where, Map<String, List<State.Thing>> kinds, boolean main) {
        List<State.Thing> things = kinds.getOrDefault(kind, List.of());
        boolean own = things.stream().anyMatch(State.Thing::fresh);
        String title = words(state.readable(kind)) + where;
        // What is there from the beginning is not what people look for.
        out.append(own && main ? "<details open>" : "<details>")
                .append("<summary><h3>")
                .append(escaped(title))
                .append("</h3> <span class=\"soft\">")
                .append(things.size())
                .append(own ? "" : ", as at the beginning")
                .append("</span></summary>\n");
        table(title, "Name", "Status", "Project", "About", "Id", "All");
        things.forEach(this::thing);
        closeTable();
        out.append("</details>\n");
    }

    private void thing(State.Thing thing) {
        row(
                "<th scope=\"row\">" + escaped(thing.name().isEmpty() ? "–" : thing.name()) + "</th>",
                "<td class=\"status " + mood(thing.status()) + "\">" + escaped(thing.status()) + "</td>",
                cell(thing.project()),
                "<td>" + about(thing) + "</td>",
                "<td class=\"id\">" + escaped(thing.id()) + "</td>",
                "<td>" + more(thing) + "</td>");
    }

    private static String about(State.Thing thing) {
        return ABOUT.stream()
                .filter(thing.facts()::containsKey)
                .limit(4)
                .map(name -> {
                    String value = thing.facts().getOrDefault(name, "");
                    return "<span class=\"soft\">"
                            + escaped(name.replaceFirst("_(id|ref)$", "").replace('_', ' ')) + "</span> "
                            + escaped(value.length() > 60 ? value.substring(0, 60) + "…" : value);
                })
                .collect(Collectors.joining(", "));
    }

    private static String more(State.Thing thing) {
        if (thing.facts().isEmpty()) {
            return "";
        }
        StringBuilder more = new StringBuilder("<details><summary>");
        more.append(thing.facts().size()).append(" fields<span style=\"position:absolute;left:-99rem\"> of ");
        more.append(escaped(thing.name().isEmpty() ? thing.id() : thing.name())).append("</span></summary><dl>");
        thing.facts()
                .forEach((name, value) -> more.append("<dt>")
                        .append(escaped(name))
                        .append("</dt><dd>")
                        .append(escaped(value))
                        .append("</dd>"));
        return more.append("</dl></details>").toString();
    }

    private static String mood(String status) {
        String lower = status.toLowerCase(Locale.ROOT);
        if (lower.contains("error") || lower.contains("fail")) {
            return "bad";
        }
        return lower.matches("active|available|in-use|attached|up|enabled")
                ? "good"
                : lower.contains("ing") ? "wait" : "";
    }

    private void requests() {
        open("requests", "Last requests");
        List<JournalEntry> calls = new ArrayList<>(fake.journal().calls());
        Collections.reverse(calls);
        if (calls.isEmpty()) {
            out.append("<p>There was none.</p>\n");
        } else {
            out.append("<p class=\"soft\">The newest first. Secrets are masked.</p>\n");
            table("Last requests", "Time", "Request", "Answer", "Service", "Body");
            calls.stream().limit(LAST_CALLS).forEach(this::call);
            closeTable();
        }
        close();
    }

    private void call(JournalEntry call) {
        String query = call.query().entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> parameter.getKey() + "=" + value))
                .collect(Collectors.joining("&", call.query().isEmpty() ? "" : "?", ""));
        String answer = call.status() == 0 ? "connection dropped" : String.valueOf(call.status());
        row(
                "<td class=\"short\"><time>" + call.at().toString().replaceAll("^.*T|\\.\\d+|Z$", "") + "</time></td>",
                "<th scope=\"row\"><code>" + escaped(call.method() + " " + call.path() + query) + "</code></th>",
                "<td class=\"status " + (call.status() == 0 || call.status() >= 400 ? "bad" : "good") + "\">" + answer
                        + (call.effect() ? "" : " (fault)") + "</td>",
                cell(call.service().isEmpty() ? "unknown" : call.service()),
                call.body().isEmpty()
                        ? "<td></td>"
                        : "<td><details><summary>" + call.body().length() + " characters</summary><code>"
                                + escaped(call.body()) + "</code></details></td>");
    }

    private void rules() {
        open("rules", "Faults and transitions");
        Map<String, List<?>> parts = new LinkedHashMap<>();
        parts.put("What goes wrong", fake.faults().rules());
        parts.put("How long things take", fake.transitions().rules());
        parts.put("Under way", state.moving());
        Map<String, String> otherwise = Map.of(
                "What goes wrong", "Nothing.",
                "How long things take", "Everything happens at once.",
                "Under way", "Nothing.");
        parts.forEach((title, lines) -> {
            out.append("<h3>").append(title).append("</h3>\n");
            if (lines.isEmpty()) {
                out.append("<p>").append(otherwise.get(title)).append("</p>\n");
            } else {
                out.append("<ul>");
                lines.forEach(line ->
                        out.append("<li>").append(escaped(line.toString())).append("</li>"));
                out.append("</ul>\n");
            }
        });
        close();
    }

    private void open(String id, String title) {
        out.append("<section id=\"")
                .append(id)
                .append("\" aria-labelledby=\"h-")
                .append(id)
                .append("\">\n<h2 id=\"h-");
        out.append(id).append("\">").append(title).append("</h2>\n");
    }

    private void close() {
        out.append("</section>\n");
    }

    private void table(String title, String... columns) {
        out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(escaped(title));
        out.append("\"><table><caption>").append(escaped(title)).append("</caption><thead><tr>");
        for (String column : columns) {
            out.append("<th scope=\"col\">").append(column).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
    }

    private void row(String... cells) {
        out.append("<tr>");
        for (String cell : cells) {
            out.append(cell);
        }
        out.append("</tr>\n");
    }

    private void closeTable() {
        out.append("</tbody></table></div>\n");
    }

    private static String cell(String text) {
        return "<td>" + escaped(text) + "</td>";
    }

    /** {@code block-storage/volumes} becomes {@code Block storage: volumes}. */
    private static String words(String kind) {
        String text = kind.replace("floatingips", "floating IPs")
                .replace('-', ' ')
                .replace('_', ' ')
                .replaceFirst("/", ": ");
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

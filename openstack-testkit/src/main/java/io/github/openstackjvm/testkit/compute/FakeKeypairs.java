package io.github.openstackjvm.testkit.compute;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Keypairs: they belong to a user, not to a project. */
public final class FakeKeypairs implements FakeResource {
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Schema ANY = Schema.text(0, Integer.MAX_VALUE);

    private final FakeCompute nova;

    FakeKeypairs(FakeCompute nova) {
        this.nova = nova;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/os-keypairs", this::list);
        routes.post("/os-keypairs", this::create);
        routes.get("/os-keypairs/{name}", this::show);
        routes.delete("/os-keypairs/{name}", this::delete);
    }

    private FakeCollection keypairs() {
        return nova.collection("keypairs");
    }

    private FakeResponse list(Call call) {
        FakeCompute.query(
                call,
                call.since("2.35")
                        ? Map.of("user_id", ANY, "limit", Forms.DIGITS, "marker", ANY)
                        : call.since("2.10") ? Map.of("user_id", ANY) : Map.of());
        String user = owner(call, "index");
        List<Row> mine = keypairs().where("user_id", user);
        mine.sort(Comparator.comparing(row -> row.text("name")));
        Map<String, Object> body = Json.map();
        if (call.since("2.35")) {
            mine = Paging.page(call, mine, FakeKeypairs::mark);
            Paging.link(call, body, "keypairs_links", "/os-keypairs", mine, FakeKeypairs::mark);
        }
        body.put(
                "keypairs",
                mine.stream()
                        .map(row -> Json.map("keypair", view(call, row, "name", "public_key", "fingerprint")))
                        .toList());
        return Json.reply(200, body);
    }

    private static String mark(Row keypair) {
        return keypair.text("name");
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = FakeCompute.body(call, "keypair", schema(call));
        String name = String.valueOf(wanted.get("name"));
        Object forUser = wanted.getOrDefault("user_id", call.caller().userId());
        String user = String.valueOf(forUser);
        refuseOthers(call, user, "create");
        String type = String.valueOf(wanted.getOrDefault("type", "ssh"));
        Row row = Row.of("id", user + "/" + name, "name", name, "type", type, "user_id", user);
        FakeResponse response;
        if (wanted.containsKey("public_key")) {
            String key = String.valueOf(wanted.get("public_key"));
            String fingerprint = KeyText.fingerprint(type, key);
            checkFree(call, row);
            row.set("public_key", key).set("fingerprint", fingerprint);
            response = answer(call, view(call, row, "name", "public_key", "fingerprint", "user_id"));
        } else {
            checkFree(call, row);
            KeyText.Generated made = KeyText.generate(type, nova.world().ids());
            row.set("public_key", made.publicKey()).set("fingerprint", KeyText.fingerprint(type, made.publicKey()));
            Map<String, Object> view = Json.map("private_key", made.privateKey());
            view.putAll(view(call, row, "name", "public_key", "fingerprint", "user_id"));
            response = answer(call, view);
        }
        row.set("created_at", Text.micros(nova.world().now()))
                .set("number", keypairs().all().size() + 1);
        keypairs().add(row);
        return response;
    }

    private static FakeResponse answer(Call call, Map<String, Object> keypair) {
        return Json.reply(call.since("2.2") ? 201 : 200, Json.map("keypair", keypair));
    }

    private static Schema schema(Call call) {
        Schema name =
                Schema.text(1, 255).and(Text::printableName).and(text -> wrongLetters(call, String.valueOf(text)));
        Schema.ObjectSchema schema = Schema.object().required("name", name);
        if (call.since("2.92")) {
            schema.required("public_key", ANY); // Nova makes no keys any more
        } else {
            schema.optional("public_key", ANY);
        }
        if (call.since("2.2")) {
            schema.optional("type", Schema.oneOf("ssh", "x509"));
        }
        return call.since("2.10") ? schema.optional("user_id", Schema.text(1, 255)) : schema;
    }

    private static String wrongLetters(Call call, String name) {
        String allowed = (call.since("2.92") ? "@._- " : "_- ") + LETTERS;
        return name.chars().allMatch(c -> allowed.indexOf(c) >= 0)
                ? ""
                : "An invalid 'name' value was provided. The name must be: Only expected characters: [" + allowed + "]";
    }

    private void checkFree(Call call, Row row) {
        if (keypairs().has(row.id())) {
            throw Refusal.conflict("Key pair '" + row.text("name") + "' already exists.");
        }
        int quota = nova.quotas().least(call.caller(), "key_pairs");
        if (quota >= 0 && keypairs().where("user_id", row.text("user_id")).size() >= quota) {
            throw Refusal.forbidden("Quota exceeded, too many key pairs.");
        }
    }

    private FakeResponse show(Call call) {
        Row row = find(call, owner(call, "show"));
        Map<String, Object> view = row.pick("name", "public_key", "fingerprint", "user_id", "created_at");
        view.put("deleted", false);
        Json.put(view, "deleted_at", null);
        view.put("id", row.number("number"));
        Json.put(view, "updated_at", null);
        if (call.since("2.2")) {
            view.put("type", row.text("type"));
        }
        return Json.reply(200, Json.map("keypair", view));
    }

    private FakeResponse delete(Call call) {
        keypairs().remove(find(call, owner(call, "delete")).id());
        return FakeResponse.of(call.since("2.2") ? 204 : 202).with("Content-Type", "application/json");
    }

    private Row find(Call call, String user) {
        if (call.since("2.10")) {
            FakeCompute.query(call, Map.of("user_id", ANY));
        }
        String name = call.param("name");
        return keypairs()
                .find(user + "/" + name)
                .orElseThrow(() -> Refusal.notFound("Keypair " + name + " not found for user " + user));
    }

    /** Whose keypairs are meant: since 2.10 an administrator may name another user. */
    private static String owner(Call call, String rule) {
        String self = call.caller().userId();
        String user = call.since("2.10") ? call.query("user_id").orElse(self) : self;
        refuseOthers(call, user, rule);
        return user;
    }

    private static void refuseOthers(Call call, String user, String rule) {
        if (!user.equals(call.caller().userId())) {
            FakeCompute.adminOnly(call, "os-keypairs:" + rule);
        }
    }

    private static Map<String, Object> view(Call call, Row row, String... names) {
        Map<String, Object> view = row.pick(names);
        if (call.since("2.2")) {
            view.put("type", row.text("type"));
        }
        return view;
    }
}

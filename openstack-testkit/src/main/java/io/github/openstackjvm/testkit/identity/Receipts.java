package io.github.openstackjvm.testkit.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** What Keystone gives to a user who has shown one factor of several that the user's options want. */
final class Receipts {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String HEADER = "Openstack-Auth-Receipt";

    private final FakeIdentity keystone;
    private final Directory directory;

    Receipts(FakeIdentity keystone, Directory directory) {
        this.keystone = keystone;
        this.directory = directory;
    }

    private FakeCollection receipts() {
        return keystone.collection("receipts");
    }

    /** The login with the factors that the receipt in the request stands for. */
    LoginMethods.Login complete(Call call, LoginMethods.Login login) {
        String id = call.header(HEADER).orElse("");
        if (id.isEmpty()) {
            return login;
        }
        Row receipt = receipts()
                .find(id)
                .filter(one -> Instant.parse(one.text("expires_at"))
                        .isAfter(keystone.world().now()))
                .filter(one -> one.is("user_id", login.user().id()))
                .orElseThrow(() -> new Refusal(401, "Could not find auth receipt: " + id + "."));
        List<String> methods = new ArrayList<>(login.methods());
        receipt.texts("methods").stream().filter(one -> !methods.contains(one)).forEach(methods::add);
        return new LoginMethods.Login(methods, login.user(), login.former(), login.credential(), login.grant());
    }

    /** The answer when factors are missing; empty when there are enough. */
    Optional<FakeResponse> demand(LoginMethods.Login login) {
        Object enabled = login.user().object("options").getOrDefault("multi_factor_auth_enabled", true);
        List<List<?>> rules = rules(login.user());
        boolean met = rules.isEmpty()
                || Boolean.FALSE.equals(enabled)
                || rules.stream().anyMatch(rule -> new HashSet<>(login.methods()).containsAll(rule));
        return met ? Optional.empty() : Optional.of(receipt(login, rules));
    }

    private static List<List<?>> rules(Row user) {
        List<List<?>> rules = new ArrayList<>();
        if (user.object("options").get("multi_factor_auth_rules") instanceof List<?> list) {
            for (Object rule : list) {
                if (rule instanceof List<?> methods && !methods.isEmpty()) {
                    rules.add(methods);
                }
            }
        }
        return rules;
    }

    private FakeResponse receipt(LoginMethods.Login login, List<List<?>> rules) {
        Instant now = keystone.world().now();
        Row row = receipts()
                .add(Row.of(
                        "id", "gAAAAAB" + keystone.world().ids().opaque(60),
                        "user_id", login.user().id(),
                        "methods", login.methods(),
                        "expires_at", now.plus(LIFETIME).toString()));
        return Json.reply(
                        401,
                        Json.map(
                                "receipt",
                                Json.map(
                                        "methods",
                                        login.methods(),
                                        "user",
                                        directory.brief(login.user()),
                                        "expires_at",
                                        KeystoneTime.of(now.plus(LIFETIME)) + "Z",
                                        "issued_at",
                                        KeystoneTime.of(now) + "Z"),
                                "required_auth_methods",
                                rules))
                .with(HEADER, row.id());
    }
}

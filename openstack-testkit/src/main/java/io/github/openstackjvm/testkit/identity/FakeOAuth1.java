package io.github.openstackjvm.testkit.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** OAuth 1: consumers, what users grant to them, and whether their signatures are right. */
final class FakeOAuth1 implements FakeResource {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final FakeIdentity keystone;
    private final Directory directory;

    FakeOAuth1(FakeIdentity keystone, Directory directory) {
        this.keystone = keystone;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/OS-OAUTH1/consumers", this::consumers);
        routes.post("/OS-OAUTH1/consumers", this::createConsumer);
        routes.get("/OS-OAUTH1/consumers/{id}", this::consumer);
        routes.delete("/OS-OAUTH1/consumers/{id}", this::deleteConsumer);
        routes.post("/OS-OAUTH1/request_token", this::requestToken).open();
        routes.put("/OS-OAUTH1/authorize/{id}", this::authorize);
        routes.post("/OS-OAUTH1/access_token", this::accessToken).open();
    }

    private FakeCollection all(String kind) {
        return keystone.collection("oauth1_" + kind);
    }

    private FakeResponse consumers(Call call) {
        FakeIdentity.adminOnly(call, "list_consumers");
        return FakeIdentity.list(call, "consumers", all("consumers").all(), row -> view(call, row));
    }

    private FakeResponse createConsumer(Call call) {
        FakeIdentity.adminOnly(call, "create_consumer");
        Map<String, Object> wanted = Json.object(FakeIdentity.body(call).get("consumer"));
        Row row = all("consumers")
                .add(Row.of(
                        "id", keystone.world().ids().hex(),
                        "description", wanted.get("description"),
                        "secret", keystone.world().ids().hex()));
        Map<String, Object> view = view(call, row);
        view.put("secret", row.text("secret"));
        return Json.reply(201, Json.map("consumer", view));
    }

    private FakeResponse consumer(Call call) {
        FakeIdentity.adminOnly(call, "get_consumer");
        Row row = FakeIdentity.find(keystone, "oauth1_consumers", "consumer", call.param("id"));
        return Json.reply(200, Json.map("consumer", view(call, row)));
    }

    private FakeResponse deleteConsumer(Call call) {
        FakeIdentity.adminOnly(call, "delete_consumer");
        Row row = FakeIdentity.find(keystone, "oauth1_consumers", "consumer", call.param("id"));
        all("consumers").remove(row.id());
        for (String kind : List.of("requests", "grants")) {
            all(kind).where("consumer_id", row.id()).forEach(one -> all(kind).remove(one.id()));
        }
        return FakeResponse.of(204);
    }

    private static Map<String, Object> view(Call call, Row row) {
        return FakeIdentity.linked(call, "/OS-OAUTH1/consumers", row.pick("id", "description"));
    }

    private FakeResponse requestToken(Call call) {
        Map<String, String> signed = parameters(call);
        Row consumer = consumer(signed);
        String project = call.header("Requested-Project-Id")
                .orElseThrow(() -> FakeIdentity.expected("Requested-Project-Id", "request"));
        FakeIdentity.find(keystone, "projects", "project", project);
        verify(call, signed, consumer.text("secret"), "", "Invalid signature");
        Row row = all("requests")
                .add(Row.of(
                        "id", keystone.world().ids().hex(),
                        "secret", keystone.world().ids().hex(),
                        "consumer_id", consumer.id(),
                        "project_id", project));
        return pair(row);
    }

    private FakeResponse authorize(Call call) {
        FakeIdentity.adminOnly(call, "authorize_request_token");
        Row request = FakeIdentity.find(keystone, "oauth1_requests", "request token", call.param("id"));
        List<Row> held = directory.rolesOn(call.caller().userId(), "project_id", request.text("project_id"));
        List<String> ids = new ArrayList<>();
        for (Object item : FakeIdentity.body(call).get("roles") instanceof List<?> list ? list : List.of()) {
            Map<String, Object> reference = Json.object(item);
            ids.add(held.stream()
                    .filter(one -> one.is("id", reference.get("id")) || one.is("name", reference.get("name")))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(401, "authorizing user does not have role required"))
                    .id());
        }
        String verifier = keystone.world().ids().hex().substring(0, 8);
        request.set("user_id", call.caller().userId()).set("role_ids", ids).set("verifier", verifier);
        return Json.reply(200, Json.map("token", Json.map("oauth_verifier", verifier)));
    }

    private FakeResponse accessToken(Call call) {
        Map<String, String> signed = parameters(call);
        Row consumer = consumer(signed);
        Row request =
                FakeIdentity.find(keystone, "oauth1_requests", "request token", signed.getOrDefault("oauth_token", ""));
        if (!request.is("verifier", signed.get("oauth_verifier"))) {
            throw new Refusal(401, "Provided verifier does not match stored verifier");
        }
        verify(call, signed, consumer.text("secret"), request.text("secret"), "Invalid signature");
        all("requests").remove(request.id());
        Row row = all("grants")
                .add(Row.of(
                        "id", keystone.world().ids().hex(),
                        "secret", keystone.world().ids().hex(),
                        "consumer_id", consumer.id(),
                        "project_id", request.text("project_id"),
                        "user_id", request.text("user_id"),
                        "role_ids", request.texts("role_ids")));
        return pair(row);
    }

    /** The user who granted something to the consumer that signed this. */
    LoginMethods.Login login(Call call) {
        Map<String, String> signed = parameters(call);
        if (!signed.containsKey("oauth_token")) {
            throw FakeIdentity.expected("oauth_token", "request");
        }
        Row grant = FakeIdentity.find(keystone, "oauth1_grants", "access token", signed.get("oauth_token"));
        Row consumer = consumer(signed);
        verify(call, signed, consumer.text("secret"), grant.text("secret"), "Could not validate the access token");
        Row user = FakeIdentity.find(keystone, "users", "user", grant.text("user_id"));
        return new LoginMethods.Login(List.of("oauth1"), user, null, null, grant);
    }

    private Row consumer(Map<String, String> signed) {
        if (!signed.containsKey("oauth_consumer_key")) {
            throw FakeIdentity.expected("oauth_consumer_key", "request");
        }
        return FakeIdentity.find(keystone, "oauth1_consumers", "consumer", signed.get("oauth_consumer_key"));
    }

    private static FakeResponse pair(Row row) {
        String text = "oauth_token=" + row.id() + "&oauth_token_secret=" + row.text("secret");
        return FakeResponse.of(201)
                .withBody(FakeBody.of(text.getBytes(StandardCharsets.UTF_8)))
                .with("Content-Type", "application/x-www-form-urlencoded");
    }

    private static Map<String, String> parameters(Call call) {
        Map<String, String> found = new TreeMap<>();
        Matcher matcher = PARAMETER.matcher(call.header("Authorization").orElse(""));
        while (matcher.find()) {
            found.put(
                    matcher.group(1), URLDecoder.decode(matcher.group(2).replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return found;
    }

    private static void verify(
            Call call, Map<String, String> signed, String consumerSecret, String tokenSecret, String complaint) {
        String sorted = signed.entrySet().stream()
                .filter(one -> !one.getKey().equals("oauth_signature"))
                .map(one -> quote(one.getKey()) + "=" + quote(one.getValue()))
                .collect(Collectors.joining("&"));
        if (!signed.getOrDefault("oauth_nonce", "").matches("[a-f0-9]+")) {
            throw Refusal.badRequest(
                    "Validation failed with errors: invalid_request, detail message is: Invalid nonce format..");
        }
        String base = call.request().method() + "&" + quote(call.self()) + "&" + quote(sorted);
        String right = sign(base, quote(consumerSecret) + "&" + quote(tokenSecret));
        if (!right.equals(signed.get("oauth_signature"))) {
            throw new Refusal(401, complaint);
        }
    }

    private static String sign(String text, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-SHA1", e);
        }
    }

    private static String quote(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}

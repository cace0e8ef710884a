package io.github.openstackjvm.compute;

import java.time.Instant;

import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class KeypairsTest {
    @RegisterExtension
    static final TestCloud NOVA = TestCloud.compute("2.93");

    private Keypairs keypairs;

    @BeforeEach
    void connect() {
        keypairs = NOVA.cloud().compute().keypairs();
    }

    @Test
    void everyRequestSaysWhoAsksAndInWhichVersion() {
        NOVA.on("GET /os-keypairs/laptop", 200, """
                {"keypair": {"name": "laptop", "fingerprint": "aa:bb"}}""");

        keypairs.get("laptop");

        Sent sent = NOVA.only();
        assertThat(sent.header("X-Auth-Token")).isEqualTo("the-token");
        assertThat(sent.header("Accept")).isEqualTo("application/json");
        assertThat(sent.header("User-Agent")).isEqualTo("openstack-jvm");
        assertThat(sent.header("X-OpenStack-Request-ID")).matches("req-[0-9a-f-]{36}");
        // Nova 2.93 is on offer; the model knows keypairs up to 2.92.
        assertThat(sent.header("OpenStack-API-Version")).isEqualTo("compute 2.92");
        assertThat(sent.header("X-OpenStack-Nova-API-Version")).isEqualTo("2.92");
        assertThat(sent.header("Content-Type")).isNull();
    }

    @Test
    void readsAllOfAKeypair() {
        NOVA.on("GET /os-keypairs/laptop", 200, """
                {"keypair": {"public_key": "ssh-rsa AAAA", "user_id": "u1", "name": "laptop", "deleted": false,
                 "created_at": "2026-01-02T03:04:05.000000", "updated_at": null, "fingerprint": "aa:bb",
                 "deleted_at": null, "type": "ssh", "id": 7}}""");

        Keypair keypair = keypairs.get("laptop");

        assertThat(keypair.id()).isEqualTo("laptop");
        assertThat(keypair.name()).isEqualTo("laptop");
        assertThat(keypair.fingerprint()).isEqualTo("aa:bb");
        assertThat(keypair.publicKey()).isEqualTo("ssh-rsa AAAA");
        assertThat(keypair.privateKey()).isNull();
        assertThat(keypair.type()).isEqualTo(KeypairType.SSH);
        assertThat(keypair.userId()).isEqualTo("u1");
        assertThat(keypair.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(keypair.extras())
                .containsOnlyKeys("deleted", "updated_at", "deleted_at", "id")
                .containsEntry("deleted", false)
                .containsEntry("updated_at", null)
                .containsEntry("id", 7);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b %2F é, /os-keypairs/a%2Fb%20%252F%20%C3%A9",
        "50%25off, /os-keypairs/50%2525off",
        "q?x=1&y#z, /os-keypairs/q%3Fx%3D1%26y%23z",
        "a+b;c@d:e, /os-keypairs/a%2Bb%3Bc%40d%3Ae",
        "{id}, /os-keypairs/%7Bid%7D",
        "..., /os-keypairs/...",
        "日本, /os-keypairs/%E6%97%A5%E6%9C%AC",
    })
    void sendsOddNamesAsOneEncodedSegment(String name, String path) {
        NOVA.on("GET " + path, 200, """
                {"keypair": {"name": "odd", "fingerprint": "aa"}}""");
        NOVA.on("DELETE " + path, 202);

        keypairs.get(name);
        keypairs.delete(name);

        assertThat(NOVA.calls()).containsExactly("GET " + path, "DELETE " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void refusesNamesThatWouldChangeTheAddress(String name) {
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> keypairs.get(name));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> keypairs.delete(name));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> keypairs.find(name));

        assertThat(NOVA.requests()).as("requests, to Identity included").isZero();
    }

    @Test
    void listsByNovasLinks() {
        NOVA.on("GET /os-keypairs?limit=1", 200, """
                {"keypairs": [{"keypair": {"name": "a", "fingerprint": "1", "type": "ssh", "public_key": "k"}}],
                 "keypairs_links": [{"rel": "next", "href": "%s/os-keypairs?limit=1&marker=a"}]}""".formatted(NOVA.url()));
        NOVA.on("GET /os-keypairs?limit=1&marker=a", 200, """
                {"keypairs": [{"keypair": {"name": "b", "fingerprint": "2", "type": "x509", "public_key": "k"}}]}""");

        assertThat(keypairs.list().pageSize(1).toList())
                .extracting(Keypair::name, Keypair::type)
                .containsExactly(tuple("a", KeypairType.SSH), tuple("b", KeypairType.X509));

        assertThat(NOVA.calls()).containsExactly("GET /os-keypairs?limit=1", "GET /os-keypairs?limit=1&marker=a");
        assertThat(NOVA.sent()).extracting(Sent::microversion).containsOnly("compute 2.92");
    }

    @Test
    void refusesToSortWhatNovaDoesNotSort() {
        assertThatThrownBy(() -> keypairs.list().sortBy("name", Listing.Direction.ASC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not sort");
    }

    @Test
    void importsAKey() {
        NOVA.on("POST /os-keypairs", 201, """
                {"keypair": {"name": "laptop", "fingerprint": "aa", "public_key": "ssh-rsa AAAA", "user_id": "u1",
                 "type": "ssh"}}""");

        Keypair made = keypairs.create(
                KeypairSpec.named("laptop").publicKey("ssh-rsa AAAA").type(KeypairType.SSH));

        assertThat(made.userId()).isEqualTo("u1");
        Sent sent = NOVA.only();
        assertThat(sent.body()).isEqualTo("""
                        {"keypair":{"name":"laptop","public_key":"ssh-rsa AAAA","type":"ssh"}}""");
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.microversion()).isEqualTo("compute 2.92");
    }

    @Test
    void showsAGeneratedPrivateKeyOnceAndNeverInText() {
        NOVA.on("POST /os-keypairs", 200, """
                {"keypair": {"name": "new", "fingerprint": "aa", "public_key": "ssh-rsa AAAA",
                 "private_key": "-----BEGIN", "user_id": "u1", "type": "ssh"}}""");
        NOVA.on("GET /os-keypairs/new", 200, """
                {"keypair": {"name": "new", "fingerprint": "aa", "public_key": "ssh-rsa AAAA"}}""");

        Keypair made = keypairs.create(KeypairSpec.named("new"));

        assertThat(requireNonNull(made.privateKey()).reveal()).isEqualTo("-----BEGIN");
        assertThat(made.privateKey()).isEqualTo(Secret.of("-----BEGIN"));
        assertThat(made.toString()).contains("privateKey=***").doesNotContain("BEGIN");
        assertThat(made.extras()).isEmpty();
        assertThat(keypairs.get(made).privateKey()).isNull();
        // From 2.92 on Nova generates none.
        assertThat(NOVA.sent().get(0).microversion()).isEqualTo("compute 2.91");
        assertThat(NOVA.sent().get(0).body()).isEqualTo("""
                {"keypair":{"name":"new"}}""");
    }

    @Test
    void needsAName() {
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> keypairs.create(keypairs.spec().publicKey("k")))
                .withMessage("KeypairSpec needs name: it is required and not set");
        assertThat(NOVA.requests()).isZero();
    }

    @Test
    void deletes() {
        NOVA.on("DELETE /os-keypairs/laptop", 202);

        assertThat(keypairs.delete("laptop")).isEqualTo(new Deleted("laptop", false));
        assertThat(NOVA.only().body()).isEmpty();
    }

    @Test
    void looksAnotherUserUpInEveryVerb() {
        Keypairs others = keypairs.ofUser("u 2");
        NOVA.on("GET /os-keypairs?user_id=u%202&limit=1", 200, """
                {"keypairs": [{"keypair": {"name": "a", "fingerprint": "1"}}],
                 "keypairs_links": [{"rel": "next",
                   "href": "%s/os-keypairs?limit=1&marker=a&user_id=u%%202"}]}""".formatted(NOVA.url()));
        NOVA.on("GET /os-keypairs?user_id=u%202&limit=1&marker=a", 200, """
                {"keypairs": []}""");
        NOVA.on("GET /os-keypairs/a?user_id=u%202", 200, """
                {"keypair": {"name": "a", "fingerprint": "1"}}""");
        NOVA.on("DELETE /os-keypairs/a?user_id=u%202", 202);

        assertThat(others.list().pageSize(1).toList()).hasSize(1);
        others.delete(others.get("a"));

        assertThat(NOVA.calls())
                .containsExactly(
                        "GET /os-keypairs?user_id=u%202&limit=1",
                        "GET /os-keypairs?user_id=u%202&limit=1&marker=a",
                        "GET /os-keypairs/a?user_id=u%202",
                        "DELETE /os-keypairs/a?user_id=u%202");
    }

    /** Nova ignores the parameter here: the keypair would be the caller's. */
    @Test
    void createsForAnotherUserByTheBody() {
        NOVA.on("POST /os-keypairs", 201, """
                {"keypair": {"name": "k", "fingerprint": "aa", "user_id": "u2"}}""");

        KeypairSpec spec = KeypairSpec.named("k").publicKey("p");
        keypairs.ofUser("u2").create(spec);
        keypairs.create(spec.copy().userId("u2"));
        keypairs.create(spec);

        assertThat(NOVA.calls()).containsOnly("POST /os-keypairs");
        assertThat(NOVA.sent()).extracting(Sent::body).containsExactly("""
                        {"keypair":{"name":"k","public_key":"p","user_id":"u2"}}""", """
                        {"keypair":{"name":"k","public_key":"p","user_id":"u2"}}""", """
                        {"keypair":{"name":"k","public_key":"p"}}""");
    }

    @Test
    void findsByTheNameThatIsTheId() {
        NOVA.on("GET /os-keypairs/laptop", 200, """
                {"keypair": {"name": "laptop", "fingerprint": "aa"}}""");
        NOVA.on("GET /os-keypairs/none", 404, """
                {"itemNotFound": {"code": 404, "message": "Keypair none not found for user u1"}}""");
        NOVA.on("GET /os-keypairs", 200, """
                {"keypairs": [{"keypair": {"name": "None", "fingerprint": "aa"}}]}""");

        assertThat(keypairs.named("laptop").name()).isEqualTo("laptop");
        assertThat(keypairs.find("none")).as("compared exactly").isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> keypairs.named("none"))
                .withMessage("There is no keypair with the name or id 'none'");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> keypairs.get("none"))
                .withMessageContaining("Keypair none not found for user u1");
    }

    @Test
    void deletesByNameWithOneLookUp() {
        NOVA.on("GET /os-keypairs", 200, """
                {"keypairs": [{"keypair": {"name": "laptop", "fingerprint": "aa"}}]}""");
        NOVA.on("DELETE /os-keypairs/laptop", 202);

        keypairs.delete(Ref.name("laptop"));

        assertThat(NOVA.calls()).containsExactly("GET /os-keypairs", "DELETE /os-keypairs/laptop");
    }

    @Test
    void tellsWhenTheNameIsTaken() {
        NOVA.on("POST /os-keypairs", 409, """
                {"conflictingRequest": {"code": 409, "message": "Key pair 'k' already exists."}}""");

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> keypairs.create(KeypairSpec.named("k").publicKey("p")))
                .withMessageContaining("Key pair 'k' already exists.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Conflict.Reason.EXISTS));
        assertThat(NOVA.calls()).containsExactly("POST /os-keypairs");
    }
}

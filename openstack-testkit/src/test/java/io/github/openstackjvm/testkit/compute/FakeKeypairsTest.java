package io.github.openstackjvm.testkit.compute;

import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

/** What Nova answered to the same requests. */
@OpenStackTest
class FakeKeypairsTest {
    private static final String KEYPAIRS = "/compute/v2.1/os-keypairs";
    private static final String ED25519 =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINgFiJe4bwbys6pynK2uK3Yj+3Ej1QGEEMH42XVq7UqT two";
    private static final String FINGERPRINT = "b7:ef:e1:46:1a:29:a3:b5:91:5c:4e:f1:5e:58:07:44";

    private FakeCloud fake;
    private Wire demo;

    @BeforeEach
    void login(FakeCloud injected) {
        fake = injected;
        demo = Wire.as(injected, "demo");
    }

    private Wire.Answer add(String microversion, String name) {
        return demo.at(microversion)
                .post(KEYPAIRS, "{'keypair':{'name':'" + name + "','public_key':'" + ED25519 + "'}}");
    }

    @Test
    void importedKeyKeepsItsFingerprint() {
        Wire.Answer answer = add("2.2", "deploy").is(201);
        assertThat(answer.at("/keypair/fingerprint").asText()).isEqualTo(FINGERPRINT);
        assertThat(answer.names("/keypair"))
                .containsExactlyInAnyOrder("type", "name", "public_key", "fingerprint", "user_id");
        assertThat(fake).keypair("deploy").exists().hasType("ssh").has("fingerprint", FINGERPRINT);
        assertThat(fake).keypair("other").doesNotExist();
        assertThat(fake).received(POST, "/os-keypairs").once();
    }

    @Test
    void statusesFollowTheMicroversion() {
        add("2.1", "a").is(200);
        add("2.2", "b").is(201);
        demo.at("2.1").delete(KEYPAIRS + "/a").is(202);
        demo.at("2.2").delete(KEYPAIRS + "/b").is(204);
    }

    @Test
    void shapesFollowTheMicroversion() {
        add("2.2", "a").is(201);
        assertThat(demo.at("2.1").get(KEYPAIRS).is(200).names("/keypairs/0/keypair"))
                .containsExactly("name", "public_key", "fingerprint");
        assertThat(demo.at("2.2").get(KEYPAIRS).is(200).names("/keypairs/0/keypair"))
                .containsExactly("name", "public_key", "fingerprint", "type");
        assertThat(demo.at("2.1").get(KEYPAIRS + "/a").is(200).names("/keypair"))
                .containsExactly(
                        "name",
                        "public_key",
                        "fingerprint",
                        "user_id",
                        "created_at",
                        "deleted",
                        "deleted_at",
                        "id",
                        "updated_at");
        add("2.1", "b").is(200);
        demo.at("2.1")
                .post(KEYPAIRS, "{'keypair':{'name':'c','type':'ssh'}}")
                .refused(
                        400,
                        "Invalid input for field/attribute keypair. Value: {'name': 'c', 'type': 'ssh'}. "
                                + "Additional properties are not allowed ('type' was unexpected)");
    }

    @Test
    void generatedKeyIsValid() throws Exception {
        Wire.Answer answer = demo.post(KEYPAIRS, "{'keypair':{'name':'made'}}").is(200);
        String pem = answer.at("/keypair/private_key").asText();
        assertThat(pem).startsWith("-----BEGIN RSA PRIVATE KEY-----\n").endsWith("-----END RSA PRIVATE KEY-----\n");
        assertThat(answer.at("/keypair/public_key").asText())
                .startsWith("ssh-rsa AAAA")
                .endsWith(" Generated-by-Nova");
        byte[] pkcs1 = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
        byte[] header = HexFormat.of().parseHex("308204bd020100300d06092a864886f70d0101010500048204a7");
        header[2] = (byte) ((pkcs1.length + 22) >> 8);
        header[3] = (byte) (pkcs1.length + 22);
        header[24] = (byte) (pkcs1.length >> 8);
        header[25] = (byte) pkcs1.length;
        byte[] pkcs8 = ByteBuffer.allocate(header.length + pkcs1.length)
                .put(header)
                .put(pkcs1)
                .array();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        signature.update(new byte[1]);
        assertThat(signature.sign()).hasSize(256);

        Wire.Answer second = demo.post(KEYPAIRS, "{'keypair':{'name':'made2'}}").is(200);
        assertThat(second.at("/keypair/public_key")).isNotEqualTo(answer.at("/keypair/public_key"));
    }

    @Test
    void nothingIsGeneratedSince292() {
        demo.at("2.92")
                .post(KEYPAIRS, "{'keypair':{'name':'made'}}")
                .refused(
                        400,
                        "Invalid input for field/attribute keypair. Value: {'name': 'made'}. "
                                + "'public_key' is a required property");
    }

    @Test
    void bodiesAreCheckedInNovasWords() {
        demo.post(KEYPAIRS, "{'keypair':{'name':7}}")
                .refused(400, "Invalid input for field/attribute name. Value: 7. 7 is not of type 'string'");
        demo.post(KEYPAIRS, "{'keypair':{'name':''}}")
                .refused(400, "Invalid input for field/attribute name. Value: . '' is too short");
        demo.post(KEYPAIRS, "{'keypair':null}")
                .refused(400, "Invalid input for field/attribute keypair. Value: None. None is not of type 'object'");
        demo.post(KEYPAIRS, "{}").refused(400, "'keypair' is a required property");
        demo.post(KEYPAIRS, "{'keypair':{'name':'x'},'a':1,'b':2}")
                .refused(400, "Additional properties are not allowed ('a', 'b' were unexpected)");
        demo.post(KEYPAIRS, "{nope").refused(400, "Malformed request body");
        demo.post(KEYPAIRS, "{'keypair':{'name':'x','public_key':'garbage'}}")
                .refused(400, "Keypair data is invalid: failed to generate fingerprint");
        demo.post(KEYPAIRS, "{'keypair':{'name':' x '}}")
                .refused(
                        400,
                        "An invalid 'name' value was provided. The name must be: printable characters. "
                                + "Can not start or end with whitespace.");
    }

    @Test
    void dotsInNamesSince292() {
        add("2.91", "a.b").is(400);
        add("2.92", "a.b").is(201);
    }

    @Test
    void namesAreUniqueForAUser() {
        add("2.1", "a").is(200);
        Wire.Answer second = add("2.1", "a").refused(409, "Key pair 'a' already exists.");
        assertThat(second.names("")).containsExactly("conflictingRequest");
        Wire.as(fake, "alt_demo").post(KEYPAIRS, "{'keypair':{'name':'a'}}").is(200);
    }

    @Test
    void quota() {
        fake.quota("demo", "key_pairs", 1);
        add("2.1", "a").is(200);
        add("2.1", "b").refused(403, "Quota exceeded, too many key pairs.");
    }

    @Test
    void pagesSince235() {
        for (String name : new String[] {"c", "a", "b"}) {
            add("2.2", name).is(201);
        }
        Wire.Answer first = demo.at("2.35").get(KEYPAIRS + "?limit=2").is(200);
        assertThat(first.at("/keypairs").findValuesAsText("name")).containsExactly("a", "b");
        assertThat(first.at("/keypairs_links/0/href").asText())
                .isEqualTo("http://fake-cloud.invalid/compute/v2.1/os-keypairs?limit=2&marker=b");
        Wire.Answer second = demo.at("2.35").get(KEYPAIRS + "?limit=2&marker=b").is(200);
        assertThat(second.names("")).containsExactly("keypairs");
        assertThat(demo.at("2.34").get(KEYPAIRS + "?limit=2").is(200).at("/keypairs"))
                .hasSize(3);
        demo.at("2.35").get(KEYPAIRS + "?marker=x").refused(400, "Marker x could not be found.");
        demo.at("2.35")
                .get(KEYPAIRS + "?limit=-1")
                .refused(400, "Invalid input for query parameters limit. Value: -1. '-1' does not match '^[0-9]*$'");
    }

    @Test
    void administratorsActForOthersSince210() {
        add("2.2", "a").is(201);
        String user = demo.get(KEYPAIRS + "/a").at("/keypair/user_id").asText();
        Wire admin = Wire.as(fake, "admin");
        assertThat(admin.at("2.10").get(KEYPAIRS + "?user_id=" + user).is(200).at("/keypairs"))
                .hasSize(1);
        assertThat(admin.at("2.9").get(KEYPAIRS + "?user_id=" + user).is(200).at("/keypairs"))
                .isEmpty();
        Wire.as(fake, "alt_demo")
                .at("2.10")
                .get(KEYPAIRS + "?user_id=" + user)
                .refused(403, "Policy doesn't allow os_compute_api:os-keypairs:index to be performed.");
        admin.at("2.10").delete(KEYPAIRS + "/a?user_id=" + user).is(204);
        demo.get(KEYPAIRS + "/a").refused(404, "Keypair a not found for user " + user);
    }
}

package io.github.openstackjvm.compute;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/** How a server is made anew. What is left out stays as it is. */
public final class RebuildSpec extends Spec<RebuildSpec> {

    /** From this image. */
    public static RebuildSpec from(Ref<Image> image) {
        return new RebuildSpec().ref("imageRef", Image.class, image);
    }

    /** From the image of this name or id. */
    public static RebuildSpec from(String image) {
        return new RebuildSpec().ref("imageRef", Image.class, image);
    }

    /** Another name. */
    public RebuildSpec name(String name) {
        return set("name", name);
    }

    /** The password of its administrator; left out, Nova makes one. */
    public RebuildSpec adminPass(Secret password) {
        return set("adminPass", password);
    }

    /** Exactly these pairs of metadata. */
    public RebuildSpec metadata(Map<String, String> pairs) {
        return set("metadata", Map.copyOf(pairs));
    }

    /** Its ephemeral disk stays, where the hypervisor can do that (Ironic). */
    public RebuildSpec preserveEphemeral(boolean preserve) {
        return set("preserve_ephemeral", preserve);
    }

    /** For people; null for none. */
    @Since("2.19")
    public RebuildSpec description(@Nullable String description) {
        return set("description", description, since(2, 19));
    }

    /** The key of this name may log in; null: none. */
    @Since("2.54")
    public RebuildSpec keypair(@Nullable String name) {
        return set("key_name", name, since(2, 54));
    }

    /** What the guest runs at first boot; null: nothing. */
    @Since("2.57")
    public RebuildSpec userData(@Nullable String text) {
        Secret encoded = text == null
                ? null
                : Secret.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        return set("user_data", encoded, since(2, 57));
    }

    /** Ids of the certificates that the image must be signed with; null: as the cloud has it. */
    @Since("2.63")
    public RebuildSpec trustedImageCertificates(@Nullable List<String> ids) {
        return set("trusted_image_certificates", ids, since(2, 63));
    }

    /** What its metadata service calls it. */
    @Since("2.90")
    public RebuildSpec hostname(String hostname) {
        return set("hostname", hostname, since(2, 90));
    }

    /** One more file in the guest. */
    @Until("2.56")
    public RebuildSpec file(String path, byte[] contents) {
        Secret encoded = Secret.of(Base64.getEncoder().encodeToString(contents));
        return add("personality", Map.of("path", path, "contents", encoded), until(2, 56));
    }

    /** Address to reach it by, of version 4; nothing is configured with it. */
    public RebuildSpec accessIpV4(String address) {
        return set("accessIPv4", address);
    }

    /** Address to reach it by, of version 6; nothing is configured with it. */
    public RebuildSpec accessIpV6(String address) {
        return set("accessIPv6", address);
    }

    /** How its disk is partitioned. */
    public RebuildSpec diskConfig(DiskConfig config) {
        return set("OS-DCF:diskConfig", config);
    }

    @Override
    protected List<String> required() {
        return List.of("imageRef");
    }
}

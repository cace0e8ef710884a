package io.github.openstackjvm.compute;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/**
 * A server to create. It needs a name, a flavor, and an image or a volume to boot from. Without networks Nova chooses: the
 * one network that the project can use, or one made for it.
 */
public final class ServerSpec extends Spec<ServerSpec> {
    private static final String DEVICES = "block_device_mapping_v2";

    /** A server of this name. */
    public static ServerSpec named(String name) {
        return new ServerSpec().name(name);
    }

    /** Need not be unique. Its hostname is made of it unless one is given. */
    public ServerSpec name(String name) {
        return set("name", name);
    }

    /** Its size. */
    public ServerSpec flavor(Ref<Flavor> flavor) {
        return ref("flavorRef", Flavor.class, flavor);
    }

    /** Its size, by the flavor's name or id. */
    public ServerSpec flavor(String nameOrId) {
        return ref("flavorRef", Flavor.class, nameOrId);
    }

    /** Its disk is made from this image, on its host. */
    public ServerSpec image(Ref<Image> image) {
        return ref("imageRef", Image.class, image);
    }

    /** Its disk is made from the image of this name or id, on its host. */
    public ServerSpec image(String nameOrId) {
        return ref("imageRef", Image.class, nameOrId);
    }

    /** It boots from a volume. */
    public ServerSpec boot(BootVolume volume) {
        return add(DEVICES, volume);
    }

    /** It gets one more disk. */
    public ServerSpec blockDevice(BlockDevice device) {
        return add(DEVICES, device);
    }

    /** It is plugged into this network. */
    public ServerSpec network(Ref<Network> network) {
        return network(NetworkPlug.on(network));
    }

    /** It is plugged into the network of this name or id. */
    public ServerSpec network(String nameOrId) {
        return network(NetworkPlug.on(nameOrId));
    }

    /** It is plugged in by this port, which outlives it. */
    public ServerSpec port(Ref<Port> port) {
        return network(NetworkPlug.by(port));
    }

    /** It is plugged in by the port of this name or id, which outlives it. */
    public ServerSpec port(String nameOrId) {
        return network(NetworkPlug.by(nameOrId));
    }

    /** It is plugged into one more network. */
    public ServerSpec network(NetworkPlug plug) {
        return add("networks", plug);
    }

    /** It is plugged in nowhere. */
    @Since("2.37")
    public ServerSpec noNetwork() {
        return set("networks", "none", since(2, 37));
    }

    /** Nova chooses the network, or has one made: what happens as well when none is named. */
    @Since("2.37")
    public ServerSpec autoNetwork() {
        return set("networks", "auto", since(2, 37));
    }

    /** Its new ports have this security group, and not the project's default one. */
    public ServerSpec securityGroup(Ref<SecurityGroup> group) {
        return add("security_groups", Map.of("name", reference("security_groups", SecurityGroup.class, group)));
    }

    /** Its new ports have the security group of this name or id, and not the project's default one. */
    public ServerSpec securityGroup(String nameOrId) {
        // Nova looks names up itself.
        return add("security_groups", Map.of("name", nameOrId));
    }

    /** This key may log in. */
    public ServerSpec keypair(Ref<Keypair> keypair) {
        return ref("key_name", Keypair.class, keypair);
    }

    /** The key of this name may log in. */
    public ServerSpec keypair(String name) {
        return set("key_name", name);
    }

    /** What the guest runs at first boot, such as a cloud-config. */
    public ServerSpec userData(String text) {
        return userData(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the guest runs at first boot: at most 65,535 bytes once encoded as Base64. */
    public ServerSpec userData(byte[] bytes) {
        return set("user_data", Secret.of(Base64.getEncoder().encodeToString(bytes)));
    }

    /** One more pair of metadata. */
    public ServerSpec metadata(String key, String value) {
        return pair("metadata", key, value);
    }

    /** Exactly these pairs of metadata. */
    public ServerSpec metadata(Map<String, String> pairs) {
        return set("metadata", Map.copyOf(pairs));
    }

    /** Exactly these tags. */
    @Since("2.52")
    public ServerSpec tags(String... tags) {
        return set("tags", List.of(tags), since(2, 52));
    }

    /** The same with a mark of its own among its tags. */
    ServerSpec marked(Mark mark) {
        return copy().add("tags", mark.text(), since(2, 52));
    }

    /** For people; null for none. */
    @Since("2.19")
    public ServerSpec description(@Nullable String description) {
        return set("description", description, since(2, 19));
    }

    /** What its metadata service calls it. */
    @Since("2.90")
    public ServerSpec hostname(String hostname) {
        return set("hostname", hostname, since(2, 90));
    }

    /** The password of its administrator, where the guest takes one; left out, Nova makes one. */
    public ServerSpec adminPass(Secret password) {
        return set("adminPass", password);
    }

    /** Its metadata are on a drive, too. */
    public ServerSpec configDrive(boolean wanted) {
        return set("config_drive", wanted);
    }

    /** Where it is to be. For administrators also {@code zone:host}. */
    public ServerSpec availabilityZone(String zone) {
        return set("availability_zone", zone);
    }

    /** On this host. For administrators. */
    @Since("2.74")
    public ServerSpec host(String host) {
        return set("host", host, since(2, 74));
    }

    /** On this hypervisor. For administrators. */
    @Since("2.74")
    public ServerSpec hypervisorHostname(String hostname) {
        return set("hypervisor_hostname", hostname, since(2, 74));
    }

    /** In this group. */
    public ServerSpec serverGroup(Ref<ServerGroup> group) {
        return besidePair("os:scheduler_hints", "group", reference("group", ServerGroup.class, group));
    }

    /** In the group of this name or id. */
    public ServerSpec serverGroup(String nameOrId) {
        return besidePair("os:scheduler_hints", "group", reference("group", ServerGroup.class, nameOrId));
    }

    /** One more thing that the scheduler is told, such as {@code same_host}. */
    public ServerSpec schedulerHint(String name, Object value) {
        return besidePair("os:scheduler_hints", name, value);
    }

    /** Ids of the certificates that its image must be signed with. */
    @Since("2.63")
    public ServerSpec trustedImageCertificates(String... ids) {
        return set("trusted_image_certificates", List.of(ids), since(2, 63));
    }

    /** One more file in the guest. */
    @Until("2.56")
    public ServerSpec file(String path, byte[] contents) {
        Secret encoded = Secret.of(Base64.getEncoder().encodeToString(contents));
        return add("personality", Map.of("path", path, "contents", encoded), until(2, 56));
    }

    /** Address to reach it by, of version 4; nothing is configured with it. */
    public ServerSpec accessIpV4(String address) {
        return set("accessIPv4", address);
    }

    /** Address to reach it by, of version 6; nothing is configured with it. */
    public ServerSpec accessIpV6(String address) {
        return set("accessIPv6", address);
    }

    /** How its disk is partitioned. */
    public ServerSpec diskConfig(DiskConfig config) {
        return set("OS-DCF:diskConfig", config);
    }

    @Override
    protected ServerSpec completed() {
        ServerSpec whole = copy();
        if (!touches("networks")) {
            whole.autoNetwork();
        }
        if (value("imageRef") != null && value(DEVICES) instanceof List<?> devices) {
            // With devices of its own, Nova wants to be told that the image is the one to boot from.
            List<@Nullable Object> all = new ArrayList<>();
            all.add(Map.of(
                    "source_type",
                    "image",
                    "destination_type",
                    "local",
                    "uuid",
                    value("imageRef"),
                    "boot_index",
                    0,
                    "delete_on_termination",
                    true));
            all.addAll(devices);
            whole.set(DEVICES, all);
        }
        return whole;
    }

    @Override
    protected List<String> required() {
        return touches(DEVICES) ? List.of("name", "flavorRef") : List.of("name", "flavorRef", "imageRef");
    }

    /** What can be changed of a server. */
    public static final class Update extends Spec<Update> {

        /** Another name; its hostname stays. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people; null for none. */
        @Since("2.19")
        public Update description(@Nullable String description) {
            return set("description", description, since(2, 19));
        }

        /** What its metadata service calls it. */
        @Since("2.90")
        public Update hostname(String hostname) {
            return set("hostname", hostname, since(2, 90));
        }

        /** Address to reach it by, of version 4; nothing is configured with it. */
        public Update accessIpV4(String address) {
            return set("accessIPv4", address);
        }

        /** Address to reach it by, of version 6; nothing is configured with it. */
        public Update accessIpV6(String address) {
            return set("accessIPv6", address);
        }

        /** How its disk is partitioned. */
        public Update diskConfig(DiskConfig config) {
            return set("OS-DCF:diskConfig", config);
        }
    }
}

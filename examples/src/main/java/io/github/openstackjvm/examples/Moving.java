package io.github.openstackjvm.examples;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.Clouds;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.Whoami;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.RebootType;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.compute.VolumeAttachmentSpec;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.image.DiskFormat;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageSpec;
import io.github.openstackjvm.network.FloatingIp;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.SubnetSpec;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.transfer.Content;

import static io.github.openstackjvm.session.EndpointInterface.INTERNAL;

/** What the pages for people who come from other libraries show. */
final class Moving {
    private Moving() {}

    static Cloud connect() {
        CloudConfig config = CloudConfig.builder()
                .authUrl("https://keystone.example/v3")
                .username("demo")
                .password(System.getenv("PASSWORD"))
                .userDomainId("default")
                .projectName("demo")
                .projectDomainId("default")
                .region("RegionOne")
                .build();
        return OpenStack.connect(config);
    }

    static Cloud connectByFile() {
        return OpenStack.cloud("prod");
    }

    static String whoAmI(Cloud cloud) {
        Whoami me = cloud.whoami();
        String token = cloud.session().token().value().reveal();
        return me + " " + token.length();
    }

    static List<Server> servers(Cloud cloud) {
        for (Server server : cloud.compute().servers().list().status(ServerStatus.ACTIVE)) {
            System.out.println(server.name() + " " + server.addresses());
        }
        List<Server> all = cloud.compute().servers().list().toList();
        return all;
    }

    static Optional<Server> find(Cloud cloud) {
        Optional<Server> web = cloud.compute().servers().find("web-1");
        return web;
    }

    static Server boot(Cloud cloud) {
        Server web = cloud.compute()
                .servers()
                .create(ServerSpec.named("web-1")
                        .flavor("m1.small")
                        .image("cirros")
                        .network("private")
                        .securityGroup("default")
                        .keypair("ci"))
                .join(Duration.ofMinutes(5));
        return web;
    }

    static void reboot(Cloud cloud, Server web) {
        cloud.compute().servers().reboot(web, RebootType.SOFT).join();
        cloud.compute().servers().delete(web).join();
    }

    static String keypair(Cloud cloud) {
        Keypair made = cloud.compute().keypairs().create(KeypairSpec.named("ci"));
        String pem = Objects.requireNonNull(made.privateKey()).reveal();
        return pem;
    }

    static void network(Cloud cloud) {
        Network lan = cloud.network().networks().create(NetworkSpec.named("lan"));
        cloud.network().subnets().create(SubnetSpec.of(lan, "10.20.0.0/24").name("lan"));
    }

    static FloatingIp address(Cloud cloud, Server web) {
        Port nic = cloud.network().ports().list().device(web).one();
        FloatingIp address = cloud.network()
                .floatingIps()
                .create(FloatingIpSpec.from("public").port(nic));
        return address;
    }

    static void disk(Cloud cloud, Server web) {
        Volume disk = cloud.blockstorage()
                .volumes()
                .create(VolumeSpec.named("data").sizeGiB(10))
                .join();
        cloud.compute()
                .servers()
                .attachments(web)
                .create(VolumeAttachmentSpec.of(disk))
                .join();
    }

    static Image image(Cloud cloud, Path file) {
        Image image =
                cloud.image().images().createFrom(ImageSpec.named("debian-13").bare(DiskFormat.QCOW2), file);
        return image;
    }

    static StoredObject object(Cloud cloud, Path file) {
        cloud.objectstore().containers().create(ContainerSpec.named("backups"));
        StoredObjects backups = cloud.objectstore().objects("backups");
        backups.put("today.sql", Content.of(file));
        StoredObject read = backups.download("today.sql").to(Path.of("copy.sql"));
        return read;
    }

    static void errors(Cloud cloud) {
        try {
            cloud.network().networks().delete("5d4c5bb5-a813-4a03-85b2-91d2022d4fd9");
        } catch (NotFound gone) {
            System.out.println("gone already");
        } catch (Conflict conflict) {
            System.out.println(conflict.reason() + " " + conflict.context().requestId());
        }
    }

    static long regions(Cloud cloud) {
        return cloud.inRegion("RegionTwo").compute().servers().list().count();
    }

    static void logins() {
        OpenStack.login()
                .username("me")
                .password("…")
                .authUrl("https://cloud.example:5000")
                .project("web")
                .connect();
        OpenStack.login().username("me").apiKey("…").region("DFW").connect();
        OpenStack.login().provider("my-cloud").connect(); // ~/.openstack/providers.ini
        OpenStack.login().env().connect(); // OS_*
        OpenStack.login().files().connect(); // ~/.openstack/username, password or apikey
        OpenStack.login().connect(); // the environment first, then the files
    }

    static void severalClouds() {
        try (Clouds clouds = OpenStack.clouds("north", "south")) {
            clouds.query(cloud -> cloud.compute().servers().list().stream(), failure -> System.err.println(failure))
                    .forEach(found -> System.out.println(found.cloud() + "/" + found.region() + " "
                            + found.value().name()));
        }
    }

    static void elsewhere(Cloud cloud) {
        cloud.session()
                .adapter("compute")
                .get("/servers")
                .region("north")
                .interfaces(INTERNAL)
                .microversion("2.79")
                .timeout(Duration.ofSeconds(5))
                .send();
        cloud.session()
                .adapter("compute")
                .get("/servers")
                .endpointOverride("https://nova.test:8774/v2.1")
                .send();
    }

    static Map<?, ?> raw(Cloud cloud) {
        Map<?, ?> limits = cloud.session()
                .adapter("compute")
                .get("/limits")
                .query("reserved", 1)
                .fetch(Map.class, "limits");
        return limits;
    }
}

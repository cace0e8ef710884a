package io.github.openstackjvm.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import io.github.openstackjvm.CleanupReport;
import io.github.openstackjvm.CleanupScope;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.Whoami;
import io.github.openstackjvm.compute.BootVolume;
import io.github.openstackjvm.compute.Flavor;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageStatus;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupRuleSpec;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.SubnetSpec;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.Incoming;

import static io.github.openstackjvm.resource.Order.ASC;

/**
 * Builds a small world in a cloud and takes it down again: in the fake one in this process, or with {@code -Dcloud=NAME} in
 * one of clouds.yaml.
 */
public final class Quickstart {
    private final Cloud cloud;
    private final Steps steps;
    private final String name = "quickstart-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private Quickstart(Cloud cloud, Steps steps) {
        this.cloud = cloud;
        this.steps = steps;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        try {
            run(System.getProperty("cloud", ""));
        } catch (OpenStackException e) {
            // One sentence with what to do about it; what was made is gone by now.
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String name) {
        if (name.isEmpty()) {
            try (FakeCloud fake = FakeCloud.start()) {
                onFake(fake, new Steps(System.out, Steps.onTerminal()));
            }
        } else {
            try (Cloud cloud = OpenStack.cloud(name)) {
                new Quickstart(cloud, new Steps(System.out, Steps.onTerminal())).run();
            }
        }
    }

    /** On a fake cloud where a server takes its time, as on a real one. */
    static void onFake(FakeCloud fake, Steps steps) {
        fake.transitions().of("server").afterReads(2);
        new Quickstart(fake.cloud(), steps).run();
    }

    private void run() {
        steps.say("connect", this::whoAmI);
        List<Flavor> flavors = steps.show(
                "list flavors",
                () -> cloud.compute().flavors().list().sortBy("memory_mb", ASC).toList(),
                "%-18s %5s %8s %8s".formatted("NAME", "VCPUS", "RAM MiB", "DISK GiB"),
                each -> "%-18s %5d %8d %8d".formatted(each.name(), each.vcpus(), each.ramMiB(), each.diskGiB()));
        List<Image> images = steps.show(
                "list images",
                () -> cloud.image().images().list().status(ImageStatus.ACTIVE).toList(),
                "%-18s %8s %12s".formatted("NAME", "FORMAT", "BYTES"),
                each -> "%-18s %8s %12d".formatted(each.name(), each.diskFormat(), each.sizeBytes()));

        // Whatever happens from here on, Ctrl-C included: what was made is removed.
        try (CleanupScope scope = cloud.cleanupScope(name)) {
            build(scope.cloud(), flavors, images);
            steps.show("this was made", scope::made, "", CleanupReport.Item::toString);
            steps.show("remove it all", () -> scope.remove().removed(), "", Quickstart::gone);
        }
    }

    private void build(Cloud here, List<Flavor> flavors, List<Image> images) {
        steps.say("make a keypair", () -> {
            Keypair made = here.compute().keypairs().create(KeypairSpec.named(name));
            return made.fingerprint();
        });
        Network lan = steps.make(
                "make a network", () -> here.network().networks().create(NetworkSpec.named(name)), Network::name);
        Subnet subnet = steps.make(
                "make a subnet",
                () -> here.network()
                        .subnets()
                        .create(SubnetSpec.of(lan, "10.42.0.0/24").name(name)),
                each -> each.cidr() + ", gateway " + each.gatewayIp());
        Optional<Network> outside =
                here.network().networks().list().external(true).first();
        steps.say("make a router", () -> {
            RouterSpec spec = RouterSpec.named(name);
            outside.ifPresent(spec::externalGateway);
            here.network().routers().addSubnet(here.network().routers().create(spec), subnet);
            return name + outside.map(net -> " to " + net.name()).orElse("");
        });
        SecurityGroup group = steps.make(
                "make a security group",
                () -> here.network().securityGroups().create(SecurityGroupSpec.named(name)),
                SecurityGroup::name);
        steps.make(
                "let SSH in",
                () -> here.network()
                        .securityGroupRules()
                        .create(SecurityGroupRuleSpec.ingress(group).tcp(22)),
                rule -> rule.protocol() + " " + rule.portRangeMin());
        Server server = boot(here, lan, group, flavors, images);
        outside.ifPresent(net -> steps.say("give it an address", () -> {
            Port nic = here.network().ports().list().device(server).one();
            return here.network()
                    .floatingIps()
                    .create(FloatingIpSpec.from(net).port(nic))
                    .floatingIpAddress();
        }));
        store(here);
    }

    /** The smallest flavor and the first image there are, on a volume that goes with the server. */
    private Server boot(Cloud here, Network lan, SecurityGroup group, List<Flavor> flavors, List<Image> images) {
        List<String> states = new ArrayList<>();
        return steps.make(
                "boot a server from a volume",
                () -> here.compute()
                        .servers()
                        .create(ServerSpec.named(name)
                                .flavor(flavors.get(0))
                                .boot(BootVolume.from(images.get(0)).sizeGiB(1).deleteOnTermination())
                                .network(lan)
                                .securityGroup(group)
                                .keypair(name))
                        .onProgress(progress -> {
                            steps.hint("boot a server from a volume", progress.state());
                            String status = progress.state().replaceAll(",.*", "");
                            if (!states.contains(status)) {
                                states.add(status);
                            }
                        })
                        .join(),
                each -> String.join(" > ", states) + ", "
                        + each.allAddresses().get(0).address());
    }

    private void store(Cloud here) {
        StoredObjects objects = here.objectstore().objects(name);
        byte[] bytes = new byte[8 << 20];
        ThreadLocalRandom.current().nextBytes(bytes);
        here.objectstore().containers().create(ContainerSpec.named(name));
        steps.say("store 8 MiB", () -> {
            Steps.Bar bar = steps.bar("store 8 MiB");
            objects.put("data/random", Content.of(bytes).onProgress(bar));
            return bar.toString();
        });
        steps.say("read them back", () -> {
            Steps.Bar bar = steps.bar("read them back");
            byte[] read = objects.download("data/random").onProgress(bar).read(Incoming::readAllBytes);
            return bar + (Arrays.equals(read, bytes) ? ", the same" : ", DIFFERENT");
        });
    }

    private String whoAmI() {
        Whoami me = cloud.whoami();
        return "%s in project %s on cloud %s, region %s"
                .formatted(
                        me.user() == null ? "nobody" : me.user().name(),
                        me.project() == null ? "-" : me.project().name(),
                        me.cloud(),
                        me.region() == null ? "-" : me.region());
    }

    private static String gone(CleanupReport.Item item) {
        return item + " is gone";
    }
}

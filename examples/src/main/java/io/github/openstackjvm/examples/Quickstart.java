package io.github.openstackjvm.examples;

import static io.github.openstackjvm.resource.Order.ASC;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.Whoami;
import io.github.openstackjvm.compute.Flavor;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.Keypairs;
import io.github.openstackjvm.testkit.FakeCloud;
import java.io.PrintStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Looks around in a cloud: on the fake one in this process, or with {@code -Dcloud=NAME} on one of clouds.yaml. */
public final class Quickstart {
    private final PrintStream out;

    Quickstart(PrintStream out) {
        this.out = out;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        String name = System.getProperty("cloud", "");
        Quickstart quickstart = new Quickstart(System.out);
        if (name.isEmpty()) {
            try (FakeCloud fake = FakeCloud.start()) {
                quickstart.run(fake.cloud());
            }
        } else {
            try (Cloud cloud = OpenStack.cloud(name)) {
                quickstart.run(cloud);
            }
        }
    }

    void run(Cloud cloud) {
        step("connect", () -> {
            Whoami me = cloud.whoami();
            return "%s in project %s on cloud %s, region %s"
                    .formatted(
                            me.user() == null ? "nobody" : me.user().name(),
                            me.project() == null ? "-" : me.project().name(),
                            me.cloud(),
                            me.region() == null ? "-" : me.region());
        });
        step("list flavors", () -> flavors(cloud));
        Keypairs keypairs = cloud.compute().keypairs();
        String name = "quickstart-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        try {
            step("make a keypair", () -> {
                Keypair made = keypairs.create(KeypairSpec.named(name));
                return made.name() + " " + made.fingerprint();
            });
        } finally {
            step("remove the keypair", () -> keypairs.delete(name).id() + " is gone");
        }
    }

    private static String flavors(Cloud cloud) {
        StringBuilder table = new StringBuilder("%n    %-12s %5s %8s %8s".formatted("NAME", "VCPUS", "RAM MiB", "DISK GiB"));
        for (Flavor flavor : cloud.compute().flavors().list().sortBy("memory_mb", ASC)) {
            table.append("%n    %-12s %5d %8d %8d"
                    .formatted(flavor.name(), flavor.vcpus(), flavor.ramMiB(), flavor.diskGiB()));
        }
        return table.toString();
    }

    private void step(String what, Supplier<String> work) {
        long start = System.nanoTime();
        String result = work.get();
        long millis = (System.nanoTime() - start) / 1_000_000;
        out.printf(Locale.ROOT, "%-20s %5d ms  %s%n", what, millis, result);
    }
}

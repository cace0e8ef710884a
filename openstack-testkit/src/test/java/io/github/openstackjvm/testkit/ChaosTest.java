package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.Flavor;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.internal.transport.HcTransport;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.network.SubnetSpec;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.transport.TransportOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many threads make, look at and delete things over real connections, while answers are lost before and after their effect,
 * services are busy, tokens end and time leaps. Afterwards the cloud itself is asked, and its journal, which tells the effect of
 * every call: whatever a client was told exists, exists exactly once; what it was told failed is not there, unless it was told
 * that nobody knows; what was asked for with a key, as often as it took, was made once; nothing else is there; no connection and
 * no thread is left. {@code -Dchaos.seconds=180} runs longer, {@code -Dchaos.seed=…} draws the same numbers again.
 */
@Timeout(1800)
class ChaosTest {
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
    private static final long SECONDS = Long.getLong("chaos.seconds", 60);
    private static final int THREADS = 8;
    private static final int QUOTA = 1_000_000;
    private static final int PATIENCE = 5;
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPr7Jq0uUPTVWQ6VvLh3J0u2hCNvZ0mWcz3kT1FqWbqT chaos";

    /** What a client believes of one name. */
    private enum Belief {
        EXISTS,
        GONE,
        NOBODY_KNOWS
    }

    /**
     * One kind of thing, and what the clients believe of each.
     *
     * @param path where it is made
     * @param keyed whether it is asked for again with the same key when nobody knows
     * @param make makes one of this name
     * @param remove removes the one with this id
     * @param names what there is
     */
    private record Kind(
            String path,
            boolean keyed,
            Maker make,
            Remover remove,
            Function<Cloud, Stream<String>> names,
            Map<String, Belief> beliefs) {

        Kind(String path, boolean keyed, Maker make, Remover remove, Function<Cloud, Stream<String>> names) {
            this(path, keyed, make, remove, names, new ConcurrentHashMap<>());
        }
    }

    /**
     * What was made.
     *
     * @param arrival waits until it is there
     */
    private record Made(String id, Runnable arrival) {
        Made(String id) {
            this(id, () -> {});
        }

        static Made of(Pending<?> order) {
            return new Made(order.id(), order::join);
        }
    }

    @FunctionalInterface
    private interface Maker {
        Made make(Cloud cloud, String name);
    }

    @FunctionalInterface
    private interface Remover {
        void remove(Cloud cloud, String id);
    }

    private final FakeCloud fake = FakeCloud.start();
    private final LongAdder operations = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder failed = new LongAdder();

    @Test
    void nothingIsLostDoneTwiceOrLeaked() throws Exception {
        List<Thread> before = threads();
        Stream.of("key_pairs", "security_group", "security_group_rule", "network", "port", "volumes", "gigabytes")
                .forEach(what -> fake.quota("demo", what, QUOTA));
        Stream.of("instances", "cores", "ram").forEach(what -> fake.quota("demo", what, QUOTA * 100));
        List<Kind> kinds = kinds(fake.cloud());
        String faults;
        long requests;
        try (HcTransport wire =
                new HcTransport(TransportOptions.builder().connections(4, 4).build())) {
            ChaosTransport chaos = new ChaosTransport(wire, fake, SEED);
            try (Cloud cloud = OpenStack.connect(fake.config("demo")
                    .authUrl(fake.serve().authUrl())
                    .transport(chaos)
                    .build())) {
                run(thread -> new Client(cloud, thread, kinds));
            }
            assertThat(wire.leased()).as("connections in use").isZero();
            assertThat(chaos.injected()).hasSizeGreaterThan(8);
            faults =
                    chaos.injected().values().stream().mapToLong(LongAdder::sum).sum() + " " + chaos.injected();
            requests = chaos.requests();
        }
        List<String> wrong = new ArrayList<>();
        kinds.forEach(kind -> check(kind, wrong));
        System.out.printf(
                "Chaos, seed %d: %d operations with %d requests in %d s, faults %s; %d failed, %d of unknown outcome, %d wrong%n",
                SEED, operations.sum(), requests, SECONDS, faults, failed.sum(), unknown.sum(), wrong.size());
        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertThat(operations.sum()).isGreaterThan(200);
        kinds.forEach(kind -> assertThat(kind.beliefs.values()).as(kind.path).contains(Belief.EXISTS, Belief.GONE));
        fake.close();
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(10_000); // told to end, it may not have done so yet
                assertThat(thread.isAlive()).as("left is " + thread.getName()).isFalse();
            }
        }
    }

    private static List<Kind> kinds(Cloud cloud) {
        Network lan = cloud.network().networks().create(NetworkSpec.named("lan"));
        cloud.network().subnets().create(SubnetSpec.of(lan, "10.128.0.0/16"));
        Flavor nano = cloud.compute().flavors().named("m1.nano");
        Image cirros = cloud.image().images().named("cirros");
        return List.of(
                new Kind(
                        "/os-keypairs",
                        false,
                        (client, name) -> new Made(client.compute()
                                .keypairs()
                                .create(KeypairSpec.named(name).publicKey(KEY))
                                .id()),
                        (client, id) -> client.compute().keypairs().delete(id),
                        client -> client.compute().keypairs().list().stream().map(Keypair::name)),
                new Kind(
                        "/security-groups",
                        false,
                        (client, name) -> new Made(client.network()
                                .securityGroups()
                                .create(SecurityGroupSpec.named(name))
                                .id()),
                        (client, id) -> client.network().securityGroups().delete(id),
                        client -> client.network().securityGroups().list().stream()
                                .map(SecurityGroup::name)),
                new Kind(
                        "/networks",
                        true,
                        (client, name) -> new Made(client.network()
                                .networks()
                                .createOrAdopt(NetworkSpec.named(name), name)
                                .id()),
                        (client, id) -> client.network().networks().delete(id),
                        client -> client.network().networks().list().stream().map(Network::name)),
                new Kind(
                        "/ports",
                        true,
                        (client, name) -> new Made(client.network()
                                .ports()
                                .createOrAdopt(PortSpec.on(lan).name(name), name)
                                .id()),
                        (client, id) -> client.network().ports().delete(id),
                        client -> client.network().ports().list().stream().map(Port::name)),
                new Kind(
                        "/*/volumes",
                        true,
                        (client, name) -> Made.of(client.blockstorage()
                                .volumes()
                                .createOrAdopt(VolumeSpec.named(name).sizeGiB(1), name)),
                        (client, id) ->
                                client.blockstorage().volumes().delete(id).join(),
                        client ->
                                client.blockstorage().volumes().list().stream().map(Volume::name)),
                new Kind(
                        "/servers",
                        true,
                        (client, name) -> Made.of(client.compute()
                                .servers()
                                .createOrAdopt(
                                        ServerSpec.named(name)
                                                .flavor(nano)
                                                .image(cirros)
                                                .network(lan),
                                        name)),
                        (client, id) -> client.compute().servers().delete(id).join(),
                        client -> client.compute().servers().list().stream().map(Server::name)));
    }

    private void run(Function<Integer, Client> clients) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(pool.submit(clients.apply(i)));
            }
            for (Future<?> one : all) {
                one.get(SECONDS + 300, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void check(Kind kind, List<String> wrong) {
        Map<String, Long> there = kind.names
                .apply(fake.cloud())
                .filter(name -> name.startsWith("chaos-"))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        kind.beliefs.forEach((name, belief) -> {
            long found = there.getOrDefault(name, 0L);
            boolean right = switch (belief) {
                case EXISTS -> found == 1;
                case GONE -> found == 0;
                case NOBODY_KNOWS -> found < 2;
            };
            if (!right) {
                wrong.add(kind.path + " " + name + ": " + belief + ", and there are " + found);
            }
        });
        there.keySet().stream()
                .filter(name -> !kind.beliefs.containsKey(name))
                .forEach(name -> wrong.add(kind.path + " " + name + ": nobody asked for it"));
        fake.journal().calls(HttpMethod.POST, kind.path).stream()
                .filter(call -> call.effect() && call.status() < 300)
                .collect(Collectors.groupingBy(JournalEntry::body, Collectors.counting()))
                .forEach((body, times) -> {
                    if (times > 1) {
                        wrong.add(kind.path + ": made " + times + " times: " + body);
                    }
                });
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("openstack-"))
                .toList();
    }

    /** One thread's work. */
    private final class Client implements Runnable {
        private final Cloud cloud;
        private final int thread;
        private final List<Kind> kinds;
        private final SplittableRandom random;

        Client(Cloud cloud, int thread, List<Kind> kinds) {
            this.cloud = cloud;
            this.thread = thread;
            this.kinds = kinds;
            this.random = new SplittableRandom(SEED + thread);
        }

        @Override
        public void run() {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            for (int i = 0; System.nanoTime() < end; i++) {
                Kind kind = kinds.get(random.nextInt(kinds.size()));
                String name = "chaos-" + thread + "-" + i;
                String id = make(kind, name);
                if (id != null && random.nextInt(8) > 0) {
                    remove(kind, name, id);
                }
            }
        }

        /** A creation: what it says is to be believed. With a key it is asked for until it says something. */
        private @Nullable String make(Kind kind, String name) {
            Belief otherwise = Belief.GONE;
            for (int attempt = 0; attempt < (kind.keyed ? PATIENCE : 1); attempt++) {
                operations.increment();
                try {
                    Made made = kind.make.make(cloud, name);
                    kind.beliefs.put(name, Belief.EXISTS);
                    await(made);
                    return made.id;
                } catch (OutcomeUnknown e) {
                    unknown.increment();
                    otherwise = Belief.NOBODY_KNOWS;
                } catch (OpenStackException e) {
                    failed.increment();
                }
                kind.beliefs.put(name, otherwise);
            }
            return null;
        }

        /** Whoever cannot look for a while knows still that it was made. */
        private void await(Made made) {
            try {
                made.arrival.run();
            } catch (OpenStackException e) {
                failed.increment();
            }
        }

        /** A deletion may be asked for again: when it fails nobody knows, but it never says that it did what it did not. */
        private void remove(Kind kind, String name, String id) {
            operations.increment();
            try {
                kind.remove.remove(cloud, id);
                kind.beliefs.put(name, Belief.GONE);
            } catch (NotFound e) {
                throw new AssertionError("It was there, and nobody else deletes it: " + name + ", seed " + SEED, e);
            } catch (OpenStackException e) {
                unknown.increment();
                kind.beliefs.put(name, Belief.NOBODY_KNOWS);
            }
        }
    }
}

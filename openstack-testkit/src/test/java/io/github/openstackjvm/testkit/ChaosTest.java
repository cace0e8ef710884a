package io.github.openstackjvm.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.internal.transport.HcTransport;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import io.github.openstackjvm.transport.TransportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many threads make, look at and delete things over real connections, while answers are lost before and after their effect,
 * services are busy, and tokens end. Afterwards the cloud itself is asked: whatever a client was told exists, exists exactly
 * once; what it was told failed is not there, unless it was told that nobody knows; nothing else is there; no connection and
 * no thread is left. {@code -Dchaos.seconds=600} runs longer, {@code -Dchaos.seed=…} draws the same numbers again.
 */
@Timeout(1200)
class ChaosTest {
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
    private static final long SECONDS = Long.getLong("chaos.seconds", 15);
    private static final int THREADS = 8;
    private static final int QUOTA = 1_000_000;

    /** What a client believes of one name. */
    private enum Belief {
        EXISTS,
        GONE,
        NOBODY_KNOWS
    }

    private final FakeCloud fake = FakeCloud.start();
    private final LongAdder operations = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final Map<String, LongAdder> injected = new ConcurrentHashMap<>();

    @Test
    void nothingIsLostDoneTwiceOrLeaked() throws Exception {
        List<String> before = threads();
        fake.quota("demo", "key_pairs", QUOTA);
        fake.quota("demo", "security_group", QUOTA);
        fake.quota("demo", "security_group_rule", QUOTA);
        Map<String, Belief> keypairs = new ConcurrentHashMap<>();
        Map<String, Belief> groups = new ConcurrentHashMap<>();
        try (HcTransport wire = new HcTransport(
                        TransportOptions.builder().connections(4, 4).build());
                Cloud cloud = OpenStack.connect(fake.config("demo")
                        .authUrl(fake.serve().authUrl())
                        .transport(new Chaos(wire))
                        .build())) {
            run(thread -> new Client(cloud, thread, keypairs, groups));
            assertThat(wire.leased()).as("connections in use").isZero();
        }

        Cloud sober = fake.cloud();
        Map<String, Long> keypairsThere =
                count(sober.compute().keypairs().list().toList(), Keypair::name);
        Map<String, Long> groupsThere =
                count(sober.network().securityGroups().list().toList(), SecurityGroup::name);
        groupsThere.remove("default");
        System.out.printf(
                "Chaos, seed %d: %d operations in %d s, faults %s, %d of unknown outcome%n",
                SEED, operations.sum(), SECONDS, injected, unknown.sum());
        check(keypairs, keypairsThere);
        check(groups, groupsThere);
        assertThat(operations.sum()).isGreaterThan(500);
        assertThat(injected).hasSizeGreaterThan(5);
        assertThat(madeTwice("/security-groups")).isEmpty();
        fake.close();
        List<String> left = threads();
        left.removeAll(before);
        assertThat(left).as("threads left").isEmpty();
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

    private static void check(Map<String, Belief> believed, Map<String, Long> there) {
        String seed = "seed " + SEED;
        believed.forEach((name, belief) -> {
            long found = there.getOrDefault(name, 0L);
            switch (belief) {
                case EXISTS -> assertThat(found).as("%s exists, %s", name, seed).isEqualTo(1);
                case GONE -> assertThat(found).as("%s is gone, %s", name, seed).isZero();
                case NOBODY_KNOWS -> assertThat(found).as("%s, %s", name, seed).isLessThan(2);
            }
        });
        assertThat(there.keySet()).as(seed).isSubsetOf(believed.keySet());
    }

    private static <T> Map<String, Long> count(List<T> there, Function<T, String> name) {
        return there.stream().collect(Collectors.groupingBy(name, ConcurrentHashMap::new, Collectors.counting()));
    }

    /** Names of which the journal has two creations with an effect: neutron would take any number. */
    private List<String> madeTwice(String path) {
        return fake.journal().calls(HttpMethod.POST, path).stream()
                .filter(call -> call.effect() && call.status() == 201)
                .collect(Collectors.groupingBy(JournalEntry::body, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(made -> made.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> threads() {
        return new ArrayList<>(Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("openstack-"))
                .toList());
    }

    /** One thread's work. */
    private final class Client implements Runnable {
        private final Cloud cloud;
        private final int thread;
        private final Map<String, Belief> keypairs;
        private final Map<String, Belief> groups;
        private final SplittableRandom random;

        Client(Cloud cloud, int thread, Map<String, Belief> keypairs, Map<String, Belief> groups) {
            this.cloud = cloud;
            this.thread = thread;
            this.keypairs = keypairs;
            this.groups = groups;
            this.random = new SplittableRandom(SEED + thread);
        }

        @Override
        public void run() {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            for (int i = 0; System.nanoTime() < end; i++) {
                String name = "chaos-" + thread + "-" + i;
                if (random.nextBoolean()) {
                    keypair(name);
                } else {
                    group(name);
                }
            }
        }

        private void keypair(String name) {
            attempt(
                    keypairs,
                    name,
                    Belief.EXISTS,
                    () -> cloud.compute()
                            .keypairs()
                            .create(
                                    KeypairSpec.named(name)
                                            .publicKey(
                                                    "ssh-ed25519 "
                                                            + "AAAAC3NzaC1lZDI1NTE5AAAAIPr7Jq0uUPTVWQ6VvLh3J0u2hCNvZ0mWcz3kT1FqWbqT chaos")));
            if (random.nextInt(4) > 0 && keypairs.get(name) == Belief.EXISTS) {
                remove(keypairs, name, () -> cloud.compute().keypairs().delete(name));
            }
        }

        private void group(String name) {
            String[] id = new String[1];
            attempt(
                    groups,
                    name,
                    Belief.EXISTS,
                    () -> id[0] = cloud.network()
                            .securityGroups()
                            .create(SecurityGroupSpec.named(name))
                            .id());
            if (random.nextInt(4) > 0 && groups.get(name) == Belief.EXISTS) {
                remove(groups, name, () -> cloud.network().securityGroups().delete(id[0]));
            }
        }

        /** A creation: what it says is to be believed. */
        private void attempt(Map<String, Belief> beliefs, String name, Belief success, Runnable call) {
            operations.increment();
            try {
                call.run();
                beliefs.put(name, success);
            } catch (OutcomeUnknown e) {
                unknown.increment();
                beliefs.put(name, Belief.NOBODY_KNOWS);
            } catch (OpenStackException e) {
                beliefs.put(name, Belief.GONE);
            }
        }

        /** A deletion may be asked for again: when it fails nobody knows, but it never says that it did what it did not. */
        private void remove(Map<String, Belief> beliefs, String name, Runnable call) {
            operations.increment();
            try {
                call.run();
                beliefs.put(name, Belief.GONE);
            } catch (NotFound e) {
                throw new AssertionError("It was there, and nobody else deletes it: " + name + ", seed " + SEED, e);
            } catch (OpenStackException e) {
                unknown.increment();
                beliefs.put(name, Belief.NOBODY_KNOWS);
            }
        }
    }

    /** Lets things go wrong between client and cloud, at several per cent. */
    private final class Chaos implements Transport {
        private final Transport next;
        private final AtomicLong number = new AtomicLong();

        Chaos(Transport next) {
            this.next = next;
        }

        @Override
        public HttpAnswer exchange(HttpCall call) throws TransportException {
            int draw = new SplittableRandom(SEED * 31 + number.incrementAndGet()).nextInt(1000);
            // Before the effect.
            if (draw < 30) {
                throw fault("unreachable", Reason.UNREACHABLE, false);
            } else if (draw < 45) {
                return answer("429 before", 429, headers -> headers.with("Retry-After", "1"));
            } else if (draw < 60) {
                return answer("503 before, with Retry-After", 503, headers -> headers.with("Retry-After", "1"));
            } else if (draw < 65) {
                count("tokens end");
                fake.expireTokens();
            } else if (draw < 75) {
                count("time passes");
                fake.clock().advance(Duration.ofSeconds(20));
            }
            HttpAnswer answer = next.exchange(call);
            // After it.
            if (draw >= 100 && draw < 130) {
                throw fault("broken after", Reason.BROKEN, true);
            } else if (draw >= 130 && draw < 145) {
                throw fault("no answer after", Reason.TIMEOUT, true);
            } else if (draw >= 145 && draw < 160) {
                return answer("502 after", 502, UnaryOperator.identity());
            } else if (draw >= 160 && draw < 170) {
                return answer("500 after", 500, UnaryOperator.identity());
            } else if (draw >= 170 && draw < 180) {
                return answer("503 after", 503, UnaryOperator.identity());
            }
            return answer;
        }

        private TransportException fault(String what, Reason reason, boolean sent) {
            count(what);
            return new TransportException(reason, sent, what, null);
        }

        private HttpAnswer answer(String what, int status, UnaryOperator<HttpHeaders> headers) {
            count(what);
            return HttpAnswer.buffered(status, headers.apply(HttpHeaders.EMPTY), new byte[0]);
        }

        private void count(String what) {
            injected.computeIfAbsent(what, key -> new LongAdder()).increment();
        }

        @Override
        public void close() {
            next.close();
        }
    }
}

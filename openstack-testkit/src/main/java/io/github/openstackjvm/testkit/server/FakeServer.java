package io.github.openstackjvm.testkit.server;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.HttpFront;
import io.github.openstackjvm.testkit.SeedException;

/** The fake cloud as a program: {@code java -jar openstack-testkit-server.jar --port 15000}. {@code --help} tells the rest. */
public final class FakeServer {
    private static final int CANNOT_START = 1;
    private static final int WRONG_USAGE = 2;

    private FakeServer() {}

    /** Serves a fake cloud until the process is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            Options options = Options.of(arguments);
            if (options.help) {
                System.out.print(Options.HELP);
                return;
            }
            serve(options, System.out);
        } catch (Options.Wrong e) {
            fail(WRONG_USAGE, e.getMessage() + " --help lists all options.");
        } catch (UncheckedIOException | SeedException e) {
            fail(CANNOT_START, String.valueOf(e.getMessage()));
        }
    }

    private static void serve(Options options, PrintStream out) throws InterruptedException {
        FakeCloud fake = FakeCloud.builder().clockRuns().start();
        options.users.forEach(user -> fake.addUser(user.name(), user.password(), user.project(), user.role()));
        options.seeds.forEach(fake::seed);
        options.rule(fake.transitions());
        HttpFront front = listen(fake, options.address).latency(options.latency);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            fake.close();
            ended.countDown();
        }));
        new Welcome(front, fake).print(out, options.address.getAddress().isAnyLocalAddress());
        ended.await();
    }

    private static HttpFront listen(FakeCloud fake, InetSocketAddress address) {
        try {
            return fake.serve(address);
        } catch (UncheckedIOException e) {
            String where = address.getAddress().getHostAddress();
            if (!(e.getCause() instanceof BindException)) {
                throw e;
            }
            throw new UncheckedIOException(
                    address.getPort() == 0
                            ? where + " is no address of this machine: choose another one with --bind, or 127.0.0.1."
                            : "Port " + address.getPort() + " of " + where + " cannot be had ("
                                    + e.getCause().getMessage() + "): choose another one with --port, or take a free"
                                    + " one with --port 0.",
                    e.getCause());
        }
    }

    private static void fail(int status, String message) {
        System.err.println("openstack-testkit-server: " + message);
        System.exit(status);
    }
}

package io.github.openstackjvm.testkit.server;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.HttpFront;

/** The fake cloud as a program: {@code java -jar openstack-testkit-server.jar --port 15000}. Ends on SIGTERM and Ctrl-C. */
public final class FakeServer {
    private FakeServer() {}

    /** Serves a fake cloud until the process is ended. {@code --port 0}, or no port, takes a free one. */
    public static void main(String[] arguments) throws InterruptedException {
        int port = port(arguments);
        if (port < 0) {
            System.err.println("Usage: java -jar openstack-testkit-server.jar [--port N]   (0: a free port)");
            System.exit(2);
        }
        CountDownLatch ended = new CountDownLatch(1);
        FakeCloud fake = FakeCloud.start();
        HttpFront front = fake.serve(port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            fake.close();
            ended.countDown();
        }));
        print(System.out, front.authUrl());
        ended.await();
    }

    private static int port(String... arguments) {
        if (arguments.length == 0) {
            return 0;
        }
        boolean valid = arguments.length == 2 && arguments[0].equals("--port") && arguments[1].matches("\\d{1,5}");
        int port = valid ? Integer.parseInt(arguments[1]) : -1;
        return port > 65535 ? -1 : port;
    }

    private static void print(PrintStream out, String authUrl) {
        out.println("# A fake OpenStack is at " + authUrl);
        out.println("# clouds.yaml");
        out.println("clouds:");
        for (String user : new String[] {"demo", "admin", "alt_demo"}) {
            out.println("""
                      %s:
                        region_name: RegionOne
                        identity_api_version: 3
                        auth_type: password
                        auth:
                          auth_url: %s
                          username: %s
                          password: secret
                          project_name: %s
                          user_domain_id: default
                          project_domain_id: default""".formatted(
                            user.equals("demo") ? "fake" : "fake-" + user.replace("_demo", ""), authUrl, user, user)
                    .indent(2)
                    .stripTrailing());
        }
        out.println("# openrc");
        out.println("""
                export OS_AUTH_URL=%s
                export OS_USERNAME=demo OS_PASSWORD=secret OS_PROJECT_NAME=demo
                export OS_USER_DOMAIN_ID=default OS_PROJECT_DOMAIN_ID=default
                export OS_REGION_NAME=RegionOne OS_IDENTITY_API_VERSION=3""".formatted(authUrl));
        out.flush();
    }
}

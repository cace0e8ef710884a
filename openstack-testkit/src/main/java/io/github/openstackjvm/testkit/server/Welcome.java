package io.github.openstackjvm.testkit.server;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.openstackjvm.testkit.Account;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.HttpFront;

/** What is printed when the cloud is ready: how any OpenStack client reaches it. */
final class Welcome {
    private static final String CLOUD = """
              %s:
                region_name: %s
                identity_api_version: 3
                auth_type: password
                auth:
                  auth_url: %s
                  username: %s
                  password: %s
                  project_name: %s
                  user_domain_id: default
                  project_domain_id: default
            """;
    private static final String OPENRC = """
            export OS_AUTH_URL=%s
            export OS_USERNAME=demo OS_PASSWORD=secret OS_PROJECT_NAME=demo
            export OS_USER_DOMAIN_ID=default OS_PROJECT_DOMAIN_ID=default
            export OS_REGION_NAME=%s OS_IDENTITY_API_VERSION=3
            """;

    private final HttpFront front;
    private final FakeCloud fake;

    Welcome(HttpFront front, FakeCloud fake) {
        this.front = front;
        this.fake = fake;
    }

    void print(PrintStream out, boolean everywhere) {
        String url = front.authUrl();
        out.println("# A fake OpenStack is at " + url);
        out.println("# What it holds is shown at " + front.uri() + "/");
        if (everywhere) {
            out.println("# From other machines: put a name or address of this one in the place of 127.0.0.1");
        }
        out.println("# clouds.yaml");
        out.println("clouds:");
        Set<String> names = new HashSet<>();
        List<Account> accounts = new ArrayList<>(fake.accounts());
        accounts.sort(Comparator.comparing(account -> !account.user().equals("demo")));
        for (Account account : accounts) {
            String name = name(account);
            out.print(CLOUD.formatted(
                    quoted(names.add(name) ? name : name + "-" + account.project()),
                    fake.region(),
                    url,
                    quoted(account.user()),
                    quoted(account.password()),
                    quoted(account.project())));
        }
        out.println("# openrc");
        out.print(OPENRC.formatted(url, fake.region()));
        out.flush();
    }

    private static String name(Account account) {
        return account.user().equals("demo") ? "fake" : "fake-" + account.user().replace("alt_demo", "alt");
    }

    /** As YAML needs it: what may mean something else than a text stands in quotes. */
    private static String quoted(String text) {
        boolean plain =
                text.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !text.matches("(?i)y|n|yes|no|on|off|true|false|null");
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

package io.github.openstackjvm.testkit.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.Transitions;
import org.jspecify.annotations.Nullable;

/** What the command line says. */
final class Options {
    /** How to call the program. */
    static final String HELP = """
            A fake OpenStack on a port, for any OpenStack client. It keeps all in memory.

            Usage: java -jar openstack-testkit-server.jar [OPTION VALUE]...

              --port N             Listens on this port; 0, as without it, takes a free one.
              --bind ADDRESS       Listens on this address of this machine: 127.0.0.1 unless told otherwise, which
                                   only this machine reaches. 0.0.0.0 is all addresses: everybody who reaches it
                                   may do everything in the fake.
              --seed FILE          Puts what this YAML file describes into the cloud (docs/testing.md).
              --users USERS        Adds users, projects and roles: NAME[:PASSWORD]@PROJECT[=ROLE], several with
                                   commas between. Password secret and role member (or admin, reader) unless told
                                   otherwise; a user named again gets a role in one more project:
                                     --users ann:pw@shop=admin,bob@shop,bob@lab=reader
              --transitions RULES  How long what goes on in the background takes: [KIND:]RULE, several with commas
                                   between, the last that fits wins. At once unless told otherwise. Rules:
                                     clock=2s     this long
                                     reads=3      until it was looked at so often
                                     never        it does not end
                                     fail=WORDS   it ends in an error, in these words
                                   Kinds: server, port, volume, snapshot, backup, group, group_snapshot, image:
                                     --transitions clock=2s,image:fail=disk_full
              --latency TIME       Answers each request this much later, such as 50ms or 2s.
              --help               Shows this.

            It prints a clouds.yaml and an openrc when it is ready. The address itself shows in a browser what the
            cloud holds. It ends on Ctrl-C (exit status 130) and SIGTERM (143); with 2 when the command line is wrong,
            with 1 when it cannot start.
            """;

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Pattern USER = Pattern.compile("([^:@=]+)(?::([^@]+))?@([^=]+)(?:=(admin|member|reader))?");
    private static final Pattern RULE =
            Pattern.compile("(?:([a-z_]+):)?(clock=(\\d{1,9}(?:ms|s|m|h))|reads=(\\d{1,9})|never|fail=(.+))");

    /** Whether only the help is wanted. */
    boolean help;
    /** Where to listen. */
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    /** What is put into the cloud. */
    final List<Path> seeds = new ArrayList<>();
    /** Who is added. */
    final List<User> users = new ArrayList<>();
    /** How much later answers come. */
    Duration latency = Duration.ZERO;

    private final List<Matcher> rules = new ArrayList<>();

    /** A user and a role in a project. */
    record User(String name, String password, String project, String role) {}

    /** The command line is wrong; the message says how to put it right. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    private Options() {}

    static Options of(String... arguments) {
        Options options = new Options();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext() && !options.help) {
            options.take(rest.next(), rest);
        }
        return options;
    }

    private void take(String name, Iterator<String> rest) {
        int equals = name.indexOf('=');
        if (name.startsWith("--") && equals > 0) {
            take(name.substring(0, equals), List.of(name.substring(equals + 1)).iterator());
            return;
        }
        switch (name) {
            case "--help", "-h" -> help = true;
            case "--port" -> address = new InetSocketAddress(address.getAddress(), port(value(name, rest)));
            case "--bind" -> address = new InetSocketAddress(host(value(name, rest)), address.getPort());
            case "--seed" -> seeds.add(Path.of(value(name, rest)));
            case "--users" ->
                each(name, USER, "NAME[:PASSWORD]@PROJECT[=admin|member|reader]", value(name, rest))
                        .forEach(user -> users.add(new User(
                                user.group(1),
                                or(user.group(2), "secret"),
                                user.group(3),
                                or(user.group(4), "member"))));
            case "--transitions" ->
                rules.addAll(each(
                        name,
                        RULE,
                        "[KIND:]RULE with the rules clock=2s, reads=3, never or fail=WORDS",
                        value(name, rest)));
            case "--latency" -> latency = time(name, value(name, rest));
            default -> throw new Wrong("There is no option " + name + ".");
        }
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Wrong(name + " needs a value after it.");
        }
        return rest.next();
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 65536;
        if (port > 65535) {
            throw new Wrong("--port takes a number from 0 to 65535, not " + text + ".");
        }
        return port;
    }

    private static InetAddress host(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new Wrong("--bind takes an address of this machine, such as 127.0.0.1 or 0.0.0.0, not " + text + ".");
        }
    }

    private static List<Matcher> each(String name, Pattern form, String inWords, String value) {
        List<Matcher> parts = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            Matcher matcher = form.matcher(part);
            if (!matcher.matches()) {
                throw new Wrong(name + " takes " + inWords + ", with commas between; \"" + part + "\" is none.");
            }
            parts.add(matcher);
        }
        return parts;
    }

    private static Duration time(String name, String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new Wrong(name + " takes a time such as 50ms, 2s, 5m or 1h, not \"" + text + "\".");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    /** Makes the rules that were asked for. */
    void rule(Transitions transitions) {
        for (Matcher part : rules) {
            Transitions.Rule rule = rule(transitions, or(part.group(1), "*"));
            if (part.group(3) != null) {
                rule.onClock(time("--transitions", part.group(3)));
            } else if (part.group(4) != null) {
                rule.afterReads(Integer.parseInt(part.group(4)));
            } else if (part.group(5) != null) {
                rule.fails(part.group(5));
            } else {
                rule.never();
            }
        }
    }

    private static Transitions.Rule rule(Transitions transitions, String kind) {
        try {
            return transitions.of(kind);
        } catch (IllegalArgumentException e) {
            throw new Wrong("--transitions: " + e.getMessage() + ".");
        }
    }
}

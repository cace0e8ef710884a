package io.github.openstackjvm.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Microversion;
import org.jspecify.annotations.Nullable;

/** What a known key may hold, and how it is read. */
enum Kind {
    TEXT("one text") {
        @Override
        Object read(String text, Surroundings around) {
            return text;
        }
    },
    SECRET("one text") {
        @Override
        Object read(String text, Surroundings around) {
            return Secret.of(text);
        }
    },
    /** The only secret that may be empty. */
    PASSWORD("one text") {
        @Override
        Object read(String text, Surroundings around) {
            return Secret.of(text);
        }
    },
    FLAG("true or false") {
        @Override
        Object read(String text, Surroundings around) {
            String word = text.toLowerCase(Locale.ROOT);
            if (!YES.contains(word) && !NO.contains(word)) {
                throw new IllegalArgumentException(text);
            }
            return YES.contains(word);
        }
    },
    COUNT("a number, 0 or more, such as 3") {
        @Override
        Object read(String text, Surroundings around) {
            int count = Integer.parseInt(text);
            if (count < 0) {
                throw new IllegalArgumentException(text);
            }
            return count;
        }
    },
    SECONDS("seconds, more than 0, such as 30 or 2.5") {
        @Override
        Object read(String text, Surroundings around) {
            double seconds = Double.parseDouble(text);
            if (!(seconds >= 0.001 && seconds <= 1e9)) {
                throw new IllegalArgumentException(text);
            }
            return Duration.ofMillis(Math.round(seconds * 1000));
        }
    },
    RATE("requests per second, 0 for no limit, such as 10 or 0.5") {
        @Override
        Object read(String text, Surroundings around) {
            double rate = Double.parseDouble(text);
            if (!(rate >= 0 && rate <= 1e6)) {
                throw new IllegalArgumentException(text);
            }
            return rate;
        }
    },
    STATUSES("statuses from 400 to 599, such as 409,503") {
        @Override
        Object read(String text, Surroundings around) {
            List<Integer> statuses = Arrays.stream(text.split(","))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .toList();
            if (statuses.stream().anyMatch(status -> status < 400 || status > 599)) {
                throw new IllegalArgumentException(text);
            }
            return statuses;
        }
    },
    PATH("the path of a file") {
        @Override
        Object read(String text, Surroundings around) {
            return around.resolve(text);
        }
    },
    URL("a URL that begins with http:// or https:// and names a host") {
        @Override
        Object read(String text, Surroundings around) {
            return url(text, text);
        }
    },
    /** May hold %(project_id)s, which is filled in once the project is known. */
    ENDPOINT("a URL that begins with http:// or https:// and names a host") {
        @Override
        Object read(String text, Surroundings around) {
            return url(text, TEMPLATE.matcher(text).replaceAll("x"));
        }
    },
    API_VERSION("a version such as 3 or 2.1") {
        @Override
        @Nullable
        Object read(String text, Surroundings around) {
            // "latest" and "auto" ask for what is done anyway: the best that both sides know.
            return text.contains("latest") || text.equals("auto") ? null : ApiVersion.of(text);
        }
    },
    MICROVERSION("a microversion such as 2.79, or latest") {
        @Override
        @Nullable
        Object read(String text, Surroundings around) {
            return text.contains("latest") ? null : Microversion.of(text);
        }
    },
    NAMES("one text or a list of them") {
        @Override
        Object read(String text, Surroundings around) {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
        }
    },
    INTERFACES("public, internal or admin, or a list of them") {
        @Override
        Object read(String text, Surroundings around) {
            return Stream.of(text.split(","))
                    .map(one -> EndpointInterface.of(one.strip()))
                    .distinct()
                    .toList();
        }
    },
    /** Nobody here knows it: kept as it is. */
    ANY("anything") {
        @Override
        Object read(String text, Surroundings around) {
            return text;
        }
    };

    private static final Set<String> YES = Set.of("true", "yes", "on", "1");
    private static final Set<String> NO = Set.of("false", "no", "off", "0");
    private static final Pattern TEMPLATE = Pattern.compile("[%$]\\([a-z_]+\\)s");

    /** In words, for who got it wrong. */
    final String expectation;

    Kind(String expectation) {
        this.expectation = expectation;
    }

    /**
     * The typed value, or null when the text says nothing.
     *
     * @throws IllegalArgumentException when the text does not fit
     */
    abstract @Nullable Object read(String text, Surroundings around);

    /** The same for whatever was written. */
    final @Nullable Object read(Tree tree, Surroundings around) {
        if (this == ANY) {
            return tree.plain();
        }
        if (tree instanceof Tree.Text leaf) {
            String text = leaf.text();
            // An empty password is a password; every other empty text means: not set.
            return text == null || (text.isEmpty() && this != PASSWORD) ? null : read(text, around);
        }
        if (tree instanceof Tree.Items list && (this == NAMES || this == INTERFACES || this == STATUSES)) {
            return read(joined(list), around);
        }
        throw new IllegalArgumentException("a list or a mapping");
    }

    private static String url(String text, String filledIn) {
        try {
            URI uri = new URI(filledIn.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                throw new IllegalArgumentException("no host, or another scheme");
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
        return text.strip().replaceAll("/+$", "");
    }

    private static String joined(Tree.Items list) {
        List<String> texts = list.items().stream()
                .map(item -> {
                    if (item instanceof Tree.Text leaf && leaf.text() != null) {
                        return leaf.text();
                    }
                    throw new IllegalArgumentException("not a text");
                })
                .toList();
        return String.join(",", texts);
    }
}

package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a client takes, the best first.
 *
 * @param types patterns; empty: everything
 */
record Accept(List<Pattern> types) {
    private static final Pattern ENTRY = Pattern.compile("\\s*([^/;,\\s]+)/([^/;,\\s]+)\\s*((?:;[^,]*)?)");

    private record Wanted(Pattern pattern, double quality, boolean exact) {}

    /** Reads the header; null when it has another form. */
    static @Nullable Accept of(String header) {
        List<Wanted> wanted = new ArrayList<>();
        for (String part : header.isEmpty() ? new String[0] : header.split(",", -1)) {
            Matcher entry = ENTRY.matcher(part);
            if (!entry.matches()) {
                return null;
            }
            Matcher quality = Pattern.compile(";\\s*q\\s*=\\s*([0-9.]+)").matcher(entry.group(3));
            boolean exact = !entry.group(1).equals("*") && !entry.group(2).equals("*");
            wanted.add(new Wanted(
                    Pattern.compile(any(entry.group(1)) + "/" + any(entry.group(2))),
                    quality.find() ? Double.parseDouble(quality.group(1)) : 1,
                    exact));
        }
        wanted.sort(Comparator.comparing(Wanted::quality)
                .thenComparing(Wanted::exact)
                .reversed());
        return new Accept(wanted.stream().map(Wanted::pattern).toList());
    }

    private static String any(String word) {
        return word.equals("*") ? "[^/]+" : Pattern.quote(word);
    }

    /** The one of these types that suits best; null when none does. */
    @Nullable
    String best(List<String> offered) {
        if (types.isEmpty()) {
            return offered.get(0);
        }
        for (Pattern type : types) {
            for (String each : offered) {
                if (type.matcher(each).matches()) {
                    return each;
                }
            }
        }
        return null;
    }
}

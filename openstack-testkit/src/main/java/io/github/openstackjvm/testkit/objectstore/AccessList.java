package io.github.openstackjvm.testkit.objectstore;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.testkit.engine.Python;
import org.jspecify.annotations.Nullable;

/**
 * Who may read or write a container beside its owner.
 *
 * @param referrers hosts whose pages may refer to it, such as {@code *}, {@code .example.org}, {@code -thief.example}
 * @param groups {@code project:user} with ids, names or stars, roles, and {@code .rlistings}
 */
record AccessList(List<String> referrers, List<String> groups) {

    static AccessList parse(String text) {
        List<String> referrers = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (String value : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            if (value.startsWith(".r:")) {
                referrers.add(value.substring(3));
            } else {
                groups.add(Encoded.decode(value));
            }
        }
        return new AccessList(referrers, groups);
    }

    /** The text as it is kept, or a refusal in Swift's words. */
    static String cleaned(String header, String text) {
        List<String> values = new ArrayList<>();
        for (String raw : text.split(",", -1)) {
            String value = raw.strip();
            int colon = value.indexOf(':');
            if (value.isEmpty()) {
                continue;
            }
            String first = colon < 0 ? "" : value.substring(0, colon).strip();
            if (!first.startsWith(".")) {
                values.add(value);
            } else if (List.of(".r", ".ref", ".referer", ".referrer").contains(first)) {
                values.add(referrer(header, value, value.substring(colon + 1).strip()));
            } else {
                throw new Refused(400, "Unknown designator " + Python.repr(first) + " in ACL: " + Python.repr(value));
            }
        }
        return String.join(",", values);
    }

    private static String referrer(String header, String value, String host) {
        if (header.contains("Write")) {
            throw new Refused(400, "Referrers not allowed in write ACL: " + Python.repr(value));
        }
        boolean negated = host.startsWith("-");
        String name = negated ? host.substring(1).strip() : host;
        if (name.startsWith("*") && !name.equals("*")) {
            name = name.substring(1).strip();
        }
        if (name.isEmpty() || name.equals(".")) {
            throw new Refused(400, "No host/domain value after referrer designation in ACL: " + Python.repr(value));
        }
        return ".r:" + (negated ? "-" : "") + name;
    }

    /** Whether a page at this address may refer to it. */
    boolean admitsReferrer(@Nullable String referrer) {
        String host = host(referrer);
        boolean admitted = false;
        for (String each : referrers) {
            boolean negated = each.startsWith("-");
            String name = negated ? each.substring(1) : each;
            boolean fits = name.equals(host) || (name.startsWith(".") && host.endsWith(name));
            if (negated) {
                admitted &= !fits;
            } else {
                admitted |= fits || name.equals("*");
            }
        }
        return admitted;
    }

    private static String host(@Nullable String referrer) {
        try {
            String host = referrer == null ? null : URI.create(referrer).getHost();
            return host == null ? "unknown" : host;
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }
}

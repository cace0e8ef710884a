package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Ranges of bytes, as a client asks for them. */
final class Range {
    private static final Pattern ONE = Pattern.compile("(\\d{0,18})-(\\d{0,18})");
    private static final int MOST = 50;

    private Range() {}

    /**
     * The ranges, each from its first byte up to, and without, its end.
     *
     * @return null when the whole is asked for, or something that is no range; empty when nothing of it is there
     */
    static @Nullable List<long[]> resolved(@Nullable String header, long length) {
        String text = header == null ? "" : header.replace(" ", "");
        if (!text.toLowerCase(java.util.Locale.ROOT).startsWith("bytes=")) {
            return null;
        }
        List<long[]> ranges = new ArrayList<>();
        for (String part : text.substring(6).split(",", -1)) {
            Matcher one = ONE.matcher(part);
            if (!one.matches() || part.equals("-")) {
                return null;
            }
            if (one.group(1).isEmpty()) {
                long last = Long.parseLong(one.group(2));
                if (last > 0) {
                    ranges.add(new long[] {Math.max(0, length - last), length});
                }
                continue;
            }
            long first = Long.parseLong(one.group(1));
            long end = one.group(2).isEmpty() ? length : Long.parseLong(one.group(2)) + 1;
            if (!one.group(2).isEmpty() && end <= first) {
                return null;
            }
            if (first < length) {
                ranges.add(new long[] {first, Math.min(end, length)});
            }
        }
        return ranges.size() > MOST ? List.of() : ranges;
    }

    /** Such as {@code bytes 0-1/5}. */
    static String content(long[] range, long length) {
        return "bytes " + range[0] + "-" + (range[1] - 1) + "/" + length;
    }
}

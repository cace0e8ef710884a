package io.github.openstackjvm.testkit.compute;

import java.util.regex.Pattern;

/** Texts that are IP addresses. Nothing is looked up. */
final class Addresses {
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String QUAD = BYTE + "(\\." + BYTE + "){3}";
    private static final Pattern V4 = Pattern.compile(QUAD);
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private Addresses() {}

    static boolean v4(String text) {
        return V4.matcher(text).matches();
    }

    static boolean v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == 8;
        }
        String head = text.substring(0, gap);
        String tail = text.substring(gap + 2);
        int given = (head.isEmpty() ? 0 : groups(head)) + (tail.isEmpty() ? 0 : groups(tail));
        return given >= 0 && given < 8;
    }

    /** How many groups of 16 bits; far below zero when it is none. */
    private static int groups(String text) {
        int count = 0;
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && v4(parts[i])) {
                count += 2;
            } else if (GROUP.matcher(parts[i]).matches()) {
                count++;
            } else {
                return -8;
            }
        }
        return count;
    }
}

package io.github.openstackjvm.testkit.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * One address: a number with a version.
 *
 * @param number its bits
 * @param ipv6 whether it has 128 of them
 */
record Ip(BigInteger number, boolean ipv6) implements Comparable<Ip> {

    /** Reads an address; nothing is looked up. */
    static Optional<Ip> parse(String text) {
        // Only what cannot be a name.
        if (!text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-fA-F]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return Optional.of(new Ip(new BigInteger(1, bytes), bytes.length == 16));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Reads what has been read before. */
    static Ip of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no address"));
    }

    int bits() {
        return ipv6 ? 128 : 32;
    }

    int version() {
        return ipv6 ? 6 : 4;
    }

    Ip plus(long steps) {
        return new Ip(number.add(BigInteger.valueOf(steps)), ipv6);
    }

    boolean isBetween(Ip first, Ip last) {
        return ipv6 == first.ipv6 && compareTo(first) >= 0 && compareTo(last) <= 0;
    }

    @Override
    public int compareTo(Ip other) {
        return number.compareTo(other.number);
    }

    /** As everybody writes it. */
    @Override
    public String toString() {
        if (!ipv6) {
            int bits = number.intValue();
            return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
        }
        // The longest run of zeros becomes two colons.
        int best = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && group(end) == 0) {
                end++;
            }
            if (end - i > length) {
                best = i;
                length = end - i;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                out.append("::");
                i += length - 1;
            } else {
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":");
                out.append(Integer.toHexString(group(i)));
            }
        }
        return out.toString();
    }

    private int group(int index) {
        return number.shiftRight(16 * (7 - index)).intValue() & 0xFFFF;
    }
}

package io.github.openstackjvm.testkit.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A range of addresses.
 *
 * @param text the address as it was written
 * @param address its bytes
 * @param bits length of the prefix
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Cidr(String text, byte[] address, int bits) {

    /** Reads {@code 10.0.0.0/24}; without a length, a single address. */
    static Optional<Cidr> parse(String cidr) {
        int slash = cidr.indexOf('/');
        String text = slash < 0 ? cidr : cidr.substring(0, slash);
        // Only what cannot be a name: nothing is looked up here.
        if (!text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-fA-F]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(text).getAddress();
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
            return bits < 0 || bits > address.length * 8
                    ? Optional.empty()
                    : Optional.of(new Cidr(text, address, bits));
        } catch (UnknownHostException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean ipv6() {
        return address.length == 16;
    }

    /** As it was written, with the length of the prefix. */
    String asGiven() {
        return text + "/" + bits;
    }

    /** The first address of the range, with the length of the prefix. */
    String network() {
        byte[] first = address.clone();
        for (int i = 0; i < first.length; i++) {
            int keep = Math.max(0, Math.min(8, bits - i * 8));
            first[i] = (byte) (first[i] & (0xFF00 >> keep));
        }
        if (!ipv6()) {
            return (first[0] & 255) + "." + (first[1] & 255) + "." + (first[2] & 255) + "." + (first[3] & 255) + "/"
                    + bits;
        }
        return compressed(first) + "/" + bits;
    }

    /** The longest run of zeros becomes two colons, as everybody writes it. */
    private static String compressed(byte[] address) {
        int best = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && group(address, end) == 0) {
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
                out.append(Integer.toHexString(group(address, i)));
            }
        }
        return out.toString();
    }

    private static int group(byte[] address, int index) {
        return ((address[2 * index] & 255) << 8) | (address[2 * index + 1] & 255);
    }
}

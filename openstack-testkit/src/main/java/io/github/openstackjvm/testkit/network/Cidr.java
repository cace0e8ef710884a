package io.github.openstackjvm.testkit.network;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A range of addresses.
 *
 * @param text the address as it was written
 * @param address the same
 * @param bits length of the prefix
 */
record Cidr(String text, Ip address, int bits) {

    /** Reads {@code 10.0.0.0/24}; without a length, a single address. */
    static Optional<Cidr> parse(String cidr) {
        int slash = cidr.indexOf('/');
        String text = slash < 0 ? cidr : cidr.substring(0, slash);
        String length = slash < 0 ? "" : cidr.substring(slash + 1);
        return length.matches("\\d{0,3}") && !cidr.endsWith("/")
                ? Ip.parse(text)
                        .map(address ->
                                new Cidr(text, address, length.isEmpty() ? address.bits() : Integer.parseInt(length)))
                        .filter(read -> read.bits <= read.address.bits())
                : Optional.empty();
    }

    /** Reads what has been read before. */
    static Cidr of(String cidr) {
        return parse(cidr).orElseThrow(() -> new IllegalArgumentException(cidr + " is no range of addresses"));
    }

    boolean ipv6() {
        return address.ipv6();
    }

    /** As it was written, with the length of the prefix. */
    String asGiven() {
        return text + "/" + bits;
    }

    /** The first address of the range, with the length of the prefix. */
    String network() {
        return first() + "/" + bits;
    }

    private int free() {
        return address.bits() - bits;
    }

    Ip first() {
        return new Ip(address.number().shiftRight(free()).shiftLeft(free()), ipv6());
    }

    Ip last() {
        return new Ip(first().number().add(size()).subtract(BigInteger.ONE), ipv6());
    }

    BigInteger size() {
        return BigInteger.ONE.shiftLeft(free());
    }

    boolean contains(Ip ip) {
        return ip.isBetween(first(), last());
    }

    boolean overlaps(Cidr other) {
        return ipv6() == other.ipv6() && (contains(other.first()) || other.contains(first()));
    }

    /** Whether an interface may have this address: in IPv4 neither the first nor the last, in IPv6 not the first. */
    boolean isHost(Ip ip, boolean router) {
        return contains(ip)
                && (ipv6() ? router || !ip.equals(first()) : !ip.equals(first()) && !(ip.equals(last()) && bits <= 31));
    }
}

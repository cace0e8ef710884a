package io.github.openstackjvm.testkit.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A set of addresses, as few ranges as can be. */
final class Prefixes {
    private final List<Cidr> ranges;

    private Prefixes(List<Cidr> ranges) {
        this.ranges = ranges;
    }

    static Prefixes of(List<String> texts) {
        List<Cidr> ranges = new ArrayList<>();
        texts.forEach(text -> ranges.add(Cidr.of(Cidr.of(text).network())));
        return new Prefixes(compact(ranges));
    }

    private static List<Cidr> compact(List<Cidr> given) {
        List<Cidr> ranges = new ArrayList<>(given);
        ranges.sort(Comparator.comparing(Cidr::first).thenComparing(Cidr::bits));
        for (int i = 0; i + 1 < ranges.size(); ) {
            Cidr one = ranges.get(i);
            Cidr next = ranges.get(i + 1);
            if (one.contains(next.first())) {
                ranges.remove(i + 1);
            } else if (one.bits() == next.bits()
                    && one.bits() > 0
                    && wider(one).first().equals(one.first())
                    && wider(one).contains(next.first())) {
                ranges.set(i, wider(one));
                ranges.remove(i + 1);
                i = Math.max(0, i - 1);
            } else {
                i++;
            }
        }
        return ranges;
    }

    private static Cidr wider(Cidr cidr) {
        return Cidr.of(Cidr.of(cidr.first() + "/" + (cidr.bits() - 1)).network());
    }

    List<String> texts() {
        return ranges.stream().map(Cidr::network).toList();
    }

    boolean overlaps(Prefixes other) {
        return ranges.stream().anyMatch(range -> other.ranges.stream().anyMatch(range::overlaps));
    }

    boolean contains(Cidr cidr) {
        return ranges.stream().anyMatch(range -> range.contains(cidr.first()) && range.bits() <= cidr.bits());
    }

    boolean contains(Prefixes other) {
        return other.ranges.stream().allMatch(this::contains);
    }

    /** What is left without these. */
    Prefixes without(Prefixes gone) {
        List<Cidr> rest = new ArrayList<>(ranges);
        for (Cidr hole : gone.ranges) {
            List<Cidr> next = new ArrayList<>();
            rest.forEach(range -> cut(range, hole, next));
            rest = next;
        }
        return new Prefixes(compact(rest));
    }

    private static void cut(Cidr range, Cidr hole, List<Cidr> rest) {
        if (!range.overlaps(hole)) {
            rest.add(range);
        } else if (range.bits() < hole.bits()) {
            BigInteger half = range.size().shiftRight(1);
            Ip middle = new Ip(range.first().number().add(half), range.ipv6());
            cut(Cidr.of(range.first() + "/" + (range.bits() + 1)), hole, rest);
            cut(Cidr.of(middle + "/" + (range.bits() + 1)), hole, rest);
        }
    }

    /** The first range of this size in the smallest one that has room for it. */
    Optional<Cidr> first(int length) {
        return ranges.stream()
                .filter(range -> range.bits() <= length)
                .max(Comparator.comparing(Cidr::bits))
                .map(range -> Cidr.of(range.first() + "/" + length));
    }
}

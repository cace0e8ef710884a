package io.github.openstackjvm.testkit.engine;

import java.util.Base64;
import java.util.UUID;

/** Ids that look random and are the same in every run with the same seed. */
public final class Ids {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long drawn;
    private long numbers;

    Ids(long seed) {
        this.seed = seed;
    }

    /** A UUID with dashes, as most services use. */
    public String uuid() {
        long high = (next() & ~0xF000L) | 0x4000L;
        long low = (next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** 32 hexadecimal digits, as Keystone uses. */
    public String hex() {
        return uuid().replace("-", "");
    }

    /** So many bytes in URL-safe base64: tokens, audit ids, generated secrets. */
    public String opaque(int bytes) {
        byte[] random = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            random[i] = (byte) next();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The next running number, for ids that are numbers. */
    public long number() {
        return ++numbers;
    }

    /**
     * How far the drawing of ids has come.
     *
     * @param drawn random numbers
     * @param numbers running numbers
     */
    public record Mark(long drawn, long numbers) {}

    Mark mark() {
        return new Mark(drawn, numbers);
    }

    void reset(Mark mark) {
        drawn = mark.drawn();
        numbers = mark.numbers();
    }

    // SplitMix64: its whole state is a counter, so that a snapshot can keep it.
    private long next() {
        long z = seed + ++drawn * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

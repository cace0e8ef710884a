package io.github.openstackjvm.testkit.objectstore;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What is packed by bzip2, unpacked block by block, each compared with its checksum. */
final class Bzip2Stream extends InputStream {
    private static final int BEGIN = ('B' << 16) | ('Z' << 8) | 'h';
    private static final long BLOCK = 0x314159265359L;
    private static final long END = 0x177245385090L;
    private static final int SYMBOLS_OF_A_CODE = 50;
    /** Behind so many equal bytes stands how many more there are. */
    private static final int RUN = 4;

    private static final int[] CRC = crc();

    private final InputStream in;
    private final int capacity;
    private long buffer;
    private int buffered;
    private boolean ended;

    /** Of each byte of the sorted block, the byte itself and, above it, where the one is that follows. */
    private int[] block = {};

    private int left;
    private int at;
    private int last = -1;
    private int run;
    private int repeats;
    private int sum;
    private int expected;

    /** Reads the beginning at once. */
    Bzip2Stream(InputStream in) throws IOException {
        this.in = in;
        int begin = bits(24);
        int level = bits(8) - '0';
        check(begin == BEGIN && level >= 1 && level <= 9);
        this.capacity = level * 100_000;
    }

    private static int[] crc() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int c = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                c = c < 0 ? (c << 1) ^ 0x04c11db7 : c << 1;
            }
            table[i] = c;
        }
        return table;
    }

    private static void check(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("invalid compressed data");
        }
    }

    private int bits(int count) throws IOException {
        for (; buffered < count; buffered += 8) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("truncated compressed data");
            }
            buffer = (buffer << 8) | next;
        }
        buffered -= count;
        return (int) ((buffer >>> buffered) & ((1L << count) - 1));
    }

    private boolean bit() throws IOException {
        return bits(1) == 1;
    }

    @Override
    public int read() throws IOException {
        while (repeats == 0) {
            if (left == 0 && !nextBlock()) {
                return -1;
            }
            at = block[at];
            int value = at & 255;
            at >>>= 8;
            left--;
            if (run == RUN) {
                repeats = value;
                run = 0;
            } else {
                run = value == last ? run + 1 : 1;
                last = value;
                repeats = 1;
            }
        }
        repeats--;
        sum = (sum << 8) ^ CRC[(sum >>> 24) ^ last];
        return last;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = 0;
        while (read < count) {
            int next = read();
            if (next < 0) {
                return read == 0 ? -1 : read;
            }
            into[from + read++] = (byte) next;
        }
        return read;
    }

    private boolean nextBlock() throws IOException {
        check(sum == ~expected || block.length == 0);
        if (ended) {
            return false;
        }
        long magic = ((long) bits(24) << 24) | bits(24);
        ended = magic == END;
        if (ended) {
            return false;
        }
        check(magic == BLOCK);
        expected = bits(32);
        sum = -1;
        last = -1;
        run = 0;
        // Very old versions could shuffle a block.
        check(!bit());
        int origin = bits(24);
        byte[] symbols = symbols();
        int groups = bits(3);
        check(groups >= 2 && groups <= 6);
        byte[] selectors = selectors(groups);
        Code[] codes = new Code[groups];
        for (int i = 0; i < groups; i++) {
            codes[i] = new Code(lengths(symbols.length + 2));
        }
        left = fill(symbols, selectors, codes);
        check(origin < left);
        link();
        at = block[origin] >>> 8;
        return true;
    }

    /** The bytes that occur. */
    private byte[] symbols() throws IOException {
        byte[] symbols = new byte[256];
        int count = 0;
        int rows = bits(16);
        for (int row = 0; row < 16; row++) {
            int used = ((rows >> (15 - row)) & 1) == 0 ? 0 : bits(16);
            for (int column = 0; column < 16; column++) {
                if (((used >> (15 - column)) & 1) == 1) {
                    symbols[count++] = (byte) ((row << 4) | column);
                }
            }
        }
        check(count > 0);
        return Arrays.copyOf(symbols, count);
    }

    /** Which code each group of symbols is in. */
    private byte[] selectors(int groups) throws IOException {
        byte[] order = {0, 1, 2, 3, 4, 5};
        byte[] selectors = new byte[bits(15)];
        for (int i = 0; i < selectors.length; i++) {
            int index = 0;
            while (bit()) {
                check(++index < groups);
            }
            selectors[i] = toFront(order, index);
        }
        return selectors;
    }

    private static byte toFront(byte[] order, int index) {
        byte value = order[index];
        System.arraycopy(order, 0, order, 1, index);
        order[0] = value;
        return value;
    }

    private int[] lengths(int count) throws IOException {
        int[] lengths = new int[count];
        int length = bits(5);
        for (int i = 0; i < count; i++) {
            while (bit()) {
                length += bit() ? -1 : 1;
            }
            check(length >= 1 && length <= Code.LONGEST);
            lengths[i] = length;
        }
        return lengths;
    }

    /** Reads the sorted bytes; tells how many there are. */
    private int fill(byte[] symbols, byte[] selectors, Code[] codes) throws IOException {
        block = new int[capacity];
        int count = 0;
        int equal = 0;
        int weight = 1;
        for (int i = 0; ; i++) {
            check(i / SYMBOLS_OF_A_CODE < selectors.length);
            int symbol = codes[selectors[i / SYMBOLS_OF_A_CODE]].read();
            if (symbol < 2) {
                // A number with the digits 1 and 2: how often the byte in front comes again.
                equal += weight << symbol;
                weight <<= 1;
                check(equal <= capacity - count);
                continue;
            }
            Arrays.fill(block, count, count + equal, symbols[0] & 255);
            count += equal;
            equal = 0;
            weight = 1;
            if (symbol == symbols.length + 1) {
                return count;
            }
            check(count < capacity);
            block[count++] = toFront(symbols, symbol - 1) & 255;
        }
    }

    /** Undoes the sorting: equal bytes follow each other in the order in which what precedes them does. */
    private void link() {
        int[] begins = new int[257];
        for (int i = 0; i < left; i++) {
            begins[(block[i] & 255) + 1]++;
        }
        for (int i = 1; i < begins.length; i++) {
            begins[i] += begins[i - 1];
        }
        for (int i = 0; i < left; i++) {
            block[begins[block[i] & 255]++] |= i << 8;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A Huffman code, in which longer words come behind shorter ones, and symbols of one length in their order. */
    private final class Code {
        private static final int LONGEST = 20;

        private final int[] counts = new int[LONGEST + 1];
        private final int[] symbols;

        Code(int[] lengths) {
            symbols = IntStream.range(0, lengths.length)
                    .boxed()
                    .sorted(Comparator.comparing(symbol -> lengths[symbol]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int length : lengths) {
                counts[length]++;
            }
        }

        int read() throws IOException {
            int word = 0;
            int first = 0;
            int index = 0;
            for (int length = 1; length <= LONGEST; length++) {
                word = (word << 1) | bits(1);
                first <<= 1;
                if (word - first < counts[length]) {
                    return symbols[index + word - first];
                }
                index += counts[length];
                first += counts[length];
            }
            throw new IOException("invalid compressed data");
        }
    }
}

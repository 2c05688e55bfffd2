package org.numberreader.image.jpeg;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One of a JPEG's tables of codes (ITU T.81, annexes C and F): which byte the next bits stand for. */
final class HuffmanCodes {
    /** As many bits are looked up at once; longer codes are rare. */
    private static final int QUICK = 9;

    /** As many are looked up at once for a code and its value. */
    private static final int MANY = 11;

    private static final int LONGEST = 16;

    /** So many coefficients at least are left of any block. */
    private static final int BLOCK = 64;

    /** For each QUICK bits: the code's length in the upper byte, its symbol in the lower; 0 for longer codes. */
    private final short[] quick = new short[1 << QUICK];

    /** For each length: the first code that is longer, aligned to LONGEST bits. */
    private final int[] end = new int[LONGEST + 1];

    /** For each length: what to add to a code for its symbol's place. */
    private final int[] offset = new int[LONGEST + 1];

    /** For each MANY bits: the {@link #value} that they begin with; nothing before {@link #withValues}. */
    private int[] values = {};

    private final byte[] symbols;

    private HuffmanCodes(byte[] symbols) {
        this.symbols = symbols;
    }

    /**
     * Reads a table as it stands behind its number in a DHT segment.
     *
     * @throws java.nio.BufferUnderflowException if it is cut short
     * @throws IllegalArgumentException if there are no such codes
     */
    static HuffmanCodes read(ByteBuffer in) {
        var counts = new int[LONGEST + 1];
        for (int length = 1; length <= LONGEST; length++) {
            counts[length] = in.get() & 0xff;
        }
        var symbols = new byte[Arrays.stream(counts).sum()];
        in.get(symbols);
        var codes = new HuffmanCodes(symbols);
        int code = 0;
        int symbol = 0;
        for (int length = 1; length <= LONGEST; length++) {
            codes.offset[length] = symbol - code;
            for (int i = 0; i < counts[length]; i++) {
                codes.add(code++, length, symbols[symbol++] & 0xff);
            }
            if (code > 1 << length) {
                throw new IllegalArgumentException("more codes than bits allow");
            }
            codes.end[length] = code << (LONGEST - length);
            code <<= 1;
        }
        return codes;
    }

    /**
     * The same, ready for {@link #value}. Not done for each table that is read: a header may have hundreds of thousands, and a
     * scan uses a few.
     */
    HuffmanCodes withValues() {
        if (values.length == 0) {
            var found = new int[1 << MANY];
            for (int bits = 0; bits < found.length; bits++) {
                int value = longValue(bits << (Integer.SIZE - MANY));
                found[bits] = (value & 0xff) <= MANY ? value : 0;
            }
            values = found;
        }
        return this;
    }

    /** A code with the value behind it: the value, the coefficients, and the bits of both. */
    private static int valueOf(int code, int bits) {
        int size = code & 15;
        int zeros = code >> 4 & 15;
        int length = code >> 8;
        int coefficients = size == 0 && zeros < 15 ? BLOCK : zeros + 1;
        return extended(bits << length, size) << 16 | coefficients << 8 | length + size;
    }

    /** A value as JPEGs store them, where a first bit of 0 stands for a minus (ITU T.81, F.2.2.1). */
    private static int extended(int bits, int size) {
        if (size == 0) {
            return 0;
        }
        int value = bits >>> (Integer.SIZE - size);
        return bits < 0 ? value : value - (1 << size) + 1;
    }

    private void add(int code, int length, int symbol) {
        if (length <= QUICK && code < 1 << length) {
            int first = code << (QUICK - length);
            Arrays.fill(quick, first, first + (1 << (QUICK - length)), (short) (length << 8 | symbol));
        }
    }

    /**
     * The code that the next bits begin with.
     *
     * @param bits 16 of them
     * @return its length times 256 plus its symbol; -1 if there is none
     */
    private int lookUp(int bits) {
        int found = quick[bits >>> (LONGEST - QUICK)];
        if (found != 0) {
            return found;
        }
        int length = QUICK + 1;
        while (length <= LONGEST && bits >= end[length]) {
            length++;
        }
        return length > LONGEST ? -1 : length << 8 | symbols[(bits >>> (LONGEST - length)) + offset[length]] & 0xff;
    }

    /**
     * The next coefficient that is not zero, if its code and its value are within the next few bits.
     *
     * @param bits the next 32
     * @return its value times 65536, the coefficients up to it times 256 (more than are left where the rest is zeros), and the
     *     bits of both; 0 if there are more
     */
    int value(int bits) {
        return values[bits >>> (Integer.SIZE - MANY)];
    }

    /**
     * The same for any number of bits.
     *
     * @return as {@link #value}; 0 if no code begins so
     */
    int longValue(int bits) {
        int code = lookUp(bits >>> (Integer.SIZE - LONGEST));
        return code < 0 ? 0 : valueOf(code, bits);
    }
}

package org.numberreader.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The compressed bits of a JPEG between two markers, without the zero that is stuffed behind each 0xff. */
final class JpegBits {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int COEFFICIENTS = 64;

    private final byte[] bytes;
    private int at;
    /** The next bits, the first one highest; zeros behind them. */
    private long next;

    private int size;
    private boolean ended;

    JpegBits(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /**
     * Reads one block of 8 x 8: each code tells how many bits of a value come behind it, and how many zeros before.
     *
     * @param first the codes of the first coefficient
     * @param others the codes of the 63 others
     * @return whether all its codes are there, and are codes, before the next marker
     */
    boolean readBlock(HuffmanCodes first, HuffmanCodes others) {
        int difference = first.longValue(peek());
        if (difference == 0) {
            return false;
        }
        skip(difference & 0xff);
        // Fields are not kept in registers over the loop, by the first compiler at least.
        long bits = next;
        int left = size;
        int k = 0;
        while (k < COEFFICIENTS - 1 && left >= 0) {
            if (left < Integer.SIZE && !ended) {
                next = bits;
                size = left;
                fill();
                bits = next;
                left = size;
            }
            int many = (int) (bits >>> Integer.SIZE);
            int value = others.value(many);
            if (value == 0) {
                value = others.longValue(many);
                if (value == 0) {
                    return false;
                }
            }
            bits <<= value & 0xff;
            left -= value & 0xff;
            k += value >> 8 & 0xff;
        }
        next = bits;
        size = left;
        return left >= 0;
    }

    /** The next 32 bits, zeros where there are no more. */
    private int peek() {
        if (size < Integer.SIZE && !ended) {
            fill();
        }
        return (int) (next >>> Integer.SIZE);
    }

    /** Passes over up to 31 bits, after {@link #peek}. */
    private void skip(int bits) {
        next <<= bits;
        size -= bits;
    }

    /** Whether there are whole bytes left before the next marker. */
    boolean hasMore() {
        if (size < Byte.SIZE && !ended) {
            fill();
        }
        return size >= Byte.SIZE;
    }

    /** Goes on behind the next marker, passing over what is left before it. The marker's second byte, or -1 at the end. */
    int marker() {
        while (at + 1 < bytes.length && (bytes[at] != (byte) 0xff || isStuffed(at + 1))) {
            at++;
        }
        next = 0;
        size = 0;
        ended = false;
        at += 2;
        return at <= bytes.length ? bytes[at - 1] & 0xff : -1;
    }

    private boolean isStuffed(int second) {
        return bytes[second] == 0 || bytes[second] == (byte) 0xff;
    }

    private void fill() {
        // Four bytes at once, unless one of them may be 0xff.
        if (at + Integer.BYTES <= bytes.length) {
            int four = (int) INTS.get(bytes, at);
            if ((~four - 0x01010101 & four & 0x80808080) == 0) {
                next |= (four & 0xffffffffL) << (Integer.SIZE - size);
                size += Integer.SIZE;
                at += Integer.BYTES;
                return;
            }
        }
        while (size <= Long.SIZE - Byte.SIZE && !ended) {
            int value = at < bytes.length ? bytes[at] & 0xff : -1;
            if (value == 0xff) {
                at = last0xff(at);
                ended = at + 1 >= bytes.length || bytes[at + 1] != 0;
            } else {
                ended = value < 0;
            }
            if (!ended) {
                next |= (long) value << (Long.SIZE - Byte.SIZE - size);
                size += Byte.SIZE;
                at += value == 0xff ? 2 : 1;
            }
        }
    }

    /** Any number of them may stand for one. */
    private int last0xff(int from) {
        int last = from;
        while (last + 1 < bytes.length && bytes[last + 1] == (byte) 0xff) {
            last++;
        }
        return last;
    }
}

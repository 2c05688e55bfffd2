package org.numberreader.faults;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Spoils bytes as bad lines, bad programs and bad people do; the same seed spoils the same way. */
final class Mutator {
    private static final int[] TELLING = {0, 1, 0x7f, 0x80, 0xff};
    private static final int LONGEST_PIECE = 64;

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** One to eight changes, in one of two cases near the beginning, where headers are. */
    byte[] mutated(byte[] good) {
        byte[] bytes = good.clone();
        int changes = 1 << random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    /** A mutated PNG whose chunks have right checksums, without which a decoder looks no further. */
    byte[] withChecksums(byte[] png) {
        var chunks = ByteBuffer.wrap(png);
        int at = 8;
        while (at + 12 <= png.length) {
            int length = chunks.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                break;
            }
            var crc = new CRC32();
            crc.update(png, at + 4, length + 4);
            chunks.putInt(at + 8 + length, (int) crc.getValue());
            at += length + 12;
        }
        return png;
    }

    private byte[] changed(byte[] bytes) {
        int at = place(bytes.length);
        int piece = Math.min(1 + random.nextInt(LONGEST_PIECE), bytes.length - at);
        return switch (random.nextInt(8)) {
            case 0 -> with(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
            case 1 -> with(bytes, at, random.nextInt(256));
            case 2 -> with(bytes, at, TELLING[random.nextInt(TELLING.length)]);
            case 3 -> filled(bytes, at, piece);
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> spliced(bytes, at, at + piece, new byte[0]);
            case 6 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + piece));
            default -> {
                int from = random.nextInt(bytes.length);
                yield spliced(
                        bytes, at, at + piece, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)));
            }
        };
    }

    private int place(int length) {
        return random.nextInt(random.nextBoolean() ? length : Math.min(length, LONGEST_PIECE));
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private byte[] filled(byte[] bytes, int at, int piece) {
        Arrays.fill(bytes, at, at + piece, (byte) TELLING[random.nextInt(TELLING.length)]);
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        var out = new byte[bytes.length - (to - from) + between.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(between, 0, out, from, between.length);
        System.arraycopy(bytes, to, out, from + between.length, bytes.length - to);
        return out;
    }
}

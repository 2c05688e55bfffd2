package org.numberreader.image.jpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the Huffman codes of a JPEG's pixels without making pixels of them: a tenth of the work of a decoder, and
 * enough to tell whether all are there. For the usual kind of JPEG: sequential, all components in one scan.
 */
final class JpegScan {
    private final ByteBuffer in;
    private final @Nullable HuffmanCodes[] tables = new HuffmanCodes[8];
    private int width;
    private int height;
    /** Of each component: its number, and its blocks across and down in a unit. */
    private int[][] components = {};

    private int restartInterval;

    private JpegScan(byte[] jpeg) {
        this.in = ByteBuffer.wrap(jpeg);
    }

    /**
     * Whether pixels are missing or no code stands for them; empty if it is a kind of JPEG that is not followed.
     *
     * @param jpeg whose header was found good
     */
    static Optional<Boolean> isDamaged(byte[] jpeg) {
        try {
            return new JpegScan(jpeg).isDamaged();
        } catch (RuntimeException e) {
            return Optional.empty(); // a header that makes no sense here: a decoder has to say
        }
    }

    private Optional<Boolean> isDamaged() {
        in.position(2);
        while (true) {
            int marker = in.getShort() & 0xffff;
            int start = in.position();
            int length = in.getShort() & 0xffff;
            switch (marker) {
                case 0xffc4 -> readTables(start + length);
                case 0xffc0, 0xffc1 -> readFrame();
                case 0xffdd -> restartInterval = in.getShort() & 0xffff;
                case 0xffda -> {
                    return isScanOfAll() ? Optional.of(!isWhole(readScan(), start + length)) : Optional.empty();
                }
                default -> {
                    if (marker < 0xffdb) {
                        return Optional.empty(); // another kind of frame, or no marker at all
                    }
                }
            }
            in.position(start + length);
        }
    }

    private void readTables(int end) {
        while (in.position() < end) {
            int place = in.get();
            tables[(place >> 4 & 1) * 4 + (place & 3)] = HuffmanCodes.read(in);
        }
    }

    private void readFrame() {
        in.get(); // bits of a sample
        height = in.getShort() & 0xffff;
        width = in.getShort() & 0xffff;
        components = new int[in.get()][];
        for (int i = 0; i < components.length; i++) {
            int number = in.get();
            int sampling = in.get();
            components[i] = new int[] {number, sampling >> 4, sampling & 15};
            in.get(); // quantization
        }
    }

    private boolean isScanOfAll() {
        return in.get() == components.length && components.length > 0;
    }

    /** The tables of each of a unit's blocks, one for the first coefficient and one for the others. */
    private HuffmanCodes[][] readScan() {
        var blocks = new ArrayList<HuffmanCodes[]>();
        for (int[] component : components) {
            if (in.get() != component[0]) {
                throw new IllegalArgumentException("components in another order");
            }
            int places = in.get();
            var first = tables[places >> 4 & 3];
            var others = tables[4 + (places & 3)];
            if (first == null || others == null) {
                throw new IllegalArgumentException("a table is missing");
            }
            // A component that is alone is not grouped.
            int count = components.length == 1 ? 1 : component[1] * component[2];
            for (int i = 0; i < count; i++) {
                blocks.add(new HuffmanCodes[] {first, others.withRuns()});
            }
        }
        return blocks.toArray(HuffmanCodes[][]::new);
    }

    private boolean isWhole(HuffmanCodes[][] unit, int start) {
        var bits = new JpegBits(in.array(), start);
        long units = units();
        int restarts = 0;
        for (long i = 0; i < units; i++) {
            if (restartInterval > 0 && i > 0 && i % restartInterval == 0 && bits.marker() != 0xd0 + restarts++ % 8) {
                return false;
            }
            for (var block : unit) {
                if (!bits.skipBlock(block[0], block[1])) {
                    return false;
                }
            }
        }
        return true;
    }

    private long units() {
        int across = 8;
        int down = 8;
        if (components.length > 1) {
            for (int[] component : components) {
                across = Math.max(across, 8 * component[1]);
                down = Math.max(down, 8 * component[2]);
            }
        }
        return (long) ((width + across - 1) / across) * ((height + down - 1) / down);
    }
}

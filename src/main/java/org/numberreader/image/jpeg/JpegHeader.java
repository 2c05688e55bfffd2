package org.numberreader.image.jpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What stands before the codes of a JPEG of the usual kind: sequential, all components in one scan. */
final class JpegHeader {
    private static final int SIDE = 8;

    private final ByteBuffer in;
    private final @Nullable HuffmanCodes[] tables = new HuffmanCodes[8];
    private int width;
    private int height;
    private List<Component> components = List.of();
    private int restartInterval;
    private List<Block> unit = List.of();
    private int codes;

    private JpegHeader(byte[] jpeg) {
        this.in = ByteBuffer.wrap(jpeg);
    }

    /**
     * One of the picture's colours.
     *
     * @param across its blocks beside each other in a unit; 1 where it is alone
     * @param down its blocks below each other
     */
    private record Component(int number, int across, int down) {}

    /**
     * One of a unit's blocks.
     *
     * @param first the codes of its first coefficient
     * @param others those of the others
     */
    record Block(HuffmanCodes first, HuffmanCodes others) {}

    /**
     * Reads it.
     *
     * @return empty if the JPEG is of another kind
     * @throws RuntimeException if it makes no sense
     */
    static Optional<JpegHeader> of(byte[] jpeg) {
        var header = new JpegHeader(jpeg);
        return header.isRead() ? Optional.of(header) : Optional.empty();
    }

    private boolean isRead() {
        in.position(2);
        while (true) {
            int marker = JpegMarkers.next(in);
            int start = in.position();
            int length = in.getShort() & 0xffff;
            switch (marker) {
                case 0xc4 -> readTables(start + length);
                case 0xc0, 0xc1 -> {
                    if (!components.isEmpty()) {
                        return false;
                    }
                    readFrame();
                }
                case 0xdd -> restartInterval = in.getShort() & 0xffff;
                case 0xda -> {
                    codes = start + length;
                    if (in.get() != components.size() || components.isEmpty()) {
                        return false;
                    }
                    readUnit();
                    return true;
                }
                default -> {
                    if (marker < 0xdb) {
                        return false; // another kind of frame, or a marker without a length
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
        int count = in.get();
        var found = new ArrayList<Component>();
        for (int i = 0; i < count; i++) {
            int number = in.get();
            int sampling = in.get();
            int across = sampling >> 4 & 15;
            int down = sampling & 15;
            // A component that is alone is not grouped.
            found.add(new Component(number, count == 1 ? 1 : across, count == 1 ? 1 : down));
            in.get(); // its quantization
        }
        components = found;
    }

    private void readUnit() {
        var blocks = new ArrayList<Block>();
        for (var component : components) {
            if (in.get() != component.number) {
                throw new IllegalArgumentException("components in another order");
            }
            int places = in.get();
            var first = tables[places >> 4 & 3];
            var others = tables[4 + (places & 3)];
            if (first == null || others == null) {
                throw new IllegalArgumentException("a table is missing");
            }
            for (int i = 0; i < component.across * component.down; i++) {
                blocks.add(new Block(first, others.withValues()));
            }
        }
        unit = blocks;
    }

    /** Where the codes begin. */
    int codes() {
        return codes;
    }

    /** All blocks of a unit, in their order. */
    List<Block> unit() {
        return unit;
    }

    /** How many units lie beside each other. */
    int unitsAcross() {
        return units(width, Component::across);
    }

    /** How many units lie below each other. */
    int unitsDown() {
        return units(height, Component::down);
    }

    private int units(int pixels, ToIntFunction<Component> blocks) {
        int most = SIDE * components.stream().mapToInt(blocks).max().orElseThrow();
        return (pixels + Math.max(SIDE, most) - 1) / Math.max(SIDE, most);
    }

    /** Units between two restart markers; 0 where there are none. */
    int restartInterval() {
        return restartInterval;
    }
}

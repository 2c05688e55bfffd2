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

    /** Of a unit of several components, for decoders of eight bits (ITU T.81, B.2.3). */
    private static final int MOST_BLOCKS = 10;

    private static final int MOST_SAMPLES = 4;

    private final ByteBuffer in;
    private final @Nullable HuffmanCodes[] tables = new HuffmanCodes[8];
    private final int[] @Nullable [] quantizations = new int[4][];
    private @Nullable ByteBuffer exif;
    private int width;
    private int height;
    private List<Component> components = List.of();
    private boolean usual;
    private int restartInterval;
    private boolean byAdobe;
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
    private record Component(int number, int across, int down, int quantization) {}

    /**
     * One of a unit's blocks.
     *
     * @param first the codes of its first coefficient
     * @param others those of the others
     * @param x its place among its component's in the unit, in blocks
     * @param ofFirst whether it is of the first component
     */
    record Block(HuffmanCodes first, HuffmanCodes others, int x, int y, boolean ofFirst) {}

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
            int marker = in.getShort() & 0xffff;
            int start = in.position();
            int length = in.getShort() & 0xffff;
            switch (marker) {
                case 0xffc4 -> readTables(start + length);
                case 0xffdb -> readQuantizations(start + length);
                case 0xffc0, 0xffc1 -> {
                    if (!components.isEmpty()) {
                        return false;
                    }
                    readFrame();
                }
                case 0xffdd -> restartInterval = in.getShort() & 0xffff;
                case 0xffe1 -> exif = exif == null ? in.slice(start + 2, length - 2) : exif;
                case 0xffee -> byAdobe = true;
                case 0xffda -> {
                    codes = start + length;
                    if (in.get() != components.size() || components.isEmpty()) {
                        return false;
                    }
                    readUnit();
                    return true;
                }
                default -> {
                    if (marker < 0xffdb || marker == 0xffff) {
                        return false; // another kind of frame, padding, or no marker at all
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

    private void readQuantizations(int end) {
        while (in.position() < end) {
            int place = in.get();
            var values = new int[SIDE * SIDE];
            for (int i = 0; i < values.length; i++) {
                values[i] = place >> 4 == 0 ? in.get() & 0xff : in.getShort() & 0xffff;
            }
            quantizations[place & 3] = values;
        }
    }

    private void readFrame() {
        usual = in.get() == SIDE; // bits of a sample
        height = in.getShort() & 0xffff;
        width = in.getShort() & 0xffff;
        int count = in.get();
        var found = new ArrayList<Component>();
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            int number = in.get();
            int sampling = in.get();
            int across = sampling >> 4 & 15;
            int down = sampling & 15;
            usual &= Math.min(across, down) >= 1 && Math.max(across, down) <= MOST_SAMPLES;
            blocks += across * down;
            // A component that is alone is not grouped.
            found.add(new Component(number, count == 1 ? 1 : across, count == 1 ? 1 : down, in.get()));
        }
        usual &= blocks <= MOST_BLOCKS || count == 1;
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
            boolean ofFirst = blocks.isEmpty();
            for (int y = 0; y < component.down; y++) {
                for (int x = 0; x < component.across; x++) {
                    blocks.add(new Block(first, others.withValues(), x, y, ofFirst));
                }
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

    /** How many blocks of the first component lie beside each other in a unit. */
    int blocksAcross() {
        return components.get(0).across;
    }

    /** How many blocks of the first component lie below each other in a unit. */
    int blocksDown() {
        return components.get(0).down;
    }

    /** Units between two restart markers; 0 where there are none. */
    int restartInterval() {
        return restartInterval;
    }

    /** Whether the picture has that many pixels. */
    boolean isOf(int width, int height) {
        return this.width == width && this.height == height;
    }

    /**
     * What the first component's coefficients are multiplied by, along the diagonals as it is stored.
     *
     * @return empty if that component is not the picture's grey at its full size, or one that other decoders do not take.
     *     Adobe's may be stored in other colours
     */
    Optional<int[]> grayQuantization() {
        var gray = components.get(0);
        boolean stored = usual && (components.size() == 1 || components.size() == 3 && !byAdobe);
        for (int i = 0; i < components.size() && components.size() > 1; i++) {
            var component = components.get(i);
            stored &= component.number == i + 1 && component.across <= gray.across && component.down <= gray.down;
        }
        return stored ? Optional.ofNullable(quantizations[gray.quantization & 3]) : Optional.empty();
    }

    /** As {@link ExifOrientation#of}. */
    int orientation() {
        return exif == null ? 1 : ExifOrientation.of(exif);
    }
}

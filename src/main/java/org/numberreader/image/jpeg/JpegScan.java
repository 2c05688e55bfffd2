package org.numberreader.image.jpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the Huffman codes of a JPEG's pixels, to tell whether all are there: without making pixels, which is a tenth of
 * the work of a decoder, or making them at a quarter of their size. For the usual kind of JPEG: sequential, all components
 * in one scan.
 */
final class JpegScan {
    private static final int BLOCK = 8;
    private static final int QUARTER = 4;

    /** Of a unit of several components. */
    private static final int MOST_BLOCKS = 10;

    private final ByteBuffer in;
    private final @Nullable HuffmanCodes[] tables = new HuffmanCodes[8];
    private final int[] @Nullable [] quantizations = new int[4][];
    private @Nullable ByteBuffer exif;
    private int precision;
    private int width;
    private int height;
    private List<Component> components = List.of();
    private int restartInterval;
    private boolean byAdobe;
    /** Where the first scan's codes begin. */
    private int codes;

    private JpegScan(byte[] jpeg) {
        this.in = ByteBuffer.wrap(jpeg);
    }

    /**
     * One of the picture's colours, the first one its grey where there are three.
     *
     * @param across its blocks beside each other in a unit
     * @param down its blocks below each other
     */
    private record Component(int number, int across, int down, int quantization) {}

    /**
     * One of a unit's blocks.
     *
     * @param first the codes of its first coefficient
     * @param others those of the others
     * @param x its place in the unit, in blocks
     * @param gray whether pixels are made of it, if of any
     */
    private record Block(HuffmanCodes first, HuffmanCodes others, int x, int y, boolean gray) {}

    /**
     * Whether pixels are missing or no code stands for them; empty if it is a kind of JPEG that is not followed.
     *
     * @param jpeg whose header was found good
     */
    static Optional<Boolean> isDamaged(byte[] jpeg) {
        try {
            var scan = new JpegScan(jpeg);
            return scan.isFollowed() ? Optional.of(!scan.isWhole(scan.readScan(), null)) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // a header that makes no sense here: a decoder has to say
        }
    }

    /** As {@link JpegQuarter#of}. */
    static Optional<JpegQuarter> quarter(byte[] jpeg, int width, int height) {
        try {
            var scan = new JpegScan(jpeg);
            boolean known = scan.isFollowed() && scan.width == width && scan.height == height;
            return known && scan.isUsual() && scan.hasGray() ? scan.quarter() : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<JpegQuarter> quarter() {
        var gray = components.get(0);
        int[] quantization = quantizations[gray.quantization & 3];
        if (quantization == null) {
            return Optional.empty();
        }
        var unit = readScan();
        int across = unitsAcross() * (isGrouped() ? gray.across : 1);
        int down = unitsDown() * (isGrouped() ? gray.down : 1);
        var pixels = new QuarterPixels(quantization, across, down);
        if (!isWhole(unit, pixels)) {
            return Optional.empty();
        }
        int quarterWidth = (width + QUARTER - 1) / QUARTER;
        int quarterHeight = (height + QUARTER - 1) / QUARTER;
        return Optional.of(new JpegQuarter(
                quarterWidth,
                quarterHeight,
                pixels.cropped(quarterWidth, quarterHeight),
                exif == null ? 1 : ExifOrientation.of(exif)));
    }

    /** Goes to the first scan, with what comes before it. Whether both are of the usual kind. */
    private boolean isFollowed() {
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
                    return in.get() == components.size() && !components.isEmpty();
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

    /** Whether its samples and units are as decoders have them at most (ITU T.81, B.2.2 and B.2.3, for eight bits). */
    private boolean isUsual() {
        return precision == 8
                && components.stream().allMatch(part -> isSampling(part.across) && isSampling(part.down))
                && components.stream().mapToInt(part -> part.across * part.down).sum() <= MOST_BLOCKS;
    }

    private static boolean isSampling(int blocks) {
        return blocks >= 1 && blocks <= 4;
    }

    /** Whether its first component is its grey, and no other one is finer. Adobe's may be stored in other colours. */
    private boolean hasGray() {
        if (components.size() == 1) {
            return true;
        }
        var gray = components.get(0);
        boolean numbered = components.size() == 3;
        for (int i = 0; i < components.size(); i++) {
            var component = components.get(i);
            numbered &= component.number == i + 1 && component.across <= gray.across && component.down <= gray.down;
        }
        return numbered && !byAdobe;
    }

    private void readTables(int end) {
        while (in.position() < end) {
            int place = in.get();
            tables[(place >> 4 & 1) * 4 + (place & 3)] = HuffmanCodes.read(in);
        }
    }

    /** What coefficients are multiplied by, along the diagonals as they are stored. */
    private void readQuantizations(int end) {
        while (in.position() < end) {
            int place = in.get();
            var values = new int[BLOCK * BLOCK];
            for (int i = 0; i < values.length; i++) {
                values[i] = place >> 4 == 0 ? in.get() & 0xff : in.getShort() & 0xffff;
            }
            quantizations[place & 3] = values;
        }
    }

    private void readFrame() {
        precision = in.get();
        height = in.getShort() & 0xffff;
        width = in.getShort() & 0xffff;
        int count = in.get();
        var found = new ArrayList<Component>();
        for (int i = 0; i < count; i++) {
            int number = in.get();
            int sampling = in.get();
            found.add(new Component(number, sampling >> 4 & 15, sampling & 15, in.get()));
        }
        components = found;
    }

    /** All blocks of a unit, in their order. */
    private Block[] readScan() {
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
            others.withRuns();
            others.withValues();
            boolean gray = blocks.isEmpty();
            for (int y = 0; y < (isGrouped() ? component.down : 1); y++) {
                for (int x = 0; x < (isGrouped() ? component.across : 1); x++) {
                    blocks.add(new Block(first, others, x, y, gray));
                }
            }
        }
        return blocks.toArray(Block[]::new);
    }

    /** @param pixels takes the grey ones; null if none are wanted */
    private boolean isWhole(Block[] unit, @Nullable QuarterPixels pixels) {
        var bits = new JpegBits(in.array(), codes);
        int across = unitsAcross();
        int down = unitsDown();
        int unitWidth = isGrouped() ? components.get(0).across : 1;
        int unitHeight = isGrouped() ? components.get(0).down : 1;
        int restarts = 0;
        int left = restartInterval;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                if (restartInterval > 0 && left-- == 0) {
                    if (bits.marker() != 0xd0 + restarts++ % 8) {
                        return false;
                    }
                    left = restartInterval - 1;
                    if (pixels != null) {
                        pixels.restart();
                    }
                }
                for (var block : unit) {
                    if (pixels == null || !block.gray) {
                        if (!bits.skipBlock(block.first, block.others)) {
                            return false;
                        }
                    } else if (bits.readBlock(block.first, block.others, pixels)) {
                        pixels.end(column * unitWidth + block.x, row * unitHeight + block.y);
                    } else {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** A component that is alone is not grouped. */
    private boolean isGrouped() {
        return components.size() > 1;
    }

    private int unitsAcross() {
        int across = isGrouped()
                ? components.stream().mapToInt(Component::across).max().orElseThrow()
                : 1;
        return units(width, across);
    }

    private int unitsDown() {
        int down = isGrouped()
                ? components.stream().mapToInt(Component::down).max().orElseThrow()
                : 1;
        return units(height, down);
    }

    private static int units(int pixels, int blocks) {
        return (pixels + BLOCK * Math.max(1, blocks) - 1) / (BLOCK * Math.max(1, blocks));
    }
}

package org.numberreader.document.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.numberreader.image.CorruptImageException;

/**
 * One directory of a TIFF: what it says of a page. Only the fields that pixels are decoded by are kept: others may be
 * nested, overlap, and unpack to any size.
 */
final class TiffDirectory {
    static final int KIND = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int STRIP_OFFSETS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int STRIP_BYTES = 279;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;

    private static final Set<Integer> KEPT = Set.of(
            WIDTH,
            HEIGHT,
            BITS,
            COMPRESSION,
            262,
            266,
            STRIP_OFFSETS,
            SAMPLES,
            278,
            STRIP_BYTES,
            284,
            292,
            293,
            317,
            320,
            TILE_WIDTH,
            TILE_HEIGHT,
            TILE_OFFSETS,
            TILE_BYTES,
            332,
            338,
            339,
            347,
            529,
            530,
            531,
            532);

    private static final int ENTRY = 12;
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final ByteBuffer file;
    private final Map<Integer, Integer> entries = new TreeMap<>();

    private TiffDirectory(ByteBuffer file, int at) {
        this.file = file;
        int count = file.getShort(at) & 0xffff;
        for (int i = 0; i < count; i++) {
            int entry = at + 2 + i * ENTRY;
            entries.putIfAbsent(file.getShort(entry) & 0xffff, entry);
        }
        file.get(at + 2 + count * ENTRY - 1); // the last one has to be there
    }

    /**
     * The directories of a file in their order, each once.
     *
     * @param most the most that are looked at, and one more to tell that there are more
     * @throws CorruptImageException if they are damaged
     */
    static List<TiffDirectory> all(byte[] tiff, int most) {
        var file = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var found = new ArrayList<TiffDirectory>();
        var seen = new HashSet<Integer>();
        try {
            int at = file.getInt(4);
            while (at != 0 && seen.add(at) && found.size() <= most) {
                found.add(new TiffDirectory(file, at));
                at = file.getInt(at + 2 + (file.getShort(at) & 0xffff) * ENTRY);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptImageException("The TIFF picture's directory is truncated.");
        }
        return found;
    }

    /** The first value of a field, or what stands for it where it is missing. */
    int value(int field, int otherwise) {
        long[] values = values(field);
        return values.length == 0 ? otherwise : (int) Math.min(Integer.MAX_VALUE, values[0]);
    }

    /**
     * All values of a field of whole numbers; none where it is missing.
     *
     * @throws CorruptImageException if they are not in the file
     */
    long[] values(int field) {
        Integer entry = entries.get(field);
        if (entry == null) {
            return new long[0];
        }
        int type = file.getShort(entry + 2) & 0xffff;
        int size = size(entry);
        int at = size <= 4 ? entry + 8 : file.getInt(entry + 8);
        int each = TYPE_BYTES[type];
        var values = new long[size / each];
        for (int i = 0; i < values.length; i++) {
            int place = at + i * each;
            values[i] = switch (type) {
                case SHORT -> file.getShort(place) & 0xffff;
                case LONG -> file.getInt(place) & 0xffffffffL;
                default -> file.get(place) & 0xff;
            };
        }
        return values;
    }

    private int size(int entry) {
        int type = file.getShort(entry + 2) & 0xffff;
        long count = file.getInt(entry + 4) & 0xffffffffL;
        if (type == 0 || type >= TYPE_BYTES.length) {
            throw new CorruptImageException("The TIFF picture's directory is damaged.");
        }
        long size = count * TYPE_BYTES[type];
        long at = size <= 4 ? 0 : file.getInt(entry + 8) & 0xffffffffL;
        if (count == 0 || at + size > file.limit()) {
            throw new CorruptImageException("The TIFF picture's directory is damaged.");
        }
        return (int) size;
    }

    /** The file with this directory alone in it, and of it only what pixels are decoded by. */
    byte[] alone() {
        var kept = entries.entrySet().stream()
                .filter(entry -> KEPT.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        kept.forEach(this::size);
        int start = (file.limit() + 1) / 2 * 2;
        var out = ByteBuffer.allocate(start + 2 + kept.size() * ENTRY + 4).order(file.order());
        out.put(file.array()).position(start);
        out.putShort((short) kept.size());
        kept.forEach(entry -> out.put(file.array(), entry, ENTRY));
        return out.putInt(0).putInt(4, start).array();
    }
}

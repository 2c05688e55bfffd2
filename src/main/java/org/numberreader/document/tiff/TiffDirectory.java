package org.numberreader.document.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.TooLargeException;

/**
 * One directory of a TIFF: what it says of a page. Nothing of it is kept but where it is: directories may overlap, so
 * that a small file has thousands of large ones.
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

    /** In ascending order, as a directory has them. Others may be nested, overlap, and unpack to any size. */
    private static final List<Integer> DECODED_BY = List.of(
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

    /** No page has so many: there are not so many fields. */
    private static final int MOST_ENTRIES = 1000;

    private final ByteBuffer file;
    private final int at;
    private final int count;

    private TiffDirectory(ByteBuffer file, int at) {
        this.file = file;
        this.at = at;
        this.count = file.getShort(at) & 0xffff;
        if (count > MOST_ENTRIES) {
            throw TiffField.damaged();
        }
        file.get(end() - 1); // the last one has to be there
    }

    /**
     * The directories of a file in their order, each once.
     *
     * @param most how many there may be
     * @throws CorruptImageException if they are damaged
     * @throws TooLargeException if there are more
     */
    static List<TiffDirectory> all(byte[] tiff, int most) {
        var file = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var found = new ArrayList<TiffDirectory>();
        var seen = new HashSet<Integer>();
        try {
            int at = file.getInt(4);
            while (at != 0 && seen.add(at)) {
                if (found.size() == most) {
                    throw new TooLargeException(
                            "The TIFF has more than " + most + " directories. Send its pages in parts.");
                }
                var directory = new TiffDirectory(file, at);
                found.add(directory);
                at = file.getInt(directory.end());
            }
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptImageException("The TIFF picture's directory is truncated.");
        }
        return found;
    }

    private int end() {
        return at + 2 + count * ENTRY;
    }

    /** The first value of a field, or what stands for it where it is missing. */
    int value(int field, int otherwise) {
        var found = field(field);
        return found == null ? otherwise : (int) Math.min(Integer.MAX_VALUE, found.value(0));
    }

    /**
     * A field of whole numbers; null where it is missing.
     *
     * @throws CorruptImageException if its values are not in the file
     */
    @Nullable
    TiffField field(int field) {
        var entry = entry(field);
        return entry.isPresent() ? TiffField.of(file, entry.getAsInt()) : null;
    }

    /** Where a field's entry is: the first one where there are several. */
    private OptionalInt entry(int field) {
        for (int entry = at + 2; entry < end(); entry += ENTRY) {
            if ((file.getShort(entry) & 0xffff) == field) {
                return OptionalInt.of(entry);
            }
        }
        return OptionalInt.empty();
    }

    /** The file with this directory alone in it, and of it only what pixels are decoded by. */
    byte[] alone() {
        int[] kept = DECODED_BY.stream()
                .map(this::entry)
                .flatMapToInt(OptionalInt::stream)
                .toArray();
        IntStream.of(kept).forEach(entry -> TiffField.of(file, entry)); // throws where one is damaged
        int start = (file.limit() + 1) / 2 * 2;
        var out = ByteBuffer.allocate(start + 2 + kept.length * ENTRY + 4).order(file.order());
        out.put(file.array()).position(start);
        out.putShort((short) kept.length);
        for (int entry : kept) {
            // Values within an entry are copied with it.
            out.put(file.array(), entry, ENTRY);
        }
        return out.putInt(0).putInt(4, start).array();
    }
}

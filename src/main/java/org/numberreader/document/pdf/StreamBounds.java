package org.numberreader.document.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.numberreader.document.page.DocumentLimits;
import org.numberreader.document.page.PageBounds;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.TooLargeException;

/** Tells streams of a PDF that would unpack to more than there is room for: a few bytes can stand for gigabytes. */
final class StreamBounds {
    private static final Set<String> FLATE = Set.of("FlateDecode", "Fl");
    private static final Set<String> LZW = Set.of("LZWDecode", "LZW");
    private static final Set<String> OTHER_PACKING =
            Set.of("RunLengthDecode", "RL", "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx");
    private static final Set<String> JPEG = Set.of("DCTDecode", "DCT");
    private static final Set<String> FAX = Set.of("CCITTFaxDecode", "CCF");

    /** The most bytes that a byte can stand for, by any of the packings. */
    private static final long MOST_TIMES = 2048;

    /** No row of a picture has so many bytes, and PDFBox makes room for one. */
    private static final long LONGEST_ROW = 1 << 20;

    private static final int MOST_FILTERS = 4;
    private static final int MOST_SAMPLES = 1 << 20;

    private final DocumentLimits limits;
    private final PageBounds bounds;
    private long entries;

    StreamBounds(DocumentLimits limits, PageBounds bounds) {
        this.limits = limits;
        this.bounds = bounds;
    }

    /** @throws TooLargeException if a PDF has more objects than are allowed */
    void requireObjects(long objects) {
        if (objects > limits.maxObjects()) {
            throw new TooLargeException(
                    "The PDF has " + objects + " objects; the limit is " + limits.maxObjects() + ".");
        }
    }

    /**
     * Makes sure that a stream can be unpacked.
     *
     * @param stream the dictionary of the stream, or of a picture within a page's drawing
     * @param decoded whether PDFBox will decode a JPEG in it, and draw what is left of a damaged one; else only its header is looked at
     * @throws TooLargeException if it would be too large
     * @throws CorruptImageException if a picture in it is none
     */
    void require(COSDictionary stream, byte[] raw, boolean decoded) throws IOException {
        var filters = filters(stream);
        if (filters.size() > MOST_FILTERS) {
            throw new CorruptImageException("The PDF has a stream with more than " + MOST_FILTERS + " filters.");
        }
        requireFunction(stream);
        requireEntries(stream);
        byte[] data = raw;
        for (int i = 0; i < filters.size(); i++) {
            String filter = filters.get(i);
            if (JPEG.contains(filter)) {
                if (decoded) {
                    bounds.requireDecodable(data);
                } else {
                    bounds.requireJpegHeader(data);
                }
                return;
            }
            requireParameters(stream, i, FAX.contains(filter));
            boolean last = i == filters.size() - 1;
            if (isPacking(filter) && !(last && data.length * MOST_TIMES <= most(stream))) {
                data = unpacked(stream, filters.get(i), i, data, last);
            }
        }
    }

    private static boolean isPacking(String filter) {
        return FLATE.contains(filter) || LZW.contains(filter) || OTHER_PACKING.contains(filter);
    }

    /** Unpacks as PDFBox will, but gives up in time. */
    private byte[] unpacked(COSDictionary stream, String filter, int index, byte[] data, boolean last)
            throws IOException {
        var out = last ? null : new ByteArrayOutputStream();
        var counted = new Counted(out, most(stream));
        FilterFactory.INSTANCE
                .getFilter(filter)
                .decode(new ByteArrayInputStream(data), counted, stream, index, DecodeOptions.DEFAULT);
        return out == null ? new byte[0] : out.toByteArray();
    }

    private long most(COSDictionary stream) {
        return isPicture(stream) ? bounds.memory() : Math.min(bounds.memory(), limits.maxStreamBytes());
    }

    private static boolean isPicture(COSDictionary stream) {
        if (!(stream instanceof COSStream)) {
            return true; // within a page's drawing
        }
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)) && !holdsObjects(stream);
    }

    /** Told by what PDFBox reads them by, too: it asks neither kind for its type. */
    private static boolean holdsObjects(COSDictionary stream) {
        COSName type = stream.getCOSName(COSName.TYPE);
        return COSName.OBJ_STM.equals(type)
                || COSName.XREF.equals(type)
                || stream.containsKey(COSName.FIRST)
                || isTable(stream);
    }

    /** Whether it is a table of where objects are. */
    private static boolean isTable(COSDictionary stream) {
        return stream.getDictionaryObject(COSName.W) instanceof COSArray;
    }

    /** PDFBox keeps each entry of a table, and a thousand of them may be packed in a byte. */
    private void requireEntries(COSDictionary stream) {
        if (!isTable(stream)) {
            return;
        }
        if (stream.getDictionaryObject(COSName.INDEX) instanceof COSArray index) {
            for (int i = 1; i < index.size(); i += 2) { // where a range begins, and how long it is
                entries += index.getObject(i) instanceof COSNumber length ? Math.max(0, length.longValue()) : 0;
            }
        } else {
            entries += Math.max(0, stream.getLong(COSName.SIZE, 0));
        }
        requireObjects(entries);
    }

    private static List<String> filters(COSDictionary stream) {
        COSBase filters = stream.getDictionaryObject(COSName.FILTER, COSName.F);
        var names = new ArrayList<String>();
        if (filters instanceof COSName name) {
            names.add(name.getName());
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                names.add(array.getObject(i) instanceof COSName name ? name.getName() : "");
            }
        }
        return names;
    }

    /** What a filter is told: PDFBox makes room for it before it looks at the data. */
    private void requireParameters(COSDictionary stream, int index, boolean fax) {
        COSBase given = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        COSBase own = given instanceof COSArray array && index < array.size() ? array.getObject(index) : given;
        var parameters = own instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
        long columns = parameters.getLong(COSName.COLUMNS, 1);
        long colors = parameters.getInt(COSName.COLORS, 1);
        long bits = parameters.getInt(COSName.BITS_PER_COMPONENT, 8);
        if (columns < 0 || colors < 0 || bits < 0 || columns * colors * bits / 8 > LONGEST_ROW) {
            throw new TooLargeException("The PDF has a picture whose rows are too long.");
        }
        if (fax) {
            int rows = Math.max(parameters.getInt(COSName.ROWS, 0), stream.getInt(COSName.H, COSName.HEIGHT, 0));
            bounds.require(Math.max(parameters.getInt(COSName.COLUMNS, 1728), 1), Math.max(rows, 1), 0.25);
        }
    }

    /** A function of samples has as many as the product of its sizes, and PDFBox makes room for all of them. */
    private static void requireFunction(COSDictionary stream) {
        if (stream.getInt(COSName.FUNCTION_TYPE, -1) != 0
                || !(stream.getDictionaryObject(COSName.SIZE) instanceof COSArray sizes)) {
            return;
        }
        double samples = 1;
        for (int i = 0; i < sizes.size(); i++) {
            samples *= sizes.getObject(i) instanceof COSNumber size ? Math.max(1, size.intValue()) : 1;
        }
        if (samples > MOST_SAMPLES) {
            throw new TooLargeException("The PDF has a function with too many samples.");
        }
    }

    /** Lets so many bytes through and no more. */
    private static final class Counted extends OutputStream {
        private final @org.jspecify.annotations.Nullable OutputStream out;
        private final long most;
        private long count;

        Counted(@org.jspecify.annotations.Nullable OutputStream out, long most) {
            this.out = out;
            this.most = most;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count += length;
            if (count > most) {
                throw new TooLargeException("The PDF has a stream that unpacks to more than " + most + " bytes.");
            }
            if (out != null) {
                out.write(bytes, offset, length);
            }
        }
    }
}

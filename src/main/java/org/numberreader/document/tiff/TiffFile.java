package org.numberreader.document.tiff;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;
import org.numberreader.document.page.Bitmap;
import org.numberreader.document.page.PageBounds;
import org.numberreader.document.page.PageSource;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.EncodedPicture;
import org.numberreader.image.ImageException;
import org.numberreader.image.TooLargeException;
import org.numberreader.image.UnreadableDocumentException;

/** The pages of a TIFF; small versions of a page, and masks, are none. */
public final class TiffFile implements PageSource {
    /** More directories than any document has, few enough to look at. */
    private static final int MOST = 10_000;

    /** In the field that says what a directory is: a smaller version of another one, or its mask. */
    private static final int NO_PAGE = 1 | 4;

    private static final int JPEG = 7;

    /** Each row of the largest picture in a strip of its own, and each colour apart, are fewer. */
    private static final int MOST_PARTS = 100_000;

    /** How often a file's bytes may be looked at: equal parts may share theirs. */
    private static final long MOST_OVERLAP = 16;

    /** None, CCITT's three, LZW, JPEG, Deflate under both of its numbers, PackBits. */
    private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, JPEG, 8, 32946, 32773);

    private final byte[] bytes;
    private final PageBounds bounds;
    private final List<TiffDirectory> pages;

    /**
     * Looks at the directories.
     *
     * @throws CorruptImageException if it has no page
     * @throws TooLargeException if it has more directories than are looked at
     */
    public TiffFile(byte[] bytes, PageBounds bounds) {
        this.bytes = bytes;
        this.bounds = bounds;
        if (bytes.length < 8) {
            throw new CorruptImageException("The TIFF picture is truncated.");
        }
        this.pages = TiffDirectory.all(bytes, MOST).stream()
                .filter(directory -> (directory.value(TiffDirectory.KIND, 0) & NO_PAGE) == 0)
                .toList();
        if (pages.isEmpty()) {
            throw new CorruptImageException("The TIFF picture has no page.");
        }
    }

    @Override
    public int pages() {
        return pages.size();
    }

    @Override
    public EncodedPicture page(int number) {
        var page = pages.get(number - 1);
        require(page);
        int orientation = page.value(TiffDirectory.ORIENTATION, EncodedPicture.UPRIGHT);
        boolean known = orientation >= 1 && orientation <= 8;
        return new EncodedPicture(Bitmap.of(decoded(page)), known ? orientation : EncodedPicture.UPRIGHT);
    }

    /** Throws unless the page may be decoded, told from its directory alone. */
    private void require(TiffDirectory page) {
        int compression = page.value(TiffDirectory.COMPRESSION, 1);
        if (!COMPRESSIONS.contains(compression)) {
            throw new UnreadableDocumentException(
                    "The TIFF compression " + compression
                            + " is not supported. Save the picture with CCITT, LZW, Deflate, PackBits or JPEG compression, or as PNG.");
        }
        int width = page.value(TiffDirectory.WIDTH, 0);
        int height = page.value(TiffDirectory.HEIGHT, 0);
        int samples = page.value(TiffDirectory.SAMPLES, 1);
        double bytesPerPixel = samples * page.value(TiffDirectory.BITS, 1) / 8.0;
        if (width <= 0 || height <= 0 || samples <= 0 || bytesPerPixel <= 0) {
            throw new CorruptImageException("The TIFF picture declares no size.");
        }
        bounds.require(width, height, bytesPerPixel + Bitmap.BYTES_PER_PIXEL);
        boolean tiled = page.field(TiffDirectory.TILE_OFFSETS) != null;
        if (tiled) {
            int across = page.value(TiffDirectory.TILE_WIDTH, 0);
            bounds.require(across, page.value(TiffDirectory.TILE_HEIGHT, 0), bytesPerPixel);
        }
        requireParts(
                page.field(tiled ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS),
                page.field(tiled ? TiffDirectory.TILE_BYTES : TiffDirectory.STRIP_BYTES),
                compression == JPEG);
    }

    /** Throws unless the strips or tiles are in the file, and JPEGs among them are small enough. */
    private void requireParts(@Nullable TiffField offsets, @Nullable TiffField lengths, boolean jpegs) {
        int count = offsets == null ? 0 : offsets.count();
        if (count > MOST_PARTS) {
            throw new TooLargeException("The TIFF picture has more than " + MOST_PARTS + " parts.");
        }
        long lookedAt = 0;
        for (int i = 0; i < count; i++) {
            long from = Objects.requireNonNull(offsets).value(i);
            // Where it is not said, a decoder reads on until it has its pixels.
            long to = lengths == null || i >= lengths.count() ? bytes.length : from + lengths.value(i);
            if (from > to || to > bytes.length) {
                throw new CorruptImageException("The TIFF picture is truncated.");
            }
            if (jpegs) {
                lookedAt += to - from;
                if (lookedAt > MOST_OVERLAP * bytes.length) {
                    throw new CorruptImageException("The TIFF picture's parts lie over each other.");
                }
                // Each declares a size of its own, and libjpeg makes room for it.
                bounds.requireJpegHeader(Arrays.copyOfRange(bytes, (int) from, (int) to));
            }
        }
    }

    private static BufferedImage decoded(TiffDirectory page) {
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance(null);
        try (var input = new ByteArrayImageInputStream(page.alone())) {
            reader.setInput(input);
            return reader.read(0);
        } catch (ImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new CorruptImageException("The TIFF picture is truncated or damaged.");
        } finally {
            reader.dispose();
        }
    }

    @Override
    public void close() {
        // Only bytes.
    }
}

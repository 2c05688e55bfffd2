package org.numberreader.image.jpeg;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * In which condition a JPEG's pixels are. libjpeg only warns where compressed data are cut short or make no sense, and fills up with
 * grey. OpenCV swallows the warnings, Java's own reader passes them on, for a second decoding. A JPEG has no checksum: changed bytes
 * that still decode cannot be told.
 */
public enum JpegData {
    /** All are there. */
    WHOLE,
    /** There are bytes between them that stand for nothing; behind those, more may be wrong. */
    STRAY_BYTES,
    /** Some are missing or wrong. */
    DAMAGED;

    /** Pixels that are kept of each row and column: only the warnings are wanted. */
    private static final int SUBSAMPLING = 64;

    /**
     * What decoding would warn of first: libjpeg tells no more. Of one with stray bytes it is not known whether pixels are missing behind
     * them.
     */
    public static JpegData of(byte[] jpeg) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext()) {
            return WHOLE; // a Java without desktop classes
        }
        ImageReader reader = readers.next();
        var damaged = new AtomicBoolean();
        var stray = new AtomicBoolean();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.addIIOReadWarningListener((source, warning) -> {
                if (tellsOfDamage(warning)) {
                    damaged.set(true);
                    reader.abort();
                } else if (tellsOfStrayBytes(warning)) {
                    stray.set(true);
                }
            });
            reader.setInput(input, true, true);
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(SUBSAMPLING, SUBSAMPLING, 0, 0);
            Raster ignored = reader.readRaster(0, parameters);
            return condition(damaged.get() || ignored.getWidth() == 0, stray.get());
        } catch (IOException | RuntimeException | LinkageError e) {
            // A kind of JPEG, or metadata, that Java's reader does not take, or a Java without it: OpenCV decides.
            return condition(damaged.get(), stray.get());
        } finally {
            reader.dispose();
        }
    }

    private static JpegData condition(boolean damaged, boolean stray) {
        if (damaged) {
            return DAMAGED;
        }
        return stray ? STRAY_BYTES : WHOLE;
    }

    /** libjpeg's own texts. */
    private static boolean tellsOfDamage(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        return text.contains("premature end") || (text.contains("corrupt jpeg data") && !tellsOfStrayBytes(warning));
    }

    /** Padding, which is harmless, and some cameras write it. */
    private static boolean tellsOfStrayBytes(String warning) {
        return warning.toLowerCase(Locale.ROOT).contains("extraneous");
    }
}

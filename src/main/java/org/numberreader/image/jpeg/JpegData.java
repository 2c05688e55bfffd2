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
 * Tells a damaged JPEG from a good one. libjpeg only warns where compressed data are cut short or make no sense, and
 * fills up with grey; OpenCV swallows the warnings, Java's own reader passes them on, for a second decoding of all pixels;
 * most need none ({@link JpegScan}). A JPEG has no checksum: changed
 * bytes that still decode cannot be told.
 */
public final class JpegData {
    /** Pixels that are kept of each row and column: only the warnings are wanted. */
    private static final int SUBSAMPLING = 64;

    private JpegData() {}

    /** Whether decoding goes through without a warning that pixels are missing or wrong. */
    public static boolean isDamaged(byte[] jpeg) {
        return JpegScan.isDamaged(jpeg).orElseGet(() -> isDamagedToJava(jpeg));
    }

    /** The same by a whole decoding: of progressive and other rare kinds. */
    static boolean isDamagedToJava(byte[] jpeg) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext()) {
            return false; // a Java without desktop classes
        }
        ImageReader reader = readers.next();
        var damaged = new AtomicBoolean();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.addIIOReadWarningListener((source, warning) -> {
                if (tellsOfDamage(warning)) {
                    damaged.set(true);
                    reader.abort();
                }
            });
            reader.setInput(input, true, true);
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(SUBSAMPLING, SUBSAMPLING, 0, 0);
            Raster ignored = reader.readRaster(0, parameters);
            return damaged.get() || ignored.getWidth() == 0;
        } catch (IOException | RuntimeException e) {
            // A kind of JPEG, or metadata, that Java's reader does not take: OpenCV decides.
            return damaged.get();
        } finally {
            reader.dispose();
        }
    }

    /** libjpeg's own texts. Extraneous bytes are padding, which is harmless, and some cameras write it. */
    private static boolean tellsOfDamage(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        return text.contains("premature end") || (text.contains("corrupt jpeg data") && !text.contains("extraneous"));
    }
}

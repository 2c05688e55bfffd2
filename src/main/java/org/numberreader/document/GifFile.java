package org.numberreader.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.numberreader.document.page.Bitmap;
import org.numberreader.document.page.PageBounds;
import org.numberreader.image.CorruptImageException;

/** Decodes the first frame of a GIF. */
record GifFile(PageBounds bounds) {

    /** @throws org.numberreader.image.ImageException if it is damaged or too large */
    byte[] firstFrame(byte[] gif) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(input, true, true);
            bounds.require(reader.getWidth(0), reader.getHeight(0), 1 + Bitmap.BYTES_PER_PIXEL);
            return Bitmap.of(reader.read(0));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            // Java's reader also fails in these other ways where a block makes no sense.
            throw new CorruptImageException("The GIF picture is truncated or damaged.");
        } finally {
            reader.dispose();
        }
    }
}

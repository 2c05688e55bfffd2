package org.numberreader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.numberreader.image.Mats;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Pictures as the bytes that a caller would send. */
public final class Encoded {
    private Encoded() {}

    public static byte[] png(BufferedImage picture) {
        return as("png", picture);
    }

    public static byte[] jpeg(BufferedImage picture) {
        return as("jpg", picture);
    }

    /** @param format one that ImageIO writes */
    public static byte[] as(String format, BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalArgumentException("ImageIO does not write this picture as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** By OpenCV, because ImageIO does not write it. */
    public static byte[] webp(BufferedImage picture) {
        try (var mats = new Mats()) {
            var pixels =
                    mats.own(Imgcodecs.imdecode(mats.own(new MatOfByte(png(picture))), Imgcodecs.IMREAD_UNCHANGED));
            var bytes = mats.own(new MatOfByte());
            Imgcodecs.imencode(".webp", pixels, bytes);
            return bytes.toArray();
        }
    }
}

package org.numberreader.web;

import java.awt.Color;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.numberreader.image.Mats;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Pictures that tests send: the sample in each format, and bad ones made by code. */
final class Pictures {
    private Pictures() {}

    /** The picture that the service warms up with; it shows 1704. */
    static byte[] sample() {
        try (InputStream in = Pictures.class.getResourceAsStream("/META-INF/resources/samples/1704.png")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample in another format that ImageIO writes. */
    static byte[] sample(String format) {
        try {
            return written(ImageIO.read(new ByteArrayInputStream(sample())), format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample as WebP, which ImageIO can not write. */
    static byte[] sampleWebp() {
        try (var mats = new Mats()) {
            var picture = mats.own(Imgcodecs.imdecode(mats.own(new MatOfByte(sample())), Imgcodecs.IMREAD_COLOR));
            var bytes = mats.own(new MatOfByte());
            Imgcodecs.imencode(".webp", picture, bytes);
            return bytes.toArray();
        }
    }

    /** The sample with a quarter of its width. */
    static byte[] smallSample() {
        try {
            var large = ImageIO.read(new ByteArrayInputStream(sample()));
            var small = new BufferedImage(160, 70, BufferedImage.TYPE_BYTE_GRAY);
            var pen = small.createGraphics();
            pen.drawImage(large.getScaledInstance(160, 70, Image.SCALE_AREA_AVERAGING), 0, 0, null);
            pen.dispose();
            return written(small, "png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** More marks than any page of numbers has, in rows. */
    static byte[] manyMarks() {
        var paper = new BufferedImage(1000, 1600, BufferedImage.TYPE_BYTE_GRAY);
        var pen = paper.createGraphics();
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.setColor(Color.BLACK);
        for (int y = 20; y < 1560; y += 40) {
            for (int x = 20; x < 960; x += 30) {
                pen.fillRect(x, y, 4, 20);
            }
        }
        pen.dispose();
        return written(paper, "png");
    }

    static byte[] blank() {
        var paper = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
        var pen = paper.createGraphics();
        pen.fillRect(0, 0, 200, 100);
        pen.dispose();
        return written(paper, "png");
    }

    static byte[] gif() {
        return written(new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY), "gif");
    }

    static byte[] truncatedJpeg() {
        byte[] whole = sample("jpg");
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** A PNG of a few bytes that declares 20,000 x 20,000 pixels. */
    static byte[] bomb() {
        byte[] png = blank();
        ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000);
        return png;
    }

    /** A file that begins as a PNG and has so many bytes. */
    static byte[] pngOfBytes(int bytes) {
        return Arrays.copyOf(sample(), bytes);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] written(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

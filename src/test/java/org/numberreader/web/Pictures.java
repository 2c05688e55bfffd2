package org.numberreader.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
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
import java.util.function.Consumer;
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
        return written(image(), format);
    }

    /** The sample as WebP, which ImageIO cannot write. */
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
        var small = new BufferedImage(160, 70, BufferedImage.TYPE_BYTE_GRAY);
        var pen = small.createGraphics();
        pen.drawImage(image().getScaledInstance(160, 70, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return written(small, "png");
    }

    /** The sample twice, one below the other. */
    static byte[] twoLines() {
        return drawn(640, 560, pen -> {
            pen.drawImage(image(), 0, 0, null);
            pen.drawImage(image(), 0, 280, null);
        });
    }

    /** The two lines on their side: a quarter turn clockwise brings them upright. */
    static byte[] twoLinesOnTheirSide() {
        return drawn(560, 640, pen -> {
            pen.translate(0, 640);
            pen.rotate(-Math.PI / 2);
            pen.drawImage(image(), 0, 0, null);
            pen.drawImage(image(), 0, 280, null);
        });
    }

    /** The sample with a minus before it. */
    static byte[] sampleWithAMinus() {
        return drawn(760, 280, pen -> {
            pen.drawImage(image(), 120, 0, null);
            pen.setColor(new Color(0x26, 0x27, 0x2c));
            pen.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.drawLine(130, 147, 192, 143);
        });
    }

    /** Two rows and two columns of the sample with lines around them. */
    static byte[] table() {
        return drawn(760, 400, pen -> {
            pen.setColor(new Color(0x60, 0x60, 0x60));
            pen.setStroke(new BasicStroke(3));
            for (int i = 0; i < 3; i++) {
                pen.drawLine(20, 20 + 180 * i, 740, 20 + 180 * i);
                pen.drawLine(20 + 360 * i, 20, 20 + 360 * i, 380);
            }
            for (int i = 0; i < 4; i++) {
                int left = 40 + 360 * (i % 2);
                int top = 40 + 180 * (i / 2);
                // Without its margins, which would hide the lines.
                pen.drawImage(image(), left, top, left + 320, top + 140, 60, 30, 620, 250, null);
            }
        });
    }

    /** On paper of the sample's colour. */
    private static byte[] drawn(int width, int height, Consumer<Graphics2D> drawing) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(image().getRGB(0, 0)));
        pen.fillRect(0, 0, width, height);
        drawing.accept(pen);
        pen.dispose();
        return written(picture, "png");
    }

    private static BufferedImage image() {
        try {
            return ImageIO.read(new ByteArrayInputStream(sample()));
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

    /** The beginning of what a phone stores. */
    static byte[] heic() {
        return "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
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

package org.numberreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The page's sample, which the service also warms up with, and as JPEG too, is drawn by this code. -DupdateExamples=true writes it anew. */
class SamplePictureTest {
    private static final Path SAMPLE = Path.of("src/main/resources/META-INF/resources/samples/1704.png");

    @Test
    void isDrawnByThisCode() throws IOException {
        var drawn = drawn();
        if (Boolean.getBoolean("updateExamples")) {
            ImageIO.write(drawn, "png", SAMPLE.toFile());
            ImageIO.write(drawn, "jpg", SAMPLE.resolveSibling("1704.jpg").toFile());
        }
        isKeptAs(SAMPLE, drawn);
        isKeptAs(SAMPLE.resolveSibling("1704.jpg"), drawn);
    }

    private static void isKeptAs(Path sample, BufferedImage drawn) throws IOException {
        var kept = ImageIO.read(sample.toFile());

        assertThat(kept.getWidth()).isEqualTo(drawn.getWidth());
        assertThat(kept.getHeight()).isEqualTo(drawn.getHeight());
        // Java's antialiasing differs a little from one release to the next.
        assertThat(meanDifference(kept, drawn)).isLessThan(1);
    }

    private static double meanDifference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs(
                        one.getRaster().getSample(x, y, 0) - other.getRaster().getSample(x, y, 0));
            }
        }
        return sum / one.getWidth() / one.getHeight();
    }

    private static BufferedImage drawn() {
        var image = new BufferedImage(640, 280, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(new Color(240, 240, 240));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(new Color(38, 38, 38));
        graphics.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(strokes());
        graphics.dispose();
        return image;
    }

    /** 1, 7, 0 and 4, as somebody might write them. */
    private static Path2D strokes() {
        var pen = new Path2D.Double();
        pen.moveTo(112, 104);
        pen.curveTo(124, 98, 134, 86, 142, 72);
        pen.curveTo(143, 110, 140, 160, 137, 208);
        pen.moveTo(212, 82);
        pen.curveTo(240, 76, 270, 78, 300, 76);
        pen.curveTo(284, 116, 262, 160, 250, 212);
        pen.moveTo(398, 84);
        pen.curveTo(362, 70, 340, 110, 342, 150);
        pen.curveTo(344, 196, 366, 214, 388, 206);
        pen.curveTo(424, 192, 428, 140, 418, 108);
        pen.curveTo(412, 90, 400, 80, 384, 84);
        pen.moveTo(490, 74);
        pen.curveTo(484, 100, 474, 128, 466, 150);
        pen.curveTo(492, 152, 520, 150, 550, 146);
        pen.moveTo(530, 104);
        pen.curveTo(528, 140, 524, 180, 520, 216);
        return pen;
    }
}

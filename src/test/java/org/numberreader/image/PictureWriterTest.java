package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;

class PictureWriterTest {
    private static final Box UPPER = new Box(100, 60, 300, 120);
    private static final Box LOWER = new Box(100, 200, 300, 120);

    @Test
    void aTextDoesNotHideWhatIsMarkedAbove() throws IOException {
        var marks = List.of(new Mark(UPPER, "", true), new Mark(LOWER, "0386", true));

        var drawn =
                new PictureWriter(Defaults.decoder()).annotated(EncodedPicture.of(paper(1300, 400)), Turn.NONE, marks);

        var picture = ImageIO.read(new ByteArrayInputStream(drawn));
        int pen = 3;
        assertThat(marked(picture, UPPER.x() + pen, UPPER.y() + pen, UPPER.right() - pen, UPPER.bottom() - pen))
                .isZero();
        assertThat(marked(picture, LOWER.x(), UPPER.bottom() + pen, LOWER.right(), LOWER.y() - pen))
                .as("the text, between the boxes")
                .isPositive();
    }

    private static long marked(BufferedImage picture, int left, int top, int right, int bottom) {
        long count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                count += picture.getRGB(x, y) == Color.WHITE.getRGB() ? 0 : 1;
            }
        }
        return count;
    }

    private static byte[] paper(int width, int height) throws IOException {
        var paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(paper, "png", bytes);
        return bytes.toByteArray();
    }
}

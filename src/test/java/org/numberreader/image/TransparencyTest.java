package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numberreader.image.DecodingFixture.HEIGHT;
import static org.numberreader.image.DecodingFixture.WIDTH;
import static org.numberreader.image.DecodingFixture.assertMarkedUpright;
import static org.numberreader.image.DecodingFixture.decode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;
import org.numberreader.Encoded;

/** Transparent pictures are laid on a ground that their ink stands out from. */
class TransparencyTest {
    private final ImageDecoder decoder = Defaults.decoder();

    @Test
    void laysADarkDrawingOnWhite() {
        assertMarkedUpright(decode(Encoded.png(drawing(Color.BLACK))).gray());
    }

    @Test
    void laysALightDrawingOnBlackAndMakesItDarkOnLight() {
        assertMarkedUpright(decode(Encoded.png(drawing(Color.WHITE))).gray());
    }

    @Test
    void flattensAllBandsAlike() {
        // Half transparent grey, of more rows than are flattened at a time.
        var clear = new BufferedImage(30, 201, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < clear.getHeight(); y++) {
            for (int x = 0; x < clear.getWidth(); x++) {
                clear.setRGB(x, y, y == 150 && x > 3 ? 0xff_00_00_00 : 0x80_40_40_40);
            }
        }

        var gray = decoder.decode(Encoded.png(clear), Polarity.DARK_ON_LIGHT).gray();

        for (int y = 0; y < gray.height(); y++) {
            assertThat(gray.at(2, y)).as("row %d", y).isBetween(158, 161); // 64 * 0.5 + 255 * 0.5
            assertThat(gray.at(9, y)).as("row %d", y).isBetween(y == 150 ? 0 : 158, y == 150 ? 1 : 161);
        }
    }

    /** The mark on nothing. */
    private static BufferedImage drawing(Color ink) {
        var clear = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = clear.createGraphics();
        pen.setColor(ink);
        pen.fillRect(WIDTH / 5, HEIGHT / 5, WIDTH / 10, HEIGHT / 10);
        pen.dispose();
        return clear;
    }
}

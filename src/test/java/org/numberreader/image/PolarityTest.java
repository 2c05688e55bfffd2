package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;

/** Ink is dark on light in the end, found out or told by the caller. */
class PolarityTest {
    private final ImageDecoder decoder = Defaults.decoder();

    @Test
    void findsOutThatInkIsDark() {
        var paper = decoder.decode(Encoded.png(DrawnNumbers.plain(5, 60)), Polarity.AUTO)
                .gray();

        assertThat(paper.at(2, 2)).isGreaterThan(200);
    }

    @Test
    void findsOutThatInkIsLight() {
        var paper = decoder.decode(Encoded.png(inverted(DrawnNumbers.plain(5, 60))), Polarity.AUTO)
                .gray();

        assertThat(paper.at(2, 2)).isGreaterThan(200);
    }

    @Test
    void obeysTheCallersPolarity() {
        byte[] darkOnLight = Encoded.png(DrawnNumbers.plain(5, 60));

        assertThat(decoder.decode(darkOnLight, Polarity.DARK_ON_LIGHT).gray().at(2, 2))
                .isGreaterThan(200);
        assertThat(decoder.decode(darkOnLight, Polarity.LIGHT_ON_DARK).gray().at(2, 2))
                .isLessThan(50);
    }

    private static BufferedImage inverted(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.getRaster().setSample(x, y, 0, 255 - picture.getRaster().getSample(x, y, 0));
            }
        }
        return picture;
    }
}

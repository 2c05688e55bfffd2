package org.numberreader.faults;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;

/** Small drawn pictures in all four formats and their common kinds, to be spoilt. */
final class Seeds {
    private static final int[] KINDS = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_USHORT_GRAY
    };

    private Seeds() {}

    static List<byte[]> pictures() {
        var pictures = new ArrayList<byte[]>();
        var drawn = new DrawnNumbers(7);
        for (int i = 0; i < 3; i++) {
            var picture = drawn.number(drawn.digits(2, 4), 16 + 4 * i);
            for (int kind : KINDS) {
                pictures.add(Encoded.png(as(kind, picture)));
            }
            pictures.add(Encoded.jpeg(picture));
            pictures.add(Encoded.jpeg(as(BufferedImage.TYPE_3BYTE_BGR, picture)));
            pictures.add(Encoded.webp(picture));
            pictures.add(Encoded.webp(as(BufferedImage.TYPE_4BYTE_ABGR, picture)));
            pictures.add(Encoded.as("bmp", as(BufferedImage.TYPE_3BYTE_BGR, picture)));
            pictures.add(Encoded.as("bmp", as(BufferedImage.TYPE_BYTE_INDEXED, picture)));
        }
        return pictures;
    }

    private static BufferedImage as(int kind, BufferedImage picture) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), kind);
        var pen = copy.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return copy;
    }
}

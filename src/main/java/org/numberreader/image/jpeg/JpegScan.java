package org.numberreader.image.jpeg;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the Huffman codes of a JPEG's pixels, to tell whether all are there: without making pixels, which is a tenth of
 * the work of a decoder, or making them at a quarter of their size.
 */
final class JpegScan {
    private JpegScan() {}

    /**
     * Whether pixels are missing or no code stands for them; empty if it is a kind of JPEG that is not followed.
     *
     * @param jpeg whose header was found good
     */
    static Optional<Boolean> isDamaged(byte[] jpeg) {
        try {
            return JpegHeader.of(jpeg).map(header -> !isWhole(jpeg, header, null));
        } catch (RuntimeException e) {
            return Optional.empty(); // a header that makes no sense here: a decoder has to say
        }
    }

    /** As {@link JpegQuarter#of}. */
    static Optional<JpegQuarter> quarter(byte[] jpeg, int width, int height) {
        try {
            return JpegHeader.of(jpeg)
                    .filter(header -> header.isOf(width, height))
                    .flatMap(header -> header.grayQuantization()
                            .map(table -> pixels(header, table))
                            .filter(pixels -> isWhole(jpeg, header, pixels))
                            .map(pixels -> JpegQuarter.of(pixels, width, height, header.orientation())));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static QuarterPixels pixels(JpegHeader header, int[] quantization) {
        int across = header.unitsAcross() * header.blocksAcross();
        return new QuarterPixels(quantization, across, header.unitsDown() * header.blocksDown());
    }

    /** @param pixels takes the first component's; null if none are wanted */
    private static boolean isWhole(byte[] jpeg, JpegHeader header, @Nullable QuarterPixels pixels) {
        var bits = new JpegBits(jpeg, header.codes());
        var unit = header.unit().toArray(JpegHeader.Block[]::new);
        int across = header.unitsAcross();
        int down = header.unitsDown();
        int blocksAcross = header.blocksAcross();
        int blocksDown = header.blocksDown();
        int restarts = 0;
        int left = header.restartInterval();
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                if (header.restartInterval() > 0 && left-- == 0) {
                    if (bits.marker() != 0xd0 + restarts++ % 8) {
                        return false;
                    }
                    left = header.restartInterval() - 1;
                    if (pixels != null) {
                        pixels.restart();
                    }
                }
                for (var block : unit) {
                    var wanted = block.ofFirst() ? pixels : null;
                    if (!bits.readBlock(block.first(), block.others(), wanted)) {
                        return false;
                    }
                    if (wanted != null) {
                        wanted.end(column * blocksAcross + block.x(), row * blocksDown + block.y());
                    }
                }
            }
        }
        return true;
    }
}

package org.numberreader.image.jpeg;

import java.util.Optional;

/**
 * Follows the Huffman codes of a JPEG's pixels, to tell whether all are there: without making pixels, which is a tenth of
 * the work of a decoder.
 */
final class JpegScan {
    private JpegScan() {}

    /**
     * Whether a code stands for each pixel; empty if it is a kind of JPEG that is not followed.
     *
     * @param jpeg whose header was found good
     */
    static Optional<JpegData> condition(byte[] jpeg) {
        try {
            return JpegHeader.of(jpeg).map(header -> condition(jpeg, header));
        } catch (RuntimeException e) {
            return Optional.empty(); // a header that makes no sense here: a decoder has to say
        }
    }

    private static JpegData condition(byte[] jpeg, JpegHeader header) {
        var bits = new JpegBits(jpeg, header.codes());
        var unit = header.unit().toArray(JpegHeader.Block[]::new);
        int across = header.unitsAcross();
        int down = header.unitsDown();
        int restarts = 0;
        int left = header.restartInterval();
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                if (header.restartInterval() > 0 && left-- == 0) {
                    if (bits.marker() != 0xd0 + restarts++ % 8) {
                        return JpegData.DAMAGED;
                    }
                    left = header.restartInterval() - 1;
                }
                for (var block : unit) {
                    if (!bits.readBlock(block.first(), block.others())) {
                        return JpegData.DAMAGED;
                    }
                }
            }
        }
        return bits.hasMore() ? JpegData.STRAY_BYTES : JpegData.WHOLE;
    }
}

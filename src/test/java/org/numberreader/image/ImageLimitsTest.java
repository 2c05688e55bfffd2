package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.numberreader.image.DecodingFixture.HEIGHT;
import static org.numberreader.image.DecodingFixture.WIDTH;
import static org.numberreader.image.DecodingFixture.decode;
import static org.numberreader.image.DecodingFixture.marked;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.numberreader.Defaults;
import org.numberreader.Encoded;

/** Pictures that are too large are refused before their pixels are decoded. */
class ImageLimitsTest {
    private final ImageDecoder decoder = Defaults.decoder();

    @ParameterizedTest
    @MethodSource("org.numberreader.image.DecodingFixture#formats")
    void refusesASideBeyondTheLimitByTheHeaderAlone(String format) {
        // Nothing but a header: were its pixels looked for, it would be corrupt and not too large.
        assertTooLarge(header(format, 10_001, 10));
        assertTooLarge(header(format, 10, 10_001));
    }

    @ParameterizedTest
    @MethodSource("org.numberreader.image.DecodingFixture#formats")
    void refusesTooManyPixelsByTheHeaderAlone(String format) {
        assertTooLarge(header(format, 5_001, 5_000));
    }

    @ParameterizedTest
    @CsvSource({"4, 16", "6, 16"})
    void refusesHalfAsManyPixelsWhereTheyAreTransparentAndDeep(int colourType, int bits) {
        byte[] png = header("png", 5000, 2500);
        png[24] = (byte) bits;
        png[25] = (byte) colourType;
        assertThat(decoder.checked(png).width()).isEqualTo(5000);

        ByteBuffer.wrap(png).putInt(20, 2501);

        assertTooLarge(png);
        png[24] = 8;
        assertThat(decoder.checked(png).height()).isEqualTo(2501);
        png[24] = 16;
        png[25] = 2;
        assertThat(decoder.checked(png).height()).isEqualTo(2501);
    }

    @Test
    void refusesAPngThatDeclaresTwentyThousandByTwentyThousand() {
        byte[] png = Encoded.png(marked(WIDTH, HEIGHT));
        ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000);

        assertTooLarge(png);
    }

    /** They wait for each other: one that fails must not keep the others out. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // waiting for the turn is not interrupted
    void decodesHeavyPicturesAfterAFailure() {
        byte[] damaged = header("png", 5_000, 5_000);
        damaged[25] = 6;
        assertThatThrownBy(() -> decode(damaged)).isInstanceOf(CorruptImageException.class);
        byte[] heavy = Encoded.png(new BufferedImage(5_000, 4_100, BufferedImage.TYPE_INT_ARGB));

        assertThat(decode(heavy).width()).isEqualTo(5_000);
    }

    @Test
    void refusesMoreBytesThanTheLimit() {
        assertTooLarge(Arrays.copyOf(
                Encoded.png(marked(WIDTH, HEIGHT)), Defaults.limits().maxBytes() + 1));
    }

    private void assertTooLarge(byte[] bytes) {
        assertThatThrownBy(() -> decode(bytes)).isInstanceOf(TooLargeException.class);
    }

    /** A header that declares a size, and nothing behind it. */
    private static byte[] header(String format, int width, int height) {
        var big = ByteBuffer.allocate(64);
        var little = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        return switch (format) {
            case "png" ->
                big.putLong(0x89504e470d0a1a0aL)
                        .putInt(13)
                        .put(ascii("IHDR"))
                        .putInt(width)
                        .putInt(height)
                        .putInt(0x08000000)
                        .array();
            case "jpg" ->
                big.putShort((short) 0xffd8)
                        .putShort((short) 0xffc0)
                        .putShort((short) 11)
                        .put((byte) 8)
                        .putShort((short) height)
                        .putShort((short) width)
                        .put((byte) 1)
                        .put(new byte[] {1, 0x11, 0})
                        .putShort((short) 0xffda)
                        .putShort((short) 8)
                        .put(new byte[] {1, 1, 0, 0, 63, 0})
                        .putShort((short) 0xffd9)
                        .array();
            case "bmp" ->
                little.put(ascii("BM"))
                        .putInt(64)
                        .putInt(0)
                        .putInt(54)
                        .putInt(40)
                        .putInt(width)
                        .putInt(height)
                        .array();
            case "webp" ->
                little.put(ascii("RIFF"))
                        .putInt(56)
                        .put(ascii("WEBPVP8X"))
                        .putInt(10)
                        .putInt(0)
                        .putInt(24, width - 1)
                        .putInt(27, height - 1)
                        .array();
            default -> throw new IllegalArgumentException(format);
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

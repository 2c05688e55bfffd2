package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.imgcodecs.Imgcodecs;

/** Held to what libpng makes of the same bytes. */
class PlainPngTest {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    private final Random random = new Random(5);

    @ParameterizedTest(name = "filter {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void undoesEachFilterAsLibpngDoes(int filter) {
        byte[] png = png(rows(filter), 1000);

        assertThat(pixels(png)).isNotNull().isEqualTo(byLibpng(png));
    }

    @Test
    void undoesMixedFiltersInManyChunksAsLibpngDoes() {
        byte[] rows = rows(0);
        for (int y = 0; y < HEIGHT; y++) {
            rows[y * (WIDTH + 1)] = (byte) random.nextInt(5);
        }
        byte[] png = png(rows, 7);

        assertThat(pixels(png)).isNotNull().isEqualTo(byLibpng(png));
    }

    @ParameterizedTest(name = "depth {0}, colour type {1}, interlaced {2}")
    @CsvSource({"1, 0, 0", "16, 0, 0", "8, 2, 0", "8, 3, 0", "8, 4, 0", "8, 6, 0", "8, 0, 1"})
    void leavesOtherKindsToLibpng(int depth, int colourType, int interlaced) {
        byte[] header = header();
        header[8] = (byte) depth;
        header[9] = (byte) colourType;
        header[12] = (byte) interlaced;

        assertThat(pixels(png(header, deflated(rows(1)), 1000))).isNull();
    }

    @Test
    void leavesMoreAndFewerRowsThanDeclaredToLibpng() {
        byte[] rows = rows(2);

        assertThat(pixels(png(Arrays.copyOf(rows, rows.length + 1), 1000))).isNull();
        assertThat(pixels(png(Arrays.copyOf(rows, rows.length - 1), 1000))).isNull();
    }

    @Test
    void leavesAFilterThatDoesNotExistToLibpng() {
        assertThat(pixels(png(rows(5), 1000))).isNull();
    }

    @Test
    void readsNothingThatLibpngRefuses() {
        byte[] whole = png(rows(4), 100);
        int read = 0;
        for (int i = 8; i < whole.length; i++) {
            byte[] broken = whole.clone();
            broken[i] ^= (byte) (1 << random.nextInt(8));
            byte[] cut = Arrays.copyOf(whole, i);
            assertThat(pixels(cut)).as("cut at %d", i).isNull();
            byte[] pixels = pixels(broken);
            if (pixels != null) {
                read++;
                assertThat(pixels).as("broken at %d", i).isEqualTo(byLibpng(broken));
            }
        }
        assertThat(read).isLessThan(8);
    }

    @Test
    void passesOverWhatSaysNothingOfPixelsAndOverNothingElse() {
        assertThat(pixels(withChunk("tEXt"))).isNotNull().isEqualTo(byLibpng(withChunk("tEXt")));
        assertThat(pixels(withChunk("tRNS"))).isNull();
        assertThat(pixels(withChunk("eXIf"))).isNull();
    }

    private static byte @Nullable [] pixels(byte[] png) {
        return PlainPng.pixels(png, new ImageHeader(ImageFormat.PNG, WIDTH, HEIGHT, false));
    }

    private static byte[] byLibpng(byte[] png) {
        try (var mats = new Mats()) {
            return Mats.picture(ImageDecoder.pixels(mats, png, Imgcodecs.IMREAD_GRAYSCALE))
                    .pixels();
        }
    }

    /** Random bytes, each row of one filter. */
    private byte[] rows(int filter) {
        var rows = new byte[HEIGHT * (WIDTH + 1)];
        random.nextBytes(rows);
        for (int y = 0; y < HEIGHT; y++) {
            rows[y * (WIDTH + 1)] = (byte) filter;
        }
        return rows;
    }

    private static byte[] header() {
        return ByteBuffer.allocate(13)
                .putInt(WIDTH)
                .putInt(HEIGHT)
                .put((byte) 8)
                .array();
    }

    private static byte[] deflated(byte[] rows) {
        var deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        var buffer = new byte[2 * rows.length];
        return Arrays.copyOf(buffer, deflater.deflate(buffer));
    }

    private static byte[] png(byte[] rows, int chunk) {
        return png(header(), deflated(rows), chunk);
    }

    private static byte[] png(byte[] header, byte[] data, int chunk) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        out.writeBytes(chunk("IHDR", header));
        for (int at = 0; at < data.length; at += chunk) {
            out.writeBytes(chunk("IDAT", Arrays.copyOfRange(data, at, Math.min(data.length, at + chunk))));
        }
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /** A picture with one more chunk between its header and its pixels. */
    private static byte[] withChunk(String type) {
        byte[] png = png(new byte[HEIGHT * (WIDTH + 1)], 1000);
        int after = SIGNATURE.length + 25;
        var out = new ByteArrayOutputStream();
        out.write(png, 0, after);
        out.writeBytes(chunk(type, new byte[] {0, 1}));
        out.write(png, after, png.length - after);
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        var chunk = ByteBuffer.allocate(content.length + 12).putInt(content.length);
        for (char letter : type.toCharArray()) {
            chunk.put((byte) letter);
        }
        chunk.put(content);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }
}

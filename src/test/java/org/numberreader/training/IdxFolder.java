package org.numberreader.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.Glyphs;

/** MNIST's four files with drawn digits in place of MNIST's: picture i is a digit i mod 10, a little noisy. */
public final class IdxFolder {
    private IdxFolder() {}

    public static Path write(Path folder, int training, int test, boolean packed) throws IOException {
        Files.createDirectories(folder);
        var random = new Random(5);
        write(folder, "train", pixels(training, random), packed);
        write(folder, "t10k", pixels(test, random), packed);
        return folder;
    }

    private static void write(Path folder, String half, byte[] pixels, boolean packed) throws IOException {
        int side = DigitFrame.SIDE;
        int count = pixels.length / (side * side);
        var images = ByteBuffer.allocate(16 + pixels.length)
                .putInt(0x803)
                .putInt(count)
                .putInt(side)
                .putInt(side)
                .put(pixels);
        var labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        IntStream.range(0, count).forEach(i -> labels.put((byte) (i % 10)));
        write(folder.resolve(half + "-images-idx3-ubyte"), images.array(), packed);
        write(folder.resolve(half + "-labels-idx1-ubyte"), labels.array(), packed);
    }

    private static void write(Path file, byte[] bytes, boolean packed) throws IOException {
        Path target = packed ? file.resolveSibling(file.getFileName() + ".gz") : file;
        try (OutputStream out = Files.newOutputStream(target);
                OutputStream zip = packed ? new GZIPOutputStream(out) : out) {
            zip.write(bytes);
        }
    }

    private static byte[] pixels(int count, Random random) {
        var plain = IntStream.range(0, 10).mapToObj(Glyphs::frame).toList();
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            byte[] frame = plain.get(i % 10).pixels();
            for (byte pixel : frame) {
                all.write((pixel & 0xff) * (240 + random.nextInt(16)) / 255);
            }
        }
        return all.toByteArray();
    }
}

package org.numberreader.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** MNIST's four files in small: every picture a bar whose place tells its digit. */
public final class IdxFiles {
    private static final int SIDE = 28;

    private IdxFiles() {}

    /** Writes the files into a folder; the digits are 0, 1, 2 and so on, again and again. */
    public static void write(Path folder, int training, int test) throws IOException {
        write(folder, "train", training);
        write(folder, "t10k", test);
    }

    private static void write(Path folder, String set, int count) throws IOException {
        var pictures = ByteBuffer.allocate(16 + count * SIDE * SIDE)
                .putInt(0x803)
                .putInt(count)
                .putInt(SIDE)
                .putInt(SIDE);
        var labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            int digit = i % 10;
            for (int x = 0; x < SIDE; x++) {
                pictures.put(16 + (i * SIDE + 4 + 2 * digit) * SIDE + x, (byte) 255);
            }
            labels.put((byte) digit);
        }
        Files.write(folder.resolve(set + "-images-idx3-ubyte"), pictures.array());
        Files.write(folder.resolve(set + "-labels-idx1-ubyte"), labels.array());
    }
}

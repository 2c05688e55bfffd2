package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.Encoded;

/** It is for a whole process, so that this is tried in one of its own. */
@EnabledOnOs(OS.LINUX)
class NativeMessagesTest {
    @TempDir
    Path folder;

    /** Decodes a picture that libpng has something to say about. */
    public static void main(String[] off) {
        if (off.length > 0) {
            NativeMessages.off();
        }
        Natives.load();
        byte[] png = Encoded.png(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY));
        png[png.length / 2] ^= 1;
        try (var mats = new Mats()) {
            ImageDecoder.pixels(mats, png, 0);
        } catch (CorruptImageException e) {
            System.err.println("refused");
        }
    }

    @Test
    void stayOutOfStandardError() throws IOException, InterruptedException {
        // Java itself warns of native code from version 24 on.
        assertThat(printed()).contains("libpng");
        assertThat(printed("off")).doesNotContain("libpng").endsWith("refused\n");
    }

    private String printed(String... off) throws IOException, InterruptedException {
        var err = folder.resolve("err");
        var command = new java.util.ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NativeMessagesTest.class.getName()));
        command.addAll(java.util.List.of(off));
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(err, StandardCharsets.UTF_8);
    }
}

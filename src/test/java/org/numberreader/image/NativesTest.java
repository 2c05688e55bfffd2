package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenCV ends a process whose limit of pixels it cannot read: that needs a process of its own. */
class NativesTest {
    public static void main(String[] arguments) {
        Natives.load();
        System.out.println("loaded");
    }

    @ParameterizedTest
    @CsvSource({"25000000, loaded, 0", "'', it must be a number, 1", "many, it must be a number, 1"})
    void tellsOfALimitThatIsNoNumber(String limit, String told, int status) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NativesTest.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("OPENCV_IO_MAX_IMAGE_PIXELS", limit);
        var process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains(told);
        assertThat(process.exitValue()).isEqualTo(status);
    }
}

package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.recognition.Glyphs;

class LabelledDigitsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "packed: {0}")
    @ValueSource(booleans = {true, false})
    void readsAFolder(boolean packed) throws IOException {
        IdxFolder.write(folder, 1_230, 25, packed);

        var training = LabelledDigits.mnist(folder, Dataset.Usage.TRAIN);
        var test = LabelledDigits.mnist(folder, Dataset.Usage.TEST);

        assertThat(training.size()).isEqualTo(1_230);
        assertThat(test.size()).isEqualTo(25);
        for (int i = 0; i < test.size(); i++) {
            assertThat(test.label(i)).isEqualTo(i % 10);
        }
        assertThat(training.label(1_229)).isEqualTo(9);
        byte[] seven = Glyphs.frame(7).pixels();
        byte[] read = training.frame(1_227).pixels();
        for (int i = 0; i < seven.length; i++) {
            assertThat(read[i] & 0xff).isBetween((seven[i] & 0xff) * 240 / 255, seven[i] & 0xff);
        }
    }

    @Test
    void readsTheSamePackedOrNot() throws IOException {
        Path packed = IdxFolder.write(folder.resolve("packed"), 20, 10, true);
        Path plain = IdxFolder.write(folder.resolve("plain"), 20, 10, false);

        assertThat(LabelledDigits.mnist(packed, Dataset.Usage.TRAIN).sha256())
                .isEqualTo(LabelledDigits.mnist(plain, Dataset.Usage.TRAIN).sha256());
    }

    @Test
    void slices() throws IOException {
        var digits = LabelledDigits.mnist(IdxFolder.write(folder, 40, 10, false), Dataset.Usage.TRAIN);

        var slice = digits.slice(13, 20);

        assertThat(slice.size()).isEqualTo(7);
        assertThat(slice.label(0)).isEqualTo(3);
        assertThat(slice.frame(2).pixels()).isEqualTo(digits.frame(15).pixels());
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        IdxFolder.write(folder, 20, 10, true);
        Files.delete(folder.resolve("train-labels-idx1-ubyte.gz"));

        assertThatThrownBy(() -> LabelledDigits.mnist(folder, Dataset.Usage.TRAIN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("train-labels-idx1-ubyte");
    }
}

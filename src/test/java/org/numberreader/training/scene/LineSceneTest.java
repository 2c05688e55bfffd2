package org.numberreader.training.scene;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.training.IdxFolder;
import org.numberreader.training.LabelledDigits;

class LineSceneTest {
    private static LineScene scene;

    @BeforeAll
    static void readDigits(@TempDir Path mnist) throws IOException {
        scene = new LineScene(LabelledDigits.mnist(IdxFolder.write(mnist, 100, 10, false), Dataset.Usage.TRAIN));
    }

    @Test
    void theSameSeedDrawsTheSameLine() {
        for (int seed = 0; seed < 20; seed++) {
            var one = scene.draw(new Random(seed));
            var other = scene.draw(new Random(seed));

            assertThat(one.picture().pixels()).isEqualTo(other.picture().pixels());
            assertThat(one.symbols()).isEqualTo(other.symbols());
        }
    }

    @Test
    void anotherSeedDrawsAnotherLine() {
        assertThat(scene.draw(new Random(1)).picture().pixels())
                .isNotEqualTo(scene.draw(new Random(2)).picture().pixels());
    }

    @Test
    void linesAreAsHighAsTheNetworkTakesThem() {
        for (int seed = 0; seed < 100; seed++) {
            assertThat(scene.draw(new Random(seed)).picture().height()).isEqualTo(LineNetwork.HEIGHT);
        }
    }

    @Test
    void symbolsStandInTheirOrderInThePictureOrCloseToIt() {
        for (int seed = 0; seed < 200; seed++) {
            var line = scene.draw(new Random(seed));
            double before = Double.NEGATIVE_INFINITY;
            for (var symbol : line.symbols()) {
                double x = (symbol.left() + symbol.right()) / 2;
                double y = (symbol.top() + symbol.bottom()) / 2;
                // A comma leans further than the digit before it: its centre may be left of that digit's.
                assertThat(x).as("seed %d", seed).isGreaterThan(before - LineNetwork.HEIGHT / 4.0);
                assertThat(x)
                        .as("seed %d", seed)
                        .isBetween(-15.0, line.picture().width() + 15.0);
                assertThat(y).as("seed %d", seed).isBetween(-10.0, LineNetwork.HEIGHT + 10.0);
                before = x;
            }
        }
    }

    @Test
    void drawsWithoutMnist() {
        var strokes = new LineScene(LabelledDigits.none());

        assertThat(strokes.draw(new Random(3)).symbols()).isNotEmpty();
    }
}

package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.training.checkpoint.EpochFigures;
import org.numberreader.training.checkpoint.History;

class EpochLinesTest {
    private final StringWriter told = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void tellsLossAndAccuracy() {
        new EpochLines(new PrintWriter(told), folder)
                .epochDone(new History(List.of(new EpochFigures(1, 0.5, 0.875, 0.25, 0.9375))));

        assertThat(told)
                .hasToString("epoch 1: loss 0.5000, accuracy 87.50 %%; validation loss 0.2500, accuracy 93.75 %%%n"
                        .formatted());
        assertThat(folder).isDirectoryContaining("glob:**/accuracy.png");
    }

    @Test
    void tellsTheMainFigureOfATrainingOnScenes() {
        new EpochLines(new PrintWriter(told), folder, "lines")
                .epochDone(new History(List.of(new EpochFigures(1, 0.5, 0, 0, 0.625))));

        assertThat(told).hasToString("epoch 1: loss 0.5000; validation lines 62.50 %%%n".formatted());
        assertThat(folder)
                .isDirectoryContaining("glob:**/loss.png")
                .isDirectoryContaining("glob:**/lines.png")
                .isDirectoryNotContaining("glob:**/accuracy.png");
    }
}

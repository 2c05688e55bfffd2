package org.numberreader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.numberreader.cli.output.Bars;
import org.numberreader.training.TrainingProgress;
import org.numberreader.training.checkpoint.EpochFigures;
import org.numberreader.training.checkpoint.History;
import org.numberreader.training.report.TrainingCurves;

/** A bar for each epoch, its line of figures, and the curves up to it. */
final class EpochLines implements TrainingProgress {
    private final PrintWriter out;
    private final Path folder;
    private final @Nullable String mainFigure;
    private @Nullable ProgressBar bar;

    /** @param folder where the curves go */
    EpochLines(PrintWriter out, Path folder) {
        this(out, folder, null);
    }

    /** @param mainFigure the name of the one validation figure that is told; null for loss and accuracy */
    EpochLines(PrintWriter out, Path folder, @Nullable String mainFigure) {
        this.out = out;
        this.folder = folder;
        this.mainFigure = mainFigure;
    }

    @Override
    public void epochStarts(int epoch, int epochs, int batches) {
        bar = Bars.bar("epoch %d/%d".formatted(epoch, epochs), "batches", batches);
    }

    @Override
    public void batchDone() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void epochDone(History history) {
        if (bar != null) {
            bar.close();
        }
        out.println(mainFigure == null ? line(history.last()) : line(history.last(), mainFigure));
        out.flush();
        try {
            if (mainFigure == null) {
                Files.write(folder.resolve("loss.png"), TrainingCurves.loss(history));
                Files.write(folder.resolve("accuracy.png"), TrainingCurves.accuracy(history));
            } else {
                Files.write(folder.resolve("loss.png"), TrainingCurves.trainingLoss(history));
                Files.write(folder.resolve(mainFigure + ".png"), TrainingCurves.validation(history, mainFigure));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(EpochFigures figures) {
        return String.format(
                Locale.ROOT,
                "epoch %d: loss %.4f, accuracy %.2f %%; validation loss %.4f, accuracy %.2f %%",
                figures.epoch(),
                figures.loss(),
                100 * figures.accuracy(),
                figures.validationLoss(),
                100 * figures.validationAccuracy());
    }

    private static String line(EpochFigures figures, String mainFigure) {
        return String.format(
                Locale.ROOT,
                "epoch %d: loss %.4f; validation %s %.2f %%",
                figures.epoch(),
                figures.loss(),
                mainFigure,
                100 * figures.validationAccuracy());
    }
}

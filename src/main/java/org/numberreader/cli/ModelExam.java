package org.numberreader.cli;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.numberreader.cli.output.Bars;
import org.numberreader.decoding.NumberReader;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.Polarity;
import org.numberreader.recognition.DigitModel;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.evaluation.Evaluation;
import org.numberreader.training.evaluation.NoDigit;
import org.numberreader.training.evaluation.Rejection;
import org.numberreader.training.evaluation.Robustness;
import org.numberreader.training.strings.StringScore;

/** Measures a model on MNIST's test pictures, with a bar for each measurement. */
final class ModelExam {
    private final DigitModel model;
    private final @Nullable Path mnist;
    private final LabelledDigits test;

    /** @param mnist folder with MNIST's idx files, or null to fetch them */
    ModelExam(DigitModel model, @Nullable Path mnist) throws IOException {
        this.model = model;
        this.mnist = mnist;
        this.test = LabelledDigits.mnist(mnist, Dataset.Usage.TEST);
    }

    LabelledDigits test() {
        return test;
    }

    Evaluation evaluation() {
        try (var bar = Bars.bar("test pictures", "pictures", test.size())) {
            return Evaluation.of(model, test, bar::stepBy);
        }
    }

    Robustness robustness() {
        try (var bar = Bars.bar("spoilt pictures", "pictures", Robustness.work(test))) {
            return Robustness.of(model, test, bar::stepBy);
        }
    }

    /** @param folder whose pictures are no digit */
    Rejection rejection(NumberReader reader, ImageDecoder decoder, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        var validation = LabelledDigits.mnist(mnist, Dataset.Usage.TRAIN).validation();
        var pictures = StringScore.pictures(folder);
        var found = new ArrayList<NoDigit>();
        try (var bar = Bars.bar("not a digit", "pictures", validation.size() + pictures.size())) {
            var chances = NoDigit.chances(model, validation, bar::stepBy);
            for (var picture : pictures) {
                found.add(NoDigit.of(reader, model, decoder.decode(Files.readAllBytes(picture), Polarity.AUTO)));
                bar.step();
            }
            return Rejection.of(chances, found);
        }
    }
}

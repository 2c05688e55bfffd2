package org.numberreader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.recognition.DigitModel;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.evaluation.Evaluation;

/** The packaged weights on {@code mnist} of {@link SharedData}: what a card says is what they do. */
class PackagedModelsIT {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"base", "reader"})
    void readsMnistAsItsCardSays(String name) throws IOException {
        var test = LabelledDigits.mnist(SharedData.folder().resolve("mnist"), Dataset.Usage.TEST);
        try (var model = DigitModel.packaged(name)) {
            var found = Evaluation.of(model, test, done -> {}).accuracy();

            // PyTorch gave the card's figure, ONNX Runtime this one: a picture on the edge may fall to the other side.
            assertThat(found.accuracy()).isCloseTo(model.card().test().accuracy(), within(1.5e-4));
        }
    }
}

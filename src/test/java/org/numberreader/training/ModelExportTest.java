package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.ModelEngine;

/** What serves says what was trained. */
class ModelExportTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"base", "digit"})
    void bothEnginesSayTheSameOfAThousandFrames(String model) {
        try (var trained = DigitModel.packaged(model, ModelEngine.PY_TORCH);
                var serving = DigitModel.packaged(model, ModelEngine.ONNX_RUNTIME)) {
            var frames = ModelExport.frames(1_000);

            assertThat(ModelExport.difference(trained, serving, frames)).isLessThanOrEqualTo(1e-5);
            // Two networks differ, and so the difference can be seen.
            try (var other = DigitModel.packaged(model.equals("base") ? "digit" : "base")) {
                assertThat(ModelExport.difference(other, serving, frames)).isGreaterThan(0.1);
            }
        }
    }

    @Test
    void bringsTheOnnxFileIntoAFolderThatHasNone() throws IOException {
        copy("model.json", "weights.params");
        Path card = folder.resolve(DigitModel.CARD);
        Files.writeString(card, Files.readString(card).replaceAll(",\\s*\"onnxSha256\" : \"\\w+\"", ""));
        assertThatThrownBy(() -> DigitModel.from(folder)).hasMessageContaining("export");

        ModelExport.export(folder);

        try (var exported = DigitModel.from(folder);
                var packaged = DigitModel.packaged("base")) {
            assertThat(exported.card()).isEqualTo(packaged.card());
        }
    }

    @Test
    void exportsTheSameBytesAgain() throws IOException {
        copy("model.json", "weights.params");

        ModelExport.export(folder);

        assertThat(folder.resolve("weights.onnx")).hasBinaryContent(packaged("weights.onnx"));
    }

    @Test
    void refusesWeightsThatAreNotTheCards() throws IOException {
        copy("model.json", "weights.params");
        Files.write(folder.resolve("weights.params"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> ModelExport.export(folder)).isInstanceOf(IllegalStateException.class);
    }

    private void copy(String... names) throws IOException {
        for (var name : List.of(names)) {
            Files.write(folder.resolve(name), packaged(name));
        }
    }

    private static byte[] packaged(String name) throws IOException {
        try (var in = ModelExportTest.class.getResourceAsStream("/models/base/" + name)) {
            return in.readAllBytes();
        }
    }
}

package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.training.IdxFolder;

@Tag("slow")
class TrainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsTrainedCanBeEvaluated() throws IOException {
        IdxFolder.write(folder, 5_128, 20, false);
        var model = folder.resolve("model");

        var trained = Commands.run("train", "--mnist", folder, "--epochs", 1, "--out", model);
        var told = Commands.run("evaluate", "--model", model, "--mnist", folder, "--json");

        assertThat(trained.out()).contains("epoch 1: loss", "validation loss", "wrote " + model);
        assertThat(folder.resolve("model.training"))
                .isDirectoryContaining("glob:**/loss.png")
                .isDirectoryContaining("glob:**/accuracy.png")
                .isDirectoryContaining("glob:**/history.json");
        assertThat(trained.err()).isEmpty();
        assertThat(trained.code()).isZero();
        assertThat(new ObjectMapper().readTree(told.out()).get("parameters").asInt())
                .isEqualTo(32_874);
    }

    @Test
    void tooFewPicturesLeaveNoModel() throws IOException {
        IdxFolder.write(folder, 100, 20, false);
        var model = folder.resolve("model");

        var trained = Commands.run("train", "--mnist", folder, "--out", model);

        assertThat(trained.code()).isEqualTo(1);
        assertThat(trained.err()).hasLineCount(1).contains("only 100 training pictures");
        assertThat(model).doesNotExist();
    }

    @Test
    void aMissingFolderIsToldInOneLine() {
        var trained = Commands.run("train", "--mnist", folder.resolve("nothing"), "--out", folder.resolve("model"));

        assertThat(trained.code()).isEqualTo(1);
        assertThat(trained.err())
                .hasLineCount(1)
                .startsWith("train: There is no folder")
                .contains("nothing");
    }

    @Test
    void teachersAreOnTheCard() throws IOException {
        IdxFolder.write(folder, 5_128, 20, false);
        var model = folder.resolve("model");
        var teacher = Path.of("src/training/teachers/1");

        var trained = Commands.run("train", "--mnist", folder, "--epochs", 1, "--teacher", teacher, "--out", model);

        assertThat(trained.code()).isZero();
        var recipe = new ObjectMapper()
                .readTree(model.resolve("model.json").toFile())
                .get("recipe");
        var its = new ObjectMapper().readTree(teacher.resolve("model.json").toFile());
        assertThat(recipe.at("/teaching/teachersOnnxSha256/0")).isEqualTo(its.get("onnxSha256"));
        assertThat(recipe.at("/teaching/temperature").asDouble()).isEqualTo(4);
    }

    @Test
    void aTeacherHasNoTeachers() {
        var trained = Commands.run(
                "train", "--model=teacher", "--teacher=src/training/teachers/1", "--out", folder.resolve("model"));

        assertThat(trained.code()).isEqualTo(2);
        assertThat(trained.err()).contains("teacher learns from labels alone");
    }

    @Test
    void whoCanNotTeachIsNamed() {
        var trained = Commands.run("train", "--teacher=nobody", "--out", folder.resolve("model"));

        assertThat(trained.code()).isEqualTo(1);
        assertThat(trained.err()).hasLineCount(1).contains("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ink"})
    void drawnScenesHaveNoTeachersAndNoPatience(String model) {
        for (var option : List.of("--teacher=src/training/teachers/1", "--patience=3")) {
            var trained = Commands.run("train", "--model", model, option, "--out", folder.resolve("model"));

            assertThat(trained.code()).isEqualTo(2);
            assertThat(trained.err()).contains("--teacher and --patience do not apply to --model " + model);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ink"})
    void tooFewDigitsForScenesLeaveNoModel(String model) throws IOException {
        IdxFolder.write(folder, 100, 20, false);

        var trained = Commands.run("train", "--model", model, "--mnist", folder, "--out", folder.resolve("model"));

        assertThat(trained.code()).isEqualTo(1);
        assertThat(trained.err()).hasLineCount(1).contains("only 100 training pictures");
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--epochs=0",
                "--epochs=x",
                "--patience=-1",
                "--model=nope",
                "--seed=x",
                "--start-share=1.1",
                "--start-share=x"
            })
    void wrongUsageIsTold(String option) {
        var trained = Commands.run("train", option, "--out", folder.resolve("model"));

        assertThat(trained.code()).isEqualTo(2);
        assertThat(trained.err()).contains("Try: number-reader train --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "train", "evaluate", "export"})
    void everyCommandHelps(String command) {
        assertThat(Commands.run(command, "--help").out())
                .contains("Usage: number-reader " + command, "Example", "Exit codes:");
        assertThat(Commands.run(command, "--version").out()).startsWith("number-reader ");
    }
}

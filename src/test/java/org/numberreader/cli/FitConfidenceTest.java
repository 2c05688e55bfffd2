package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.DrawnNumbers;
import org.numberreader.decoding.ConfidenceFeatures;
import org.numberreader.decoding.LogisticModel;

class FitConfidenceTest {
    @TempDir
    private Path folder;

    @Test
    void fitsOnFoldersOfLabelledPictures() throws IOException {
        draw();
        var out = folder.resolve("made/confidence.json");

        var told = Commands.run(
                "evaluate",
                "--fit-confidence",
                folder.resolve("drawn"),
                "--fit-confidence",
                folder.resolve("more/signs"),
                "--jobs",
                "2",
                "--out",
                out);

        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("Numbers, certain from 0.9 on", "Pictures, certain where all numbers are", "leastLikelyDigit")
                .contains(
                        "\nneat ",
                        "\nlarge ",
                        "\nsigns ",
                        "\neach left out ",
                        "\nfitted on all ",
                        "\nBound from which on 98.5 %");
        var fitted = new ObjectMapper().readValue(out.toFile(), LogisticModel.class);
        assertThat(fitted.features()).isEqualTo(ConfidenceFeatures.NAMES);
        assertThat(Files.readString(out)).as("pretty").hasLineCount(5).endsWith("}\n");
    }

    @Test
    void theSamePicturesGiveTheSameModel() throws IOException {
        draw();
        var first = folder.resolve("first.json");
        var second = folder.resolve("second.json");

        var told = Commands.run("evaluate", "--fit-confidence", folder.resolve("drawn"), "--jobs", 1, "--out", first);
        var json = Commands.run(
                "evaluate", "--fit-confidence", folder.resolve("drawn"), "--jobs", 3, "--out", second, "--json");

        assertThat(told.code()).isZero();
        assertThat(second).hasSameTextualContentAs(first);
        var found = new ObjectMapper().readTree(json.out());
        assertThat(json.out()).hasLineCount(1);
        assertThat(found.at("/confidence/features")).hasSize(ConfidenceFeatures.NAMES.size());
        assertThat(found.at("/pictures/0/kind").asText()).isEqualTo("large");
        assertThat(found.at("/pictures/0/examples").asInt()).isEqualTo(3);
        assertThat(found.at("/wanted").asDouble()).isEqualTo(0.985);
    }

    @Test
    void oneFolderIsNotEnough() throws IOException {
        draw();

        var told = Commands.run("evaluate", "--fit-confidence", folder.resolve("drawn/neat"));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).hasLineCount(1).contains("at least two folders of pictures", "Found: 1.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--out=f",
                "--ridge=1",
                "--fit-confidence=a --ridge=0",
                "--fit-confidence=a --pictures=b",
                "--fit-confidence=a --mnist=b",
                "--fit-confidence=a --report=b",
                "--fit-confidence=a --digits",
                "--fit-confidence=a --corruptions"
            })
    void wrongUsageIsTold(String options) {
        var told = Commands.run((Object[]) ("evaluate " + options).split(" "));

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("Try: number-reader evaluate --help");
    }

    private void draw() throws IOException {
        var hand = new DrawnNumbers(5);
        for (var digits : List.of("1704", "36", "925")) {
            write(hand, digits, 40, "drawn/neat/" + digits + "-a.png");
            write(hand, digits, 90, "drawn/large/" + digits + "-b.png");
        }
        write(hand, "417", 60, "more/signs/a.png");
        Files.writeString(folder.resolve("more/signs/labels.tsv"), "a.png\t41.7\n");
    }

    private void write(DrawnNumbers hand, String digits, double height, String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        ImageIO.write(hand.number(digits, height), "png", file.toFile());
    }
}

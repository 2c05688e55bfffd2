package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.training.IdxFolder;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void jsonIsOneObjectAndNothingElse() throws IOException {
        IdxFolder.write(folder, 10, 20, false);

        var told = Commands.run("evaluate", "--model", "base", "--mnist", folder, "--json");

        assertThat(told.code()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.out()).hasLineCount(1);
        var found = new ObjectMapper().readTree(told.out());
        assertThat(found.get("model").asText()).isEqualTo("base");
        assertThat(found.get("pictures").asInt()).isEqualTo(20);
        assertThat(found.get("parameters").asInt()).isEqualTo(32_874);
        assertThat(found.get("sha256").asText()).hasSize(64);
        assertThat(found.get("accuracy").asDouble())
                .isBetween(
                        found.at("/interval/low").asDouble(),
                        found.at("/interval/high").asDouble());
        assertThat(found.get("digits")).hasSize(10);
        assertThat(found.get("confusion")).hasSize(10).allMatch(row -> row.size() == 10);
        assertThat(found.has("calibrationError")).isTrue();
        assertThat(found.has("crossEntropy")).isTrue();
    }

    @Test
    void theReportHasChartsAndTheWorstPicturesAndTheJsonItsFigures() throws IOException {
        IdxFolder.write(folder, 10, 20, false);
        var report = folder.resolve("made/report.html");
        Commands.sample(folder.resolve("letters/-1.png"));

        var told = Commands.run(
                "evaluate",
                "--model",
                "digit",
                "--mnist",
                folder,
                "--corruptions",
                "--no-digits",
                folder.resolve("letters"),
                "--report",
                report,
                "--json");

        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        assertThat(report)
                .content()
                .contains(
                        "Reliability",
                        "Risk and coverage",
                        "low resolution",
                        "Not a digit",
                        "The worst pictures",
                        "right among the ten digits alone");
        assertThat(Files.readString(report).split("data:image/png")).hasSize(1 + 4 + 20);
        var found = new ObjectMapper().readTree(told.out());
        assertThat(found.at("/amongDigits/pictures").asInt()).isEqualTo(20);
        assertThat(found.at("/amongDigits/accuracy").asDouble())
                .isGreaterThanOrEqualTo(found.get("accuracy").asDouble())
                .isBetween(
                        found.at("/amongDigits/low").asDouble(),
                        found.at("/amongDigits/high").asDouble());
        assertThat(found.at("/worst/0/likeliestDigit").isInt()).isTrue();
        assertThat(found.at("/robustness/corruptions")).hasSize(10);
        assertThat(found.at("/robustness/corruptions/9/corruption").asText()).isEqualTo("low resolution");
        assertThat(found.at("/robustness/corruptions/0/strengths")).hasSize(5);
        assertThat(found.at("/robustness/mean").asDouble()).isBetween(0.1, 1.0);
        assertThat(found.at("/rejection/unread/pictures").asInt()).isEqualTo(1);
        assertThat(found.at("/rejection/unread/accuracy").asDouble()).isZero();
        assertThat(found.at("/riskCoverage/points")).isNotEmpty();
        assertThat(found.get("reliability")).isNotEmpty();
        assertThat(found.get("worst")).hasSize(20);
        assertThat(found.has("brier")).isTrue();
    }

    @Test
    void textNamesTheModelAndItsFigures() throws IOException {
        IdxFolder.write(folder, 10, 20, false);

        var told = Commands.run("evaluate", "--model", "base", "--mnist", folder);

        assertThat(told.out())
                .contains("model base", "32,874 parameters", "20 pictures", "calibration error", "cross-entropy")
                .doesNotContain("among the ten digits");
        assertThat(Commands.run("evaluate", "--model", "digit", "--mnist", folder)
                        .out())
                .as("of a network that knows what is no digit")
                .contains("among the ten digits alone, ");
        assertThat(told.code()).isZero();
    }

    @Test
    void eitherEngineGivesTheSameFigures() throws IOException {
        IdxFolder.write(folder, 10, 20, false);

        var serving = Commands.run("evaluate", "--mnist", folder);
        var training = Commands.run("evaluate", "--engine", "pytorch", "--mnist", folder);

        assertThat(training.out()).isEqualTo(serving.out());
        assertThat(training.code()).isZero();
        assertThat(Commands.run("evaluate", "--engine", "abacus", "--mnist", folder)
                        .code())
                .isEqualTo(2);
    }

    @Test
    void countsRightWrongAndUnread() throws IOException {
        label("1704-right", "good");
        label("1764-wrong", "good");
        Files.writeString(folder.resolve("good/55-damaged.gif"), "GIF");
        label("17_04-parted", "parted");
        Files.createDirectory(folder.resolve("empty"));

        var report = folder.resolve("report.html");
        var told = Commands.run("evaluate", "--pictures", folder, "--json", "--report", report);

        assertThat(Files.readString(report).split("data:image/png"))
                .as("two charts, and a picture of each wrong one that can be decoded")
                .hasSize(1 + 2 + 2);
        assertThat(report).content().contains("1764 → 1704", "55-damaged.gif", "Reliability");
        var found = new ObjectMapper().readTree(told.out());
        assertThat(found.get("folders")).hasSize(2);
        var good = found.at("/folders/0");
        assertThat(good.get("folder").asText()).isEqualTo("good");
        assertThat(good.get("right").asInt()).isEqualTo(1);
        assertThat(good.get("wrong").asInt()).isEqualTo(1);
        assertThat(good.get("unread").asInt()).isEqualTo(1);
        assertThat(good.get("characters").asDouble()).isCloseTo(1 - 3 / 10.0, within(1e-6));
        var all = found.get("all");
        assertThat(all.get("pictures").asInt()).isEqualTo(4);
        assertThat(all.get("right").asInt()).isEqualTo(1);
        assertThat(found.at("/reliability/0/count").asInt()).isEqualTo(3);
        assertThat(found.at("/riskCoverage/points/0/risk").asDouble()).isCloseTo(2 / 3.0, within(1e-5));
        assertThat(all.get("certainRight").asInt())
                .isLessThanOrEqualTo(all.get("certain").asInt());
        assertThat(told.code()).isZero();
    }

    @Test
    void whereNumbersBreakCanBeLeftOut() throws IOException {
        label("17_04-parted", "parted");

        var told = Commands.run("evaluate", "--pictures", folder, "--digits", "--tell-length", "--json");

        assertThat(new ObjectMapper().readTree(told.out()).at("/all/right").asInt())
                .isEqualTo(1);
    }

    @Test
    void measuresTheTextbookMethodWithItsOwnModel() throws IOException {
        label("1704-right", ".");

        var told = Commands.run("evaluate", "--pictures", folder, "--method", "classical", "--json");

        var found = new ObjectMapper().readTree(told.out());
        assertThat(found.get("model").asText()).isEqualTo("base");
        assertThat(found.at("/all/right").asInt()).isEqualTo(1);
    }

    @Test
    void writesWhatIsNotRight() throws IOException {
        label("1704-right", ".");
        var picture = label("1764-wrong", ".");
        var wrong = folder.resolve("wrong.tsv");

        var told = Commands.run("evaluate", "--pictures", folder, "--wrong", wrong);

        assertThat(told.out()).contains("all");
        assertThat(Files.readAllLines(wrong)).singleElement().satisfies(line -> {
            assertThat(line.split("\t")).hasSize(4).startsWith(picture.toString(), "1764", "1704");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--digits",
                "--tell-length",
                "--wrong=f",
                "--method=classical",
                "--jobs=0",
                "--mnist=a --pictures=b",
                "--pictures=a --corruptions"
            })
    void wrongUsageIsTold(String options) {
        var told = Commands.run((Object[]) ("evaluate " + options).split(" "));

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("Try: number-reader evaluate --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--mnist", "--pictures"})
    void whatIsNotThereIsToldInOneLine(String option) {
        var told = Commands.run("evaluate", option, folder.resolve("nothing"));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err())
                .hasLineCount(1)
                .startsWith("evaluate: There is no folder")
                .contains("nothing");
    }

    @Test
    void aMissingIdxFileIsNamed() {
        var told = Commands.run("evaluate", "--mnist", folder);

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).hasLineCount(1).contains("There is no file", "t10k-labels-idx1-ubyte");
    }

    @Test
    void aMissingModelIsNamed() {
        var told = Commands.run("evaluate", "--mnist", folder, "--model", folder.resolve("nothing"));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).hasLineCount(1).contains("There is no file", "model.json");
    }

    private Path label(String name, String in) throws IOException {
        return Commands.sample(folder.resolve(in).normalize().resolve(name + ".png"));
    }
}

package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCommandTest {
    @TempDir
    private Path folder;

    @Test
    void readsAPicture() throws IOException {
        var picture = Commands.sample(folder.resolve("a.png"));

        var read = Commands.run("read", picture);

        assertThat(read.out()).startsWith(picture + ": 1704").hasLineCount(1);
        assertThat(read.err()).isEmpty();
        assertThat(read.code()).isZero();
    }

    @Test
    void readsFoldersHoweverDeepAndEachFileOnce() throws IOException {
        var deep = Commands.sample(folder.resolve("2026/11/b.png"));
        var top = Commands.sample(folder.resolve("a.PNG"));
        Files.writeString(folder.resolve("notes.txt"), "no picture");

        var read = Commands.run("read", folder, top);

        assertThat(read.out().lines().map(line -> line.substring(0, line.indexOf(": "))))
                .containsExactly(deep.toString(), top.toString());
        assertThat(read.code()).isZero();
    }

    @Test
    void saysWhereThereAreNoPictures() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no picture");

        var read = Commands.run("read", "--format", "csv", folder);

        assertThat(read.err().strip()).isEqualTo("read: No pictures were found in " + folder + ".");
        assertThat(read.out()).hasLineCount(1).startsWith("file,");
        assertThat(read.code()).isZero();
    }

    @Test
    void aBadFileIsARowAndNotTheEnd() throws IOException {
        var bad = Files.writeString(folder.resolve("a.jpg"), "not a picture");
        var missing = folder.resolve("b.png");
        var good = Commands.sample(folder.resolve("c.png"));

        var read = Commands.run("read", bad, missing, good);

        assertThat(read.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(bad + ": not read. The bytes are not"),
                        line -> assertThat(line).startsWith(missing + ": not read. There is no file"),
                        line -> assertThat(line).startsWith(good + ": 1704"));
        assertThat(read.code()).isEqualTo(1);
    }

    @Test
    void readsThePagesOfADocument() throws IOException {
        var sample = ImageIO.read(Commands.sample(folder.resolve("a.png")).toFile());
        var pdf = Files.write(
                folder.resolve("b.pdf"),
                org.numberreader.document.Files.scans(
                        org.numberreader.document.Files.Packing.FLATE, sample, sample, sample));

        assertThat(Commands.run("read", "--pages", "1,3", pdf).out().lines())
                .containsExactly(pdf + ", page 1: 1704", pdf + ", page 3: 1704");
        assertThat(Commands.run("read", "--format", "csv", "--pages", "2", pdf)
                        .out()
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .startsWith(pdf + ",1704,")
                .endsWith(",2,");
        assertThat(Commands.run("read", "--pages", "4", pdf).out()).contains("not read.", "3 pages");
        assertThat(Commands.run("read", "--pages", "x", pdf).code()).isEqualTo(2);
    }

    @Test
    void readsPicturesWhicheverPagesOfDocumentsAreWanted() throws IOException {
        var picture = Commands.sample(folder.resolve("a.png"));
        var sample = ImageIO.read(picture.toFile());
        var tiff = Files.write(folder.resolve("b.tiff"), org.numberreader.document.Files.tiff("LZW", sample, sample));

        var read = Commands.run("read", "--pages", "2", folder);

        assertThat(read.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(picture + ": 1704"),
                        line -> assertThat(line).startsWith(tiff + ", page 2: 1704"));
        assertThat(read.code()).isZero();
    }

    @Test
    void drawsEachPageOfADocument() throws IOException {
        var sample = ImageIO.read(Commands.sample(folder.resolve("a.png")).toFile());
        var tiff = Files.write(folder.resolve("b.tiff"), org.numberreader.document.Files.tiff("LZW", sample, sample));
        var marked = folder.resolve("marked");

        assertThat(Commands.run("read", "--annotate", marked, tiff).code()).isZero();

        try (var drawn = Files.walk(marked)) {
            assertThat(drawn.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("b.tiff.page-1.png", "b.tiff.page-2.png");
        }
    }

    @Test
    void picturesOfOtherFormatsAreNotPassedOver() throws IOException {
        Files.writeString(folder.resolve("a.heic"), "\0\0\0\u0018ftypheic\0\0\0\0mif1heic");

        var read = Commands.run("read", folder);

        assertThat(read.out()).contains("a.heic: not read.", "JPEG");
        assertThat(read.code()).isEqualTo(1);
    }

    @Test
    void readsNoSignsWhereItIsTold() throws IOException {
        var sample = Commands.sample(folder.resolve("a.png"));

        assertThat(Commands.run("read", "--signs", "digits", sample).out()).startsWith(sample + ": 1704");
        assertThat(Commands.run("read", "--signs", "none", sample).code()).isEqualTo(2);
    }

    @Test
    void csvHasARowForEachNumberAndOneForEachOtherPicture() throws IOException {
        var good = Commands.sample(folder.resolve("c.png"));
        var odd = Files.writeString(folder.resolve("x, \"y\".jpg"), "not a picture");

        var read = Commands.run("read", "--format", "csv", good, blank("d.png"), odd);

        assertThat(read.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("file,text,value,confidence,certain,x,y,width,height,page,problem"),
                        line -> assertThat(line)
                                .startsWith(good + ",1704,1704,0.")
                                .matches(".*,(true|false),\\d+,\\d+,\\d+,\\d+,1,"),
                        line -> assertThat(line).endsWith("d.png,,,,,,,,,,"),
                        line -> assertThat(line)
                                .startsWith("\"" + folder.resolve("x, \"\"y\"\".jpg") + "\",,,,,,,,,,"));
    }

    @Test
    void jsonIsOneListWithTheFieldsOfTheService() throws IOException {
        var good = Commands.sample(folder.resolve("a.png"));
        var missing = folder.resolve("b.png");

        var read = Commands.run("read", "--format", "json", good, missing);

        var list = new ObjectMapper().readTree(read.out());
        assertThat(list).hasSize(2);
        var number = list.at("/0/numbers/0");
        assertThat(number.get("value").asText()).isEqualTo("1704");
        assertThat(number.fieldNames())
                .toIterable()
                .containsExactly(
                        "value", "text", "confidence", "certain", "box", "digits", "signs", "alternatives", "page");
        assertThat(number.at("/digits/0").fieldNames())
                .toIterable()
                .containsExactly("digit", "confidence", "box", "alternatives");
        assertThat(list.get(0).has("problem")).isFalse();
        assertThat(list.at("/1/problem").asText()).startsWith("There is no file");
    }

    @Test
    void jsonOfNothingIsAnEmptyList() throws IOException {
        var read = Commands.run("read", "--format", "json", folder);

        assertThat(new ObjectMapper().readTree(read.out())).isEmpty();
        assertThat(read.code()).isZero();
    }

    @Test
    void jsonlHasALineForEachPicture() throws IOException {
        Commands.sample(folder.resolve("a.png"));
        Commands.sample(folder.resolve("b.png"));

        var read = Commands.run("read", "--format", "jsonl", "--jobs", 2, folder);

        assertThat(read.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"file\":"));
    }

    @Test
    void isToldHowManyDigitsANumberHas() throws IOException {
        var picture = Commands.sample(folder.resolve("a.png"));

        var read = Commands.run("read", "--format", "csv", "--digits", 2, picture);

        assertThat(read.out().lines().skip(1)).isNotEmpty().allMatch(line -> line.matches(".*,\\d\\d,[01]\\..*"));
    }

    @Test
    void readsByTheTextbookWhereThatIsAskedFor() throws IOException {
        var picture = Commands.sample(folder.resolve("a.png"));

        var classical = Commands.run("read", "--format", "csv", "--method", "classical", picture);
        var learned = Commands.run("read", "--format", "csv", "--method", "learned", picture);

        assertThat(classical.out()).contains(",1704,");
        assertThat(classical.code()).isZero();
        assertThat(learned.out()).contains(",1704,").isNotEqualTo(classical.out());
    }

    @Test
    void writesACsvOfEachPicturesRows() throws IOException {
        Commands.sample(folder.resolve("scans/a.png"));
        blank("scans/b.png");
        Path marks = folder.resolve("marks");

        var read = Commands.run("read", "--tables", marks, folder.resolve("scans"));

        assertThat(read.code()).isZero();
        try (var files = Files.walk(marks).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(1).allSatisfy(file -> {
                assertThat(file.toString()).endsWith("scans/a.png.csv");
                assertThat(file).hasContent("1704\r\n");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--digits=0", "--digits=x", "--format=xml", "--method=textbook", "--jobs=0", "--unknown"})
    void wrongUsageIsToldAndReadsNothing(String option) throws IOException {
        var picture = Commands.sample(folder.resolve("a.png"));

        var read = Commands.run("read", option, picture);

        assertThat(read.code()).isEqualTo(2);
        assertThat(read.out()).isEmpty();
        assertThat(read.err()).contains("Try: number-reader read --help");
    }

    @Test
    void anUnknownModelIsToldInOneLine() throws IOException {
        var read = Commands.run("read", "--model", "nope", Commands.sample(folder.resolve("a.png")));

        assertThat(read.code()).isEqualTo(1);
        assertThat(read.err()).hasLineCount(1).startsWith("read: No packaged model is named nope");
    }

    private Path blank(String name) throws IOException {
        var paper = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
        var pen = paper.createGraphics();
        pen.fillRect(0, 0, 200, 100);
        pen.dispose();
        var file = folder.resolve(name);
        ImageIO.write(paper, "png", file.toFile());
        return file;
    }
}

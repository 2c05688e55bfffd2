package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.document.Files;
import org.numberreader.document.Files.Packing;

/** Documents as callers send them. */
@QuarkusTest
class DocumentsTest {
    private static final BufferedImage SAMPLE = sample();
    private static final BufferedImage BLANK = blank();

    @ParameterizedTest
    @EnumSource(Packing.class)
    void readsAllPagesOfAPdf(Packing packing) {
        Sent.form("/predict", Files.scans(packing, SAMPLE, BLANK, SAMPLE))
                .then()
                .statusCode(200)
                .body("image.width", is(640))
                .body("pages.page", is(List.of(1, 2, 3)))
                .body("pages[0].width", is(640))
                .body("pages[0].height", is(280))
                .body("pages[0].rotation", is(0))
                .body("numbers.value", is(List.of("1704", "1704")))
                .body("numbers.page", is(List.of(1, 3)))
                .body("lines.page", is(List.of(1, 3)))
                .body("lines.numbers", is(List.of(List.of(0), List.of(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "JPEG", "Deflate"})
    void readsThePagesThatAreAskedForOfATiff(String compression) {
        Sent.raw("/predict?pages=2-3", Files.tiff(compression, BLANK, SAMPLE, SAMPLE, BLANK))
                .then()
                .statusCode(200)
                .body("pages.page", is(List.of(2, 3)))
                .body("numbers.value", is(List.of("1704", "1704")))
                .body("numbers.page", is(List.of(2, 3)));
    }

    @Test
    void aPictureIsOnePage() {
        Sent.form("/predict?pages=1", Pictures.sample())
                .then()
                .statusCode(200)
                .body("pages.page", is(List.of(1)))
                .body("numbers.page", is(List.of(1)));
        isProblem("/predict?pages=2", Pictures.sample(), 400, "1 page.");
    }

    @Test
    void readsAGif() {
        Sent.form("/predict", Pictures.sample("gif")).then().statusCode(200).body("numbers.value", is(List.of("1704")));
    }

    @Test
    void findsATableOnTheSecondPage() {
        var answer = Sent.form("/predict", Files.scans(Packing.FLATE, SAMPLE, decoded(Pictures.table())))
                .then()
                .statusCode(200)
                .body("numbers.page", is(List.of(1, 2, 2, 2, 2)))
                .body("tables.size()", is(1))
                .body("tables[0].page", is(2))
                .extract();

        // Places in the list of all numbers, of which the first is the first page's.
        assertThat(answer.<List<List<Integer>>>path("tables[0].cells.numbers"))
                .containsExactlyInAnyOrder(List.of(1), List.of(2), List.of(3), List.of(4));
    }

    @Test
    void findsTheDigitsOfAllPages() {
        Sent.form("/segment?detail=steps", Files.scans(Packing.JPEG, SAMPLE, SAMPLE))
                .then()
                .statusCode(200)
                .body("pages.page", is(List.of(1, 2)))
                .body("lines.page", is(List.of(1, 2)))
                .body("steps.gray", startsWith("data:image/png"));
    }

    @Test
    void readsDocumentsInABatch() {
        given().multiPart("image", "a.pdf", Files.scans(Packing.JPEG, SAMPLE, SAMPLE))
                .multiPart("image", "b.pdf", Files.encrypted(SAMPLE, "secret"))
                .post("/predict/batch")
                .then()
                .statusCode(200)
                .body("results[0].reading.numbers.page", is(List.of(1, 2)))
                .body("results[1].reading", nullValue())
                .body("results[1].problem.status", is(422));
    }

    @Test
    void documentsOfABatchShareTheirPages() {
        var pages = new BufferedImage[30];
        java.util.Arrays.fill(pages, new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY));
        given().multiPart("image", "a.tiff", Files.tiff("LZW", pages))
                .multiPart("image", "b.tiff", Files.tiff("LZW", pages))
                .multiPart("image", "c.png", Pictures.sample())
                .post("/predict/batch")
                .then()
                .statusCode(200)
                .body("results[0].reading.pages.size()", is(30))
                .body("results[1].problem.status", is(413))
                .body("results[1].problem.detail", containsString("20 are left"))
                .body("results[2].reading.numbers.value", is(List.of("1704")));
    }

    @Test
    void drawsOnTheFirstPageThatIsAskedFor() throws IOException {
        byte[] png = given().accept("image/png")
                .multiPart("image", "a.pdf", Files.scans(Packing.JPEG, BLANK, SAMPLE))
                .post("/predict?pages=2")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(640);
    }

    @Test
    void saysWhatIsWrong() {
        isProblem("/predict", Files.encrypted(SAMPLE, "secret"), 422, "encrypted");
        isProblem("/predict", Files.raw("<< /Type /Catalog >>"), 422, "PDF");
        isProblem("/predict", Pictures.heic(), 415, "JPEG");
        isProblem("/predict?pages=1-4", Files.scans(Packing.JPEG, SAMPLE), 400, "1 page");
        isProblem("/predict?pages=0", Pictures.sample(), 400, "Parameter pages");
        var many = new BufferedImage[51];
        java.util.Arrays.fill(many, new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY));
        isProblem("/predict", Files.tiff("LZW", many), 413, "for example pages 1-50.");
    }

    private static void isProblem(String path, byte[] file, int status, String detail) {
        Sent.form(path, file)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    private static BufferedImage sample() {
        return decoded(Pictures.sample());
    }

    private static BufferedImage decoded(byte[] picture) {
        try {
            return Files.as(BufferedImage.TYPE_3BYTE_BGR, ImageIO.read(new ByteArrayInputStream(picture)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BufferedImage blank() {
        var blank = new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR);
        var pen = blank.createGraphics();
        pen.fillRect(0, 0, 300, 200);
        pen.dispose();
        return blank;
    }
}

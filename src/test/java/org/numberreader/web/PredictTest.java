package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PredictTest {

    @Test
    void readsTheNumberOfAForm() {
        Sent.form("/predict", Pictures.sample())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("image.width", is(640))
                .body("numbers.value", is(List.of("1704")))
                .body("numbers.text", is(List.of("1704")))
                .body("numbers[0].digits.digit", is(List.of(1, 7, 0, 4)))
                .body("numbers[0].signs.size()", is(0))
                .body("lines.text", is(List.of("1704")))
                .body("lines.numbers", is(List.of(List.of(0))))
                .body("unread.size()", is(0))
                .body("tables.size()", is(0))
                .body("model.name", is("line"))
                .body("model.sha256", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void namesTheNumbersOfEachLine() {
        var answer =
                Sent.raw("/predict", Pictures.twoLines()).then().statusCode(200).extract();

        assertThat(answer.<List<Integer>>path("lines.numbers.flatten()")).isEqualTo(indices(answer.path("numbers")));
        assertThat(answer.<List<String>>path("lines.text")).containsExactly("1704", "1704");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/predict", "/predict?rotation=auto", "/predict?rotation=90"})
    void turnsAPageThatLiesOnItsSide(String path) {
        Sent.raw(path, Pictures.twoLinesOnTheirSide())
                .then()
                .statusCode(200)
                .body("numbers.value", is(List.of("1704", "1704")))
                .body("pages.rotation", is(List.of(90)))
                .body("pages.width", is(List.of(640)))
                .body("image.height", is(560));
    }

    @Test
    void leavesAPageAsTheCallerSaysItStands() {
        Sent.raw("/predict?rotation=0", Pictures.twoLinesOnTheirSide())
                .then()
                .statusCode(200)
                .body("numbers.value", not(is(List.of("1704", "1704"))))
                .body("pages.rotation", is(List.of(0)));
    }

    private static List<Integer> indices(List<?> all) {
        return IntStream.range(0, all.size()).boxed().toList();
    }

    @Test
    void everySignStandsInTheText() {
        var answer = Sent.raw("/predict", Pictures.sampleWithAMinus())
                .then()
                .statusCode(200)
                .body("numbers.text", is(List.of("-1704")))
                .body("numbers.value", is(List.of("1704")))
                .body("numbers[0].signs.sign", is(List.of("-")))
                .body("numbers[0].signs.before", is(List.of(0)))
                .extract();

        assertThat(answer.<Integer>path("numbers[0].signs[0].box.x"))
                .isLessThan(answer.path("numbers[0].digits[0].box.x"));
        assertThat(answer.<Integer>path("numbers[0].box.x")).isEqualTo(answer.path("numbers[0].signs[0].box.x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/predict", "/predict?signs=all", "/predict?signs=digits"})
    void readsSignsUnlessTheCallerKnowsThatThereAreDigitsOnly(String path) {
        boolean all = !path.endsWith("=digits");

        Sent.raw(path, Pictures.sampleWithAMinus())
                .then()
                .statusCode(200)
                .body("numbers.value", is(List.of("1704")))
                .body("numbers.text", is(List.of(all ? "-1704" : "1704")))
                .body("numbers.signs.flatten().sign", is(all ? List.of("-") : List.of()))
                .body("lines.text", is(List.of(all ? "-1704" : "1704")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "image/jpeg",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "text/plain;charset=utf-8",
                "no media type"
            })
    void givesTheSameAnswerWhateverTheContentTypeSays(String contentType) {
        var answer = Sent.raw("/predict", contentType, Pictures.sample());

        assertThat(numbers(answer)).isEqualTo(numbers(Sent.form("/predict", Pictures.sample())));
    }

    @Test
    void givesTheSameAnswerForBase64AndDataUrl() {
        String base64 = Base64.getEncoder().encodeToString(Pictures.sample()).replaceAll(".{76}", "$0\\\\n");

        var plain = Sent.json("/predict", "{\"name\": [1, {\"image\": 2}], \"image\": \"" + base64 + "\"}");
        var url = Sent.json("/predict", "{\"image\": \"data:image/png;base64," + base64 + "\"}");

        var expected = numbers(Sent.form("/predict", Pictures.sample()));
        assertThat(numbers(plain)).isEqualTo(expected);
        assertThat(numbers(url)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "bmp"})
    void readsOtherFormats(String format) {
        Sent.raw("/predict", Pictures.sample(format)).then().statusCode(200).body("numbers[0].value", is("1704"));
    }

    @Test
    void readsWebp() {
        Sent.raw("/predict", "image/webp", Pictures.sampleWebp())
                .then()
                .statusCode(200)
                .body("numbers[0].value", is("1704"));
    }

    @Test
    void answersAnEmptyPictureWithAnEmptyList() {
        Sent.raw("/predict", Pictures.blank())
                .then()
                .statusCode(200)
                .body("numbers.size()", is(0))
                .body("lines.size()", is(0));
    }

    @Test
    void givesNoMoreAlternativesThanAskedFor() {
        Sent.raw("/predict?alternatives=0", Pictures.sample())
                .then()
                .statusCode(200)
                .body("numbers[0].alternatives.size()", is(0))
                .body("numbers[0].digits.alternatives.size()", is(4))
                .body("numbers[0].digits.alternatives.flatten().size()", is(0));
    }

    @Test
    void holdsNumbersToTheDigitsThatTheCallerKnowsOf() {
        Sent.raw("/predict?digits=4", Pictures.sample())
                .then()
                .statusCode(200)
                .body("numbers.value", everyItem(matchesPattern("\\d{4}")));
    }

    @Test
    void readsByTheTextbookWhereThatIsAskedFor() {
        Sent.raw("/predict?method=classical", Pictures.sample())
                .then()
                .statusCode(200)
                .body("numbers.value", is(List.of("1704")))
                .body("numbers.text", is(List.of("1704")))
                .body("numbers[0].digits.digit", is(List.of(1, 7, 0, 4)))
                .body("lines.text", is(List.of("1704")))
                .body("model.name", is("base"));
        Sent.raw("/predict?method=learned", Pictures.sample())
                .then()
                .statusCode(200)
                .body("model.name", is("line"));
    }

    @Test
    void roundsSoThatPeopleCanRead() {
        var answer = Sent.raw("/predict", Pictures.sample());

        answer.then().body("numbers[0].confidence.toDouble()", closeTo(1, 1));
        assertThat(answer.asString()).doesNotContain("E-").doesNotContainPattern("\"confidence\":0\\.\\d{5}");
    }

    @Test
    void tellsInWhichCellNumbersStand() {
        var answer = Sent.raw("/predict", Pictures.table())
                .then()
                .statusCode(200)
                .body("tables.size()", is(1))
                .body("tables[0].rows", is(2))
                .body("tables[0].columns", is(2))
                .body("tables[0].cells.row", is(List.of(0, 0, 1, 1)))
                .body("tables[0].cells.column", is(List.of(0, 1, 0, 1)))
                .body("tables[0].cells.text", is(List.of("1704", "1704", "1704", "1704")))
                .extract();

        assertThat(answer.<List<List<Integer>>>path("tables[0].cells.numbers"))
                .allSatisfy(cell -> assertThat(cell).hasSize(1));
    }

    @Test
    void givesATableToSpreadsheets() {
        csv(Pictures.table(), "1704,1704\r\n1704,1704\r\n");
    }

    @Test
    void givesSpreadsheetsTheLinesWhereThereIsNoTable() {
        csv(Pictures.twoLines(), "1704\r\n1704\r\n");
        csv(Pictures.blank(), "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/csv, image/png;q=0.5        | text/csv
            text/csv;q=0.5, image/png        | image/png
            text/csv;q=0.5, image/png;q=0.4, */*;q=0.1 | text/csv
            image/*, text/csv;q=0.9          | image/png
            */*                              | application/json
            text/csv, application/json       | application/json
            """)
    void givesWhatIsAcceptedMostGladly(String accepted, String given) {
        given().header("Accept", accepted)
                .body(Pictures.blank())
                .post("/predict")
                .then()
                .statusCode(200)
                .contentType(startsWith(given));
    }

    private static void csv(byte[] picture, String rows) {
        given().accept("text/csv")
                .multiPart("image", "a.png", picture)
                .post("/predict")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .body(is(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/predict", "/segment", "/predict?method=classical", "/segment?method=classical"})
    void drawsOnThePictureWhereThatIsAccepted(String path) throws IOException {
        byte[] png = given().accept("image/png")
                .multiPart("image", "1704.png", Pictures.sample())
                .post(path)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(640);
    }

    /** Browsers show it. */
    @ParameterizedTest
    @ValueSource(strings = {"/predict", "/segment"})
    void tellsWhatIsWrongWithAPictureThatItReads(String path) {
        byte[] jpeg = Pictures.sample("jpg");
        Sent.raw(path, jpeg).then().statusCode(200).body("warnings.size()", is(0));
        Sent.raw(path, Arrays.copyOf(jpeg, jpeg.length - 2))
                .then()
                .statusCode(200)
                .body("lines.size()", is(1))
                .body("warnings.page", is(List.of(1)))
                .body("warnings[0].text", containsString("no end marker"));
    }

    static Stream<Arguments> wrapped() {
        String base64 = Base64.getEncoder().encodeToString(Pictures.sample());
        return Stream.of(
                arguments("a data URL", Pictures.text("data:image/png;base64," + base64)),
                arguments("a data URL in lines", Pictures.text(" data:;base64,\n" + lines(base64))),
                arguments("base64 text", Pictures.text(lines(base64))),
                arguments("base64 text without its padding", Pictures.text(base64.replace("=", ""))),
                arguments("gzip", gzip(Pictures.sample())),
                arguments("a data URL in gzip", gzip(Pictures.text("data:image/png;base64," + base64))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrapped")
    void unwrapsWhatNothingSaysIsWrapped(String what, byte[] body) {
        var expected = numbers(Sent.form("/predict", Pictures.sample()));
        assertThat(numbers(Sent.raw("/predict", body))).isEqualTo(expected);
        assertThat(numbers(Sent.form("/predict", body))).isEqualTo(expected);
        var batch = Sent.form("/predict/batch", body);
        assertThat(batch.<Object>path("results[0].reading.numbers")).isEqualTo(expected);
    }

    @Test
    void readsBodiesInGzip() {
        var expected = numbers(Sent.form("/predict", Pictures.sample()));
        String base64 = Base64.getEncoder().encodeToString(Pictures.sample());
        byte[] json = gzip(Pictures.text("{\"image\": \"" + base64 + "\"}"));
        assertThat(numbers(given().header("Content-Encoding", "gzip")
                        .contentType("application/json")
                        .body(json)
                        .post("/predict")))
                .isEqualTo(expected);
        var form = new ByteArrayOutputStream();
        form.writeBytes(Pictures.text("--edge\r\nContent-Disposition: form-data; name=\"image\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + lines(base64) + "\r\n--edge--\r\n"));
        for (byte[] body : List.of(form.toByteArray(), gzip(form.toByteArray()))) {
            assertThat(numbers(Sent.raw("/predict", "multipart/form-data; boundary=edge", body)))
                    .isEqualTo(expected);
        }
    }

    private static String lines(String base64) {
        return base64.replaceAll(".{76}", "$0\r\n");
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Object numbers(Response answer) {
        answer.then().statusCode(200);
        return answer.path("numbers");
    }
}

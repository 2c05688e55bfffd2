package org.numberreader.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service answers of the numbers in a picture. */
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
}

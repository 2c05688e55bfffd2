package org.numberreader.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SegmentTest {
    private static final String PNG = "data:image/png;base64,";

    @Test
    void tellsWhereTheDigitsAreWithoutTheirValues() {
        Sent.form("/segment", Pictures.sample())
                .then()
                .statusCode(200)
                .body("lines.size()", is(1))
                .body("lines[0].digits.size()", is(4))
                .body("lines[0].digits[0].contour[0].size()", is(2))
                .body("lines[0].digits[0].box.height", greaterThan(50))
                .body("lines[0].digits[0].digit", nullValue())
                .body("lines[0].digits.frame", everyItem(nullValue()));
    }

    @Test
    void givesTheFramesWhereTheyAreAskedFor() {
        Sent.form("/segment?crops=true", Pictures.sample())
                .then()
                .statusCode(200)
                .body("lines[0].digits.frame", everyItem(startsWith("data:image/png;base64,")))
                .body("lines[0].digits.frame", not(is(List.of())));
    }

    @Test
    void hasNoStepsUnlessTheyAreAskedFor() {
        Sent.form("/segment", Pictures.sample()).then().statusCode(200).body("steps", nullValue());
    }

    @Test
    void showsHowThePictureWasRead() {
        Sent.form("/segment?detail=steps", Pictures.sample())
                .then()
                .statusCode(200)
                .body("lines[0].digits.size()", is(4))
                .body("steps.gray", startsWith(PNG))
                .body("steps.numbers", startsWith(PNG))
                .body("steps.other", startsWith(PNG))
                .body("steps.complete", is(true))
                .body("steps.lines.size()", is(1))
                .body("steps.lines[0].image", startsWith(PNG))
                .body("steps.lines[0].box.width", greaterThan(300))
                .body(
                        "steps.millis.keySet()",
                        containsInAnyOrder("decode", "map", "lines", "recognise", "classify", "text"))
                .body("steps.millis.map", greaterThan(0f))
                .body("steps.millis.recognise", greaterThan(0f));
    }

    @Test
    void showsTheLikeliestSymbolsOfEachColumn() {
        var answer = Sent.form("/segment?detail=steps", Pictures.sample())
                .then()
                .statusCode(200)
                .body("steps.lines[0].columns.symbols*.size().flatten()", everyItem(is(oneOf(1, 2, 3))))
                .extract();

        assertThat(answer.<List<Float>>path("steps.lines[0].columns.x")).isSorted();
        List<List<Float>> probabilities = answer.path("steps.lines[0].columns.symbols.probability");
        assertThat(probabilities)
                .allSatisfy(column -> assertThat(column).isSortedAccordingTo(Comparator.reverseOrder()));
        List<String> likely = answer.path(
                "steps.lines[0].columns.findAll { it.symbols[0].probability > 0.5 }.collect { it.symbols[0].symbol }");
        assertThat(likely).containsSubsequence("1", "7", "0", "4");
    }

    @Test
    void showsAnEmptyMapOfAnEmptyPicture() throws IOException {
        String numbers = Sent.form("/segment?detail=steps", Pictures.blank())
                .then()
                .statusCode(200)
                .body("lines.size()", is(0))
                .body("steps.complete", is(true))
                .extract()
                .path("steps.numbers");

        var map = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(numbers.substring(PNG.length()))));
        var values = map.getData().getSamples(0, 0, map.getWidth(), map.getHeight(), 0, (int[]) null);
        assertThat(Arrays.stream(values).max().orElseThrow()).isLessThan(128);
    }

    @Test
    void boundsTheStepsOfAPictureFullOfMarks() {
        var answer = Sent.form("/segment?detail=steps", Pictures.manyMarks())
                .then()
                .statusCode(200)
                .body("steps.lines.size()", lessThanOrEqualTo(200))
                .extract();
        List<String> pictures =
                List.of(answer.path("steps.gray"), answer.path("steps.numbers"), answer.path("steps.other"));
        assertThat(pictures).allSatisfy(picture -> assertThat(picture.length()).isLessThan(500_000));
    }

    @Test
    void findsDigitsByTheTextbookWhereThatIsAskedFor() {
        Sent.form("/segment?method=classical&crops=true", Pictures.sample())
                .then()
                .statusCode(200)
                .body("lines.size()", is(1))
                .body("lines[0].digits.size()", is(4))
                .body("lines[0].digits[0].contour[0].size()", is(2))
                .body("lines[0].digits.frame", everyItem(startsWith("data:image/png;base64,")));
    }

    @Test
    void theTextbookMethodHasNoSteps() {
        Sent.form("/segment?detail=steps&method=classical", Pictures.sample())
                .then()
                .statusCode(400)
                .body("detail", startsWith("Parameter detail: the classical method has no steps."));
    }

    @Test
    void namesAnUnknownDetail() {
        Sent.form("/segment?detail=all", Pictures.sample())
                .then()
                .statusCode(400)
                .body("detail", is("Parameter detail: must be steps."));
    }
}

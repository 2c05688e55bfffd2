package org.numberreader.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SegmentTest {

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
    void hasNoLatticeUnlessItIsAskedFor() {
        Sent.form("/segment", Pictures.sample()).then().statusCode(200).body("lattice", nullValue());
    }

    @Test
    void showsHowThePictureWasRead() {
        Sent.form("/segment?detail=lattice", Pictures.sample())
                .then()
                .statusCode(200)
                .body("lines[0].digits.size()", is(4))
                .body("lattice.gray", startsWith("data:image/png;base64,"))
                .body("lattice.ink", startsWith("data:image/png;base64,"))
                .body("lattice.complete", is(true))
                .body("lattice.lines.size()", is(1))
                .body("lattice.lines[0].pieces.size()", greaterThanOrEqualTo(4))
                .body("lattice.lines[0].path.digit", contains(1, 7, 0, 4))
                .body("lattice.lines[0].candidates.kind", everyItem(is(in(List.of("whole", "cut", "joined")))))
                .body("lattice.lines[0].candidates[0].digits.size()", is(3))
                .body("lattice.lines[0].candidates.frame", everyItem(nullValue()))
                .body(
                        "lattice.millis.keySet()",
                        containsInAnyOrder("decode", "ink", "lines", "cut", "classify", "path"))
                .body("lattice.millis.ink", greaterThan(0f));
    }

    @Test
    void thePathLeadsThroughCandidatesOfTheDigitsPlaces() {
        var answer = Sent.form("/segment?detail=lattice&crops=true", Pictures.sample())
                .then()
                .statusCode(200)
                .body("lattice.lines[0].candidates.frame", everyItem(startsWith("data:image/png;base64,")))
                .extract();
        List<Integer> path = answer.path("lattice.lines[0].path.candidate");
        for (int digit = 0; digit < path.size(); digit++) {
            String candidate = "lattice.lines[0].candidates[" + path.get(digit) + "].";
            String place = "lines[0].digits[" + digit + "].";
            assertThat(answer.<Object>path(candidate + "box")).isEqualTo(answer.path(place + "box"));
            assertThat(answer.<Object>path(candidate + "frame")).isEqualTo(answer.path(place + "frame"));
        }
    }

    @Test
    void showsAnEmptyLatticeWhereThereIsNoInk() {
        Sent.form("/segment?detail=lattice", Pictures.blank())
                .then()
                .statusCode(200)
                .body("lattice.lines.size()", is(0))
                .body("lattice.ink", nullValue())
                .body("lattice.complete", is(true));
    }

    @Test
    void showsTheLatticeOfOneDigit() {
        Sent.form("/segment?detail=lattice&digits=1", Pictures.sample())
                .then()
                .statusCode(200)
                .body("lattice.lines[0].pieces.size()", is(1))
                .body("lattice.lines[0].candidates.size()", is(1));
    }

    @Test
    void boundsTheLatticeOfAPictureFullOfMarks() {
        var answer = Sent.form("/segment?detail=lattice&crops=true", Pictures.manyMarks())
                .then()
                .statusCode(200)
                .body("lattice.complete", is(false))
                .extract();
        List<List<Object>> candidates = answer.path("lattice.lines.candidates");
        assertThat(candidates.stream().mapToInt(List::size).sum()).isEqualTo(1_000);
        List<String> pictures = List.of(answer.path("lattice.gray"), answer.path("lattice.ink"));
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
    void theTextbookMethodHasNoLattice() {
        Sent.form("/segment?detail=lattice&method=classical", Pictures.sample())
                .then()
                .statusCode(400)
                .body("detail", startsWith("Parameter detail: the classical method has no lattice."));
    }

    @Test
    void namesAnUnknownDetail() {
        Sent.form("/segment?detail=all", Pictures.sample())
                .then()
                .statusCode(400)
                .body("detail", is("Parameter detail: lattice is known."));
    }
}

package org.numberreader.web;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
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
                .body("lines[0].digits.frame", not(is(java.util.List.of())));
    }
}

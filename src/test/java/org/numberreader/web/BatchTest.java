package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchTest {

    @Test
    void neverLetsABadPictureSpoilTheOthers() {
        given().multiPart("image", "a.png", Pictures.sample())
                .multiPart("image", "b.heic", Pictures.heic())
                .multiPart("note", "not a picture")
                .multiPart("image", "c.png", new byte[0])
                .multiPart("image", "d.jpg", Pictures.truncatedJpeg())
                .multiPart("image", "e.png", Pictures.bomb())
                .multiPart("image", "f.png", Pictures.pngOfBytes(10 * 1024 * 1024 + 1))
                .multiPart("image", "é.png", Pictures.sample())
                .post("/predict/batch")
                .then()
                .statusCode(200)
                .body("results.name.take(6)", is(List.of("a.png", "b.heic", "c.png", "d.jpg", "e.png", "f.png")))
                .body("results[0].reading.numbers[0].text", is("1704"))
                .body("results[0]", not(hasKey("problem")))
                .body("results[1..5].problem.status", is(List.of(415, 400, 422, 413, 413)))
                .body("results[1]", not(hasKey("reading")))
                .body("results[1].problem.requestId", notNullValue())
                .body("results[6].reading.numbers[0].value", is("1704"));
    }

    @Test
    void takesOneBarePictureToo() {
        Sent.raw("/predict/batch", Pictures.sample())
                .then()
                .statusCode(200)
                .body("results.size()", is(1))
                .body("results[0].reading.numbers[0].text", is("1704"));
    }

    @Test
    void readsByTheTextbookWhereThatIsAskedFor() {
        Sent.raw("/predict/batch?method=classical", Pictures.sample())
                .then()
                .statusCode(200)
                .body("results[0].reading.numbers[0].text", is("1704"))
                .body("results[0].reading.model.name", is("base"));
    }

    @Test
    void refusesABatchWithoutPictures() {
        BadInputTest.isProblem(given().multiPart("note", "nothing").post("/predict/batch"), 400);
    }

    @Test
    void refusesMorePicturesThanItsLimit() {
        var request = given();
        for (int i = 0; i < 101; i++) {
            request.multiPart("image", i + ".heic", Pictures.heic());
        }

        BadInputTest.isProblem(request.post("/predict/batch"), 413).body("detail", containsString("100"));
    }

    @Test
    void refusesAFormOfManyOtherParts() {
        var request = given();
        for (int i = 0; i < 30; i++) {
            request.multiPart("note" + i, "nothing");
        }

        BadInputTest.isProblem(request.post("/predict/batch"), 413);
    }
}

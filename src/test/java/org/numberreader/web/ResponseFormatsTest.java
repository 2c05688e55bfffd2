package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer as JSON, CSV or a picture, whichever is accepted. */
@QuarkusTest
class ResponseFormatsTest {
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
}

package org.numberreader.web.page;

import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The page at one width, opened before each test: what a person does there works on a wide screen and on a narrow one. */
abstract class PageAtWidth extends InTheBrowser {
    final int width;

    PageAtWidth(int width) {
        this.width = width;
    }

    @BeforeEach
    void open() {
        open(width, ColorScheme.LIGHT);
    }

    byte[] download(String button) throws IOException {
        Download download = page.waitForDownload(() -> button(button).click());
        return Files.readAllBytes(download.path());
    }

    static List<String> rows(byte[] csv) {
        return Arrays.asList(new String(csv, StandardCharsets.UTF_8).split("\r\n"));
    }

    static FilePayload named(String name) {
        return new FilePayload(name, "image/png", sample().buffer);
    }

    static String problemFromTheService() {
        return given().multiPart("image", "notes.png", notes().buffer, "image/png")
                .post("/predict")
                .then()
                .statusCode(415)
                .extract()
                .path("detail");
    }
}

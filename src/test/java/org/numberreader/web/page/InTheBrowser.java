package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The page in a browser, with the packaged service behind it, and what a person does there. */
abstract class InTheBrowser {
    static final int WIDE = 1280;
    static final int NARROW = 390;

    /** On a loaded machine the first reading takes seconds. */
    private static final double PATIENCE_MILLIS = 20_000;

    static final String UNCERTAIN = """
            {"image": {"width": 640, "height": 240}, "numbers": [{"value": "007", "text": "007", "confidence": 0.6, "certain": false,
              "box": {"x": 100, "y": 50, "width": 300, "height": 130}, "signs": [],
              "alternatives": [{"value": "001", "text": "001", "confidence": 0.35}],
              "digits": [
                {"digit": 0, "confidence": 0.99, "box": {"x": 100, "y": 50, "width": 80, "height": 130}, "alternatives": []},
                {"digit": 0, "confidence": 0.98, "box": {"x": 200, "y": 50, "width": 80, "height": 130}, "alternatives": []},
                {"digit": 7, "confidence": 0.62, "box": {"x": 320, "y": 50, "width": 80, "height": 130},
                 "alternatives": [{"digit": 1, "confidence": 0.3}]}
              ]}], "lines": [], "unread": []}
            """;

    /** -12.5 % and two pieces of other handwriting. */
    static final String WITH_SIGNS = """
            {"image": {"width": 640, "height": 280}, "numbers": [{"value": "125", "text": "-12.5%", "confidence": 0.97, "certain": true,
              "box": {"x": 60, "y": 66, "width": 460, "height": 156}, "alternatives": [],
              "digits": [
                {"digit": 1, "confidence": 0.99, "box": {"x": 106, "y": 66, "width": 42, "height": 148}, "alternatives": []},
                {"digit": 2, "confidence": 0.99, "box": {"x": 206, "y": 70, "width": 100, "height": 148}, "alternatives": []},
                {"digit": 5, "confidence": 0.99, "box": {"x": 336, "y": 75, "width": 93, "height": 139}, "alternatives": []}
              ],
              "signs": [
                {"sign": "-", "confidence": 0.98, "box": {"x": 60, "y": 140, "width": 36, "height": 10}, "before": 0},
                {"sign": ".", "confidence": 0.97, "box": {"x": 314, "y": 200, "width": 12, "height": 12}, "before": 2},
                {"sign": "%", "confidence": 0.96, "box": {"x": 440, "y": 70, "width": 80, "height": 140}, "before": 3}
              ]}],
             "lines": [{"text": "-12.5%", "box": {"x": 60, "y": 66, "width": 460, "height": 156}, "numbers": [0]}],
             "unread": [
               {"box": {"x": 560, "y": 80, "width": 60, "height": 100}, "reason": "no number"},
               {"box": {"x": 20, "y": 230, "width": 120, "height": 40}, "reason": "crossed out"}
             ]}
            """;

    /** Two rows and two columns, of which one cell is empty and one uncertain. */
    static final String TABLE = """
            {"image": {"width": 640, "height": 280}, "numbers": [
              {"value": "17", "text": "17", "confidence": 0.97, "certain": true, "box": {"x": 100, "y": 60, "width": 80, "height": 60},
               "alternatives": [], "signs": [], "digits": [
                {"digit": 1, "confidence": 0.99, "box": {"x": 100, "y": 60, "width": 30, "height": 60}, "alternatives": []},
                {"digit": 7, "confidence": 0.99, "box": {"x": 140, "y": 60, "width": 40, "height": 60}, "alternatives": []}]},
              {"value": "95", "text": "9.5", "confidence": 0.97, "certain": true, "box": {"x": 300, "y": 60, "width": 90, "height": 60},
               "alternatives": [], "digits": [
                {"digit": 9, "confidence": 0.99, "box": {"x": 300, "y": 60, "width": 40, "height": 60}, "alternatives": []},
                {"digit": 5, "confidence": 0.99, "box": {"x": 350, "y": 60, "width": 40, "height": 60}, "alternatives": []}],
               "signs": [{"sign": ".", "confidence": 0.97, "box": {"x": 342, "y": 112, "width": 6, "height": 6}, "before": 1}]},
              {"value": "4", "text": "4", "confidence": 0.6, "certain": false, "box": {"x": 110, "y": 180, "width": 40, "height": 60},
               "alternatives": [], "signs": [], "digits": [
                {"digit": 4, "confidence": 0.6, "box": {"x": 110, "y": 180, "width": 40, "height": 60}, "alternatives": []}]}],
             "lines": [], "unread": [],
             "tables": [{"rows": 2, "columns": 2, "box": {"x": 60, "y": 40, "width": 400, "height": 220}, "cells": [
               {"row": 0, "column": 0, "text": "17", "numbers": [0], "box": {"x": 60, "y": 40, "width": 200, "height": 110}},
               {"row": 0, "column": 1, "text": "9.5", "numbers": [1], "box": {"x": 260, "y": 40, "width": 200, "height": 110}},
               {"row": 1, "column": 0, "text": "4", "numbers": [2], "box": {"x": 60, "y": 150, "width": 200, "height": 110}},
               {"row": 1, "column": 1, "text": "", "numbers": [], "box": {"x": 260, "y": 150, "width": 200, "height": 110}}]}]}
            """;

    private static @Nullable Playwright playwright;
    private static Browser browser;

    @TestHTTPResource("/")
    URI address;

    final List<String> complaints = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    BrowserContext context;
    Page page;

    @BeforeAll
    static void startTheBrowser() {
        var chromium = Chromium.find();
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium here: the page is not tried in a browser");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Chromium.playwright();
        browser = chromium.orElseThrow().launch(playwright);
    }

    @AfterAll
    static void stopTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @AfterEach
    void closeThePage() {
        if (context != null) {
            context.close();
        }
    }

    void open(int width, ColorScheme scheme) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == WIDE ? 800 : 844)
                .setColorScheme(scheme)
                // Half faded in, a text has too little contrast, and a picture of it shows nothing.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(address.toString());
        assertThat(page.getByText("Choose pictures")).isVisible();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
        }
    }

    void choose(FilePayload... pictures) {
        page.getByLabel("Choose pictures").first().setInputFiles(pictures);
    }

    /** One of the page's own samples, which it draws itself. */
    void trySample(String name) {
        button(name).click();
        assertThat(page.locator("#name")).hasText(name + ".png");
        assertThat(values().first()).isVisible();
    }

    /** The service's answers are given by the test. */
    void answer(int status, String body) {
        page.route(
                "**/predict?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/json")
                        .setBody(body)));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /**
     * Waits until an expression is true, asked again and again from here: what Playwright's waitForFunction leaves in the
     * page to ask there is refused by the page's content security policy, unless it is true at once.
     */
    void waitUntil(String expression) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(expression)));
    }

    Locator values() {
        return page.locator(".results .value");
    }

    /** A digit of the first number in the list. */
    Locator digit(int place) {
        return page.locator(".value [data-number='0'][data-digit='" + place + "']");
    }

    /** A cell of the first table. */
    Locator cell(int row, int column) {
        return page.locator("[data-cell='0:" + row + ":" + column + "']");
    }

    Locator card() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator entries() {
        return page.locator(".entry");
    }

    void openHow() {
        page.getByText("How was this read?").click();
        assertThat(page.locator(".step")).hasCount(6);
    }

    static FilePayload sample() {
        return new FilePayload(
                "1704.png", "image/png", given().get("/samples/1704.png").asByteArray());
    }

    static FilePayload notes() {
        return new FilePayload("notes.png", "image/png", "no picture at all".getBytes(StandardCharsets.UTF_8));
    }
}

package org.numberreader.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person does on the page, done in a browser with the packaged service. */
@QuarkusIntegrationTest
class PageIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** On a loaded machine the first reading takes seconds. */
    private static final double PATIENCE_MILLIS = 20_000;

    private static final String UNCERTAIN = """
            {"image": {"width": 640, "height": 240}, "numbers": [{"value": "007", "confidence": 0.6, "certain": false,
              "box": {"x": 100, "y": 50, "width": 300, "height": 130}, "alternatives": [{"value": "001", "confidence": 0.35}],
              "digits": [
                {"digit": 0, "confidence": 0.99, "box": {"x": 100, "y": 50, "width": 80, "height": 130}, "alternatives": []},
                {"digit": 0, "confidence": 0.98, "box": {"x": 200, "y": 50, "width": 80, "height": 130}, "alternatives": []},
                {"digit": 7, "confidence": 0.62, "box": {"x": 320, "y": 50, "width": 80, "height": 130}, "alternatives": []}
              ]}]}
            """;

    private static @Nullable Playwright playwright;
    private static Browser browser;

    @TestHTTPResource("/")
    URI address;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private BrowserContext context;
    private Page page;

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

    @BeforeEach
    void openThePage() {
        open(new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    @AfterEach
    void closeThePage() {
        context.close();
    }

    @Test
    void showsTheNumberThatTheServiceReadsInTheChosenPicture() {
        choose(sample());

        assertThat(value()).hasText(valueFromTheService());
        assertThat(page.getByText("Digit by digit")).isVisible();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(valueFromTheService());
    }

    @Test
    void readsTheSampleRight() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try the sample"))
                .click();

        assertThat(value()).hasText("1704");
    }

    @Test
    void marksEveryDigitInsideThePicture() {
        choose(sample());
        assertThat(value()).isVisible();

        var picture = page.locator("#shown").boundingBox();
        var marks = page.locator(".mark i");
        assertThat(marks).hasCount(value().innerText().length());
        for (var mark : marks.all()) {
            var box = mark.boundingBox();
            assertThat(box.x).isBetween(picture.x, picture.x + picture.width - box.width);
            assertThat(box.y).isBetween(picture.y, picture.y + picture.height - box.height);
        }
    }

    @Test
    void saysAProblemInASentenceAndReadsTheNextPicture() {
        choose(new FilePayload("notes.png", "image/png", "no picture at all".getBytes(StandardCharsets.UTF_8)));

        assertThat(page.getByRole(AriaRole.ALERT)).hasText(problemFromTheService());
        assertThat(page.getByText("Try again")).isVisible();

        choose(sample());
        assertThat(value()).isVisible();
        assertThat(page.getByRole(AriaRole.ALERT)).isHidden();
    }

    @Test
    void saysKindlyThatThereAreNoNumbers() throws IOException {
        choose(new FilePayload("blank.png", "image/png", blank()));

        assertThat(heading("No numbers found")).isVisible();
        assertThat(value()).hasCount(0);
    }

    @Test
    void asksInWordsToCheckAnUncertainNumberAndKeepsItsZeros() {
        page.route(
                "**/predict?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(UNCERTAIN)));
        choose(sample());

        assertThat(value()).hasText("007");
        assertThat(page.getByText("Please check: 60 % sure")).isVisible();
        assertThat(page.getByText("The 3rd digit, 7, is the least sure.")).isVisible();
        assertThat(page.getByText("001 35 %")).isVisible();
    }

    @Test
    void asksForTheNumberOfDigitsThatIsGiven() {
        page.getByLabel("Digits in a number").fill("4");
        choose(sample());
        assertThat(value()).isVisible();

        assertThat(requests).anyMatch(request -> request.contains("/predict?") && request.contains("digits=4"));
    }

    @Test
    void staysOnItsOwnHostAndComplainsOfNothing() {
        choose(sample());
        assertThat(value()).isVisible();

        assertThat(requests).allMatch(request -> request.startsWith(address.toString()) || request.startsWith("blob:"));
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest(name = "{0}×{1}, {2}")
    @CsvSource({"1280, 800, LIGHT", "1280, 800, DARK", "390, 844, LIGHT", "390, 844, DARK"})
    void fitsTheWidth(int width, int height, ColorScheme scheme) {
        context.close();
        open(new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        screenshot("empty", width, scheme);
        choose(sample());
        assertThat(value()).isVisible();
        screenshot("read", width, scheme);

        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    private void open(Browser.NewContextOptions options) {
        context = browser.newContext(options);
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(address.toString());
        assertThat(page.getByText("Choose a picture").first()).isVisible();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
        }
    }

    private void choose(FilePayload picture) {
        page.getByLabel("Choose a picture").first().setInputFiles(picture);
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private Locator value() {
        return page.locator(".results .value");
    }

    private void screenshot(String state, int width, ColorScheme scheme) {
        var file = SCREENSHOTS.resolve(
                "%s-%d-%s.png".formatted(state, width, scheme.name().toLowerCase(Locale.ROOT)));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static byte[] blank() throws IOException {
        var paper = new BufferedImage(400, 200, BufferedImage.TYPE_BYTE_GRAY);
        var pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(paper, "png", bytes);
        return bytes.toByteArray();
    }

    private static FilePayload sample() {
        var bytes = given().get("/samples/1704.png")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new FilePayload("1704.png", "image/png", bytes);
    }

    private static String valueFromTheService() {
        return given().multiPart("image", "1704.png", sample().buffer, "image/png")
                .post("/predict")
                .then()
                .statusCode(200)
                .extract()
                .path("numbers[0].value");
    }

    private static String problemFromTheService() {
        return given().multiPart(
                        "image", "notes.png", "no picture at all".getBytes(StandardCharsets.UTF_8), "image/png")
                .post("/predict")
                .then()
                .statusCode(415)
                .extract()
                .path("detail");
    }
}

package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.restassured.path.json.JsonPath;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does on the page: all of it works on a wide screen and on a narrow one. */
abstract class PageActions extends InTheBrowser {
    private final int width;

    PageActions(int width) {
        this.width = width;
    }

    @BeforeEach
    void open() {
        open(width, ColorScheme.LIGHT);
    }

    // ---- ways in

    @Test
    void showsWhatTheServiceReadsInTheChosenPicture() {
        choose(sample());

        assertThat(values()).hasText("1704");
        assertThat(page.locator("#announcement[role=status]")).containsText("1704");
        assertThat(page.locator(".footer")).containsText("640 × 280 pixels");
        assertThat(complaints).isEmpty();
    }

    @Test
    void readsAllPicturesThatAreDropped() {
        transfer("drop", List.of(named("one.png"), named("two.png"), named("three.png")));

        assertThat(entries()).hasCount(3);
        assertThat(page.locator(".entry[data-reading=done]")).hasCount(3);
        assertThat(page.locator("#name")).hasText("one.png");
    }

    @Test
    void readsAPictureThatIsPasted() {
        transfer("paste", List.of(named("pasted.png")));

        assertThat(values()).hasText("1704");
        assertThat(page.locator("#name")).hasText("pasted.png");
    }

    @Test
    void readsAPhotoFromTheCamera() {
        button("Use the camera").click();
        button("Take photo").click();

        assertThat(page.locator("#name")).hasText("Photo.jpg");
        assertThat(page.locator(".results-head")).isVisible();
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void saysThatTheCameraCannotBeUsed() {
        page.evaluate("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('no')); }");
        button("Use the camera").click();

        assertThat(page.getByText("The camera is not available")).isVisible();
        button("Cancel").click();
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"One number, 1704", "Several lines, 2025 0386 491 57602", "Squared paper, 6289"})
    void readsItsSamplesRight(String sample, String numbers) {
        trySample(sample);

        assertThat(values()).hasText(numbers.split(" "));
    }

    @Test
    void asksForTheNumberOfDigitsThatIsGiven() {
        trySample("One number");
        if (!page.getByLabel("Digits in a number").isVisible()) {
            page.locator("#options-fold > summary").click();
        }
        page.getByLabel("Digits in a number").fill("2");
        page.getByLabel("Signs", new Page.GetByLabelOptions().setExact(true)).selectOption("digits");
        var asked =
                page.waitForRequest("**/predict?*", () -> button("Read again").click());

        assertThat(asked.url()).contains("digits=2").contains("signs=digits");
        assertThat(page.locator("body[data-state='done']")).isVisible();
    }

    // ---- during and instead

    @Test
    void showsThatItReads() {
        var held = new ArrayList<Route>();
        page.route("**/predict?*", held::add);
        choose(named("one.png"), named("two.png"));

        assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(page.locator("#stage-of-work")).containsText("ing the ");
        assertThat(page.locator("#queue")).hasText("0 of 2 pictures read");
        assertThat(button("Save with marks")).isDisabled();
        page.unroute("**/predict?*");
        held.forEach(Route::resume);
        assertThat(values()).hasText("1704");
    }

    @Test
    void saysAProblemInASentenceAndReadsTheNextPicture() {
        choose(notes());

        assertThat(page.getByRole(AriaRole.ALERT)).hasText(problemFromTheService());
        choose(sample());
        assertThat(values()).hasText("1704");
        assertThat(page.getByRole(AriaRole.ALERT)).isHidden();
    }

    @Test
    void triesAgainAfterAProblem() {
        answer(503, "{\"title\": \"Busy\", \"detail\": \"All readers are busy.\", \"requestId\": \"r-1\"}");
        choose(sample());
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("All readers are busy.");
        assertThat(page.getByText("Request r-1")).isVisible();

        page.unroute("**/predict?*");
        button("Try again").click();

        assertThat(values()).hasText("1704");
    }

    @Test
    void triesAllAgainThatTheServiceWasNotThereFor() {
        page.route("**/predict?*", Route::abort);
        choose(named("one.png"), named("two.png"), named("three.png"));
        assertThat(page.locator(".entry[data-reading=problem]")).hasCount(3);

        page.unroute("**/predict?*");
        button("Try again").click();

        assertThat(page.locator(".entry[data-reading=done]")).hasCount(3);
        assertThat(page.locator("#name")).hasText("one.png");
    }

    @Test
    void asksForATokenWhereTheServiceWantsOne() {
        page.route("**/{predict,segment}?*", route -> {
            if ("Bearer s3cret".equals(route.request().headerValue("authorization"))) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions().setStatus(401).setBody("{\"title\": \"Unauthorized\"}"));
            }
        });
        choose(named("one.png"), named("two.png"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("requires a token");
        assertThat(page.locator(".entry[data-reading=problem]")).hasCount(2);
        assertThat(button("Try again")).isHidden();

        var token = page.getByLabel("Token");
        token.fill("guessed");
        token.press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not accept this token");
        token.fill("s3cret");
        button("Read with this token").click();

        assertThat(values()).hasText("1704");
        assertThat(page.locator(".entry[data-reading=done]")).hasCount(2);
        openHow();
        complaints.clear(); // the browser's own, of the answers 401

        page.reload();
        choose(named("three.png"));
        assertThat(page.locator(".entry[data-reading=done]")).hasCount(3);
        button("Forget all").click();
        assertThat(page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]"))
                .isEqualTo(List.of(0, 0, ""));
        choose(sample());
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("requires a token");
    }

    @Test
    void saysThatTheServiceCouldNotBeReached() {
        page.route("**/predict?*", Route::abort);
        choose(sample());

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("could not be reached");
    }

    @Test
    void saysSoAndTriesAgainWhereThePageItselfCouldNotBeCompleted() {
        page.route("**/js/desk.js", Route::abort);
        choose(sample());
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("could not be reached");

        page.unroute("**/js/desk.js");
        button("Try again").click();

        assertThat(values()).hasText(new String[] {"1704"});
    }

    @Test
    void saysKindlyThatThereAreNoNumbers() throws IOException {
        choose(new FilePayload("blank.png", "image/png", blank()));

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("No numbers found")))
                .isVisible();
        assertThat(values()).hasCount(0);
    }

    @Test
    void turnsThePictureAsItsLatestReadingSays() {
        answerTurned(90);
        choose(sample());
        waitUntil("document.querySelector('#shown').naturalWidth === 280");

        page.unroute("**/predict?*");
        answerTurned(0);
        page.evaluate("document.querySelector('#options').requestSubmit()");
        waitUntil("document.querySelector('#shown').naturalWidth === 640");
        assertThat(complaints).isEmpty();
    }

    @Test
    void readsOnWhereThePictureIsTooLargeToBeTurned() {
        page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = (done) => done(null); }");
        answerTurned(90);
        choose(named("one.png"), named("two.png"));

        assertThat(page.locator(".entry[data-reading=done]")).hasCount(2);
        assertThat(page.getByText("The browser cannot display this file")).isVisible();
        assertThat(values()).hasText("007");
        assertThat(complaints).isEmpty();
    }

    private void answerTurned(int rotation) {
        answer(
                200,
                UNCERTAIN.replace(
                        "\"lines\"", "\"pages\": [{\"page\": 1, \"rotation\": %d}], \"lines\"".formatted(rotation)));
    }

    // ---- what was read

    @Test
    void boxesEveryDigitInsideThePicture() {
        trySample("Several lines");

        var picture = page.locator("#shown").boundingBox();
        var marks = page.locator(".stage .mark i");
        assertThat(page.locator(".stage .mark")).hasCount(4);
        assertThat(marks).hasCount("2025 0386 491 57602".replace(" ", "").length());
        for (var mark : marks.all()) {
            var box = mark.boundingBox();
            assertThat(box.x).isBetween(picture.x, picture.x + picture.width - box.width);
            assertThat(box.y).isBetween(picture.y, picture.y + picture.height - box.height);
        }
    }

    @Test
    void coversNoDigitByALabel() {
        trySample("Several lines");

        assertThat((int) page.evaluate("document.querySelectorAll('.stage .mark b').length"))
                .isGreaterThan(10);
        assertThat(page.evaluate("""
                () => {
                  const digits = [...document.querySelectorAll('.stage .mark i')].map((digit) => digit.getBoundingClientRect());
                  return [...document.querySelectorAll('.stage .mark b')]
                    .filter((label) => {
                      const { left, right, top, bottom } = label.getBoundingClientRect();
                      return digits.some((box) => left < box.right && box.left < right && top < box.bottom && box.top < bottom);
                    })
                    .map((label) => label.outerHTML);
                }
                """)).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({".stage .mark i[data-digit='1']", ".value [data-digit='1']", ".digits [data-digit='1']"})
    void showsWhatADigitCouldBeWherePointedAt(String place) {
        trySample("One number");
        page.locator(place).hover();

        assertThat(card()).containsText("The 2nd digit of 1704");
        assertThat(card().locator(".bars li").first()).containsText("7");
        var frame = card().getByAltText("The digit in 28 by 28 pixels, light on dark");
        assertThat(frame).isVisible();
        assertThat(frame.evaluate("image => image.decode().then(() => [image.naturalWidth, image.naturalHeight])"))
                .isEqualTo(List.of(28, 28));
        assertThat(page.locator(".mark.lit")).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "1234567890123456"})
    void aLongNumberStandsInOneRow(String number) {
        answer(200, reading(number));
        choose(sample());

        assertThat(values()).hasText(number);
        assertThat(page.evaluate("""
                () => new Set([...document.querySelectorAll('.value span')]
                  .map((digit) => digit.getBoundingClientRect().top)).size
                """)).isEqualTo(1);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    /** An answer with one certain number. */
    private static String reading(String number) {
        String box = "{\"x\": 10, \"y\": 50, \"width\": 600, \"height\": 130}";
        String digits =
                number.chars().mapToObj(digit -> """
                        {"digit": %c, "confidence": 1, "box": %s, "alternatives": []}""".formatted(digit, box)).collect(Collectors.joining(", "));
        return """
                {"image": {"width": 640, "height": 240}, "numbers": [{"value": "%s", "text": "%s", "confidence": 1,
                  "certain": true, "box": %s, "signs": [], "alternatives": [], "digits": [%s]}], "lines": [], "unread": []}
                """.formatted(number, number, box, digits);
    }

    @Test
    void showsNumbersAsTheyAreWritten() throws IOException {
        answer(200, WITH_SIGNS);
        choose(sample());

        assertThat(values()).hasText("-12.5%");
        assertThat(values().locator(".sign")).hasText(new String[] {"-", ".", "%"});
        assertThat(page.locator("#announcement")).containsText("-12.5%");
        assertThat(entries()).containsText("-12.5%");
        assertThat(page.locator(".stage .mark b.sign")).hasText(new String[] {"-", ".", "%"});
        assertThat(page.locator(".stage .mark i.sign")).hasCount(3);
        button("Copy -12.5%").click();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("-12.5%");
        assertThat(rows(download("Save all as CSV")).get(1))
                .startsWith("1704.png,1,-12.5%,125,-12.5%,false,0.97,true,");
        var json = JsonPath.from(new String(download("Save all as JSON"), StandardCharsets.UTF_8));
        assertThat(json.getString("[0].numbers[0].text")).isEqualTo("-12.5%");
        assertThat(json.getList("[0].numbers[0].signs.sign")).containsExactly("-", ".", "%");
    }

    @Test
    void correctsADigitBetweenSigns() throws IOException {
        answer(200, WITH_SIGNS);
        choose(sample());
        digit(1).press("9");
        assertThat(values()).hasText("-19.5%");
        assertThat(page.getByText("Corrected by you; was read as -12.5%")).isVisible();
        assertThat(rows(download("Save all as CSV")).get(1)).startsWith("1704.png,1,-19.5%,195,-12.5%,true,");

        digit(1).click();
        inCard("Insert after").click();
        inCard("3").click();
        assertThat(values()).hasText("-193.5%");
        digit(3).click();
        inCard("Insert before").click();
        inCard("4").click();
        assertThat(values()).hasText("-193.45%");
        digit(4).click();
        inCard("Insert after").click();
        inCard("6").click();
        assertThat(values()).hasText("-193.456%");
        digit(0).press("Delete");
        assertThat(values()).hasText("-93.456%");
        button("Back to -12.5%").click();
        assertThat(values()).hasText("-12.5%");
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsHandwritingThatIsInNoNumber() {
        answer(200, WITH_SIGNS);
        choose(sample());

        assertThat(page.getByText("2 pieces of handwriting were not read as numbers."))
                .isVisible();
        assertThat(page.locator(".stage .unread")).hasCount(2);
        assertThat(page.locator(".stage .unread").first()).hasCSS("outline-style", "dashed");
        assertThat(page.locator(".stage .unread").first()).hasAttribute("title", "Not a number: other handwriting");
        assertThat(page.locator(".stage .unread").last()).hasAttribute("title", "Not a number: crossed out");
        page.getByLabel("Show what was found").uncheck();
        assertThat(page.locator(".stage .unread").first()).isHidden();
    }

    @Test
    void readsByTheMethodThatIsChosen() {
        trySample("One number");
        if (!page.getByLabel("Method").isVisible()) {
            page.locator("#options-fold > summary").click();
        }
        page.getByLabel("Method").selectOption("classical");
        var asked =
                page.waitForRequest("**/predict?*", () -> button("Read again").click());

        assertThat(asked.url()).contains("method=classical");
        assertThat(page.locator(".footer")).containsText(" by base ");
        digit(1).click();
        assertThat(card().locator("img")).isVisible();
        page.keyboard().press("Escape");
        page.getByText("How was this read?").click();
        assertThat(page.getByText("The classical method has no steps to show.")).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void makesUncertainNumbersStandOutByMoreThanColour() {
        answer(200, UNCERTAIN);
        choose(sample());

        assertThat(values()).hasText("007");
        assertThat(page.getByText("Please check: 60 % sure")).isVisible();
        assertThat(page.getByText("The 3rd digit, 7, is the least certain.")).isVisible();
        assertThat(page.getByText("001 35 %")).isVisible();
        assertThat(page.locator(".entry")).containsText("one needs checking");
        assertThat(page.locator(".stage .mark")).hasCSS("outline-style", "dashed");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.stage .mark'), '::after').content"))
                .isEqualTo("\"?\"");
        page.locator(".digit").last().hover();
        assertThat(card().locator(".bars li")).hasCount(2);
        assertThat(card().locator(".bars li").last()).containsText("30 %");
    }

    @Test
    void zoomsAndPans() {
        trySample("One number");
        double fitting = page.locator("#shown").boundingBox().width;
        button("Larger").click();
        button("Larger").click();
        assertThat(page.locator("#zoom-level")).hasText("225 %");
        assertThat(page.locator("#shown").boundingBox().width / fitting).isBetween(2.2, 2.3);

        var before = page.locator("#shown").boundingBox();
        var view = page.locator(".viewport").boundingBox();
        page.mouse().move(view.x + 60, view.y + view.height - 30);
        page.mouse().down();
        page.mouse().move(view.x + 30, view.y + view.height - 60);
        page.mouse().up();
        var after = page.locator("#shown").boundingBox();
        assertThat(after.x).isLessThan(before.x - 20);
        assertThat(after.y).isLessThan(before.y - 20);

        page.locator(".viewport").focus();
        page.keyboard().press("0");
        assertThat(page.locator("#zoom-level")).hasText("100 %");
        page.keyboard().press("+");
        assertThat(page.locator("#zoom-level")).hasText("150 %");
    }

    @Test
    void hidesTheMarks() {
        trySample("One number");
        page.getByLabel("Show what was found").uncheck();

        assertThat(page.locator(".stage .overlay")).isHidden();
    }

    // ---- put right

    @Test
    void correctsADigitInPlaceAndMarksIt() throws IOException {
        trySample("One number");
        page.locator(".stage .mark i[data-digit='3']").click();
        card().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("9"))
                .click();

        assertThat(values()).hasText("1709");
        assertThat(card()).isHidden();
        assertThat(page.getByText("Corrected by you; was read as 1704")).isVisible();
        assertThat(page.locator(".stage .mark.corrected b.put-right")).hasText("9");
        assertThat(entries()).containsText("1709 ✎ corrected");
        assertThat(rows(download("Save all as CSV")).get(1)).startsWith("One number.png,1,1709,1709,1704,true,");

        digit(3).press("4");
        assertThat(page.getByText("Corrected by you")).isHidden();
        assertThat(values()).hasText("1704");
    }

    @Test
    void canBeUsedWithTheKeyboardAlone() {
        button("One number").focus();
        page.keyboard().press("Enter");
        assertThat(values()).hasText("1704");
        tabTo(digit(0));
        assertThat(card()).containsText("The 1st digit of 1704");
        page.keyboard().press("ArrowRight");
        assertThat(card()).containsText("The 2nd digit of 1704");

        page.keyboard().press("Enter");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        assertThat(values()).hasText("1604");
        assertThat(digit(1)).isFocused();
        page.keyboard().press("8");
        assertThat(values()).hasText("1804");
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        assertThat(card()).isHidden();
        assertThat(digit(1)).isFocused();
        assertThat(digit(1)).hasCSS("outline-style", "solid");
    }

    @Test
    void theFocusIsNeverLostToThePad() {
        button("Draw a number").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#pad")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(button("Close the pad")).isFocused();

        page.keyboard().press("Enter");

        assertThat(button("Draw a number")).isFocused();
    }

    @Test
    void theTabKeyLeadsToEveryControlAndShowsWhereItIs() {
        trySample("Several lines");
        openHow();

        var withoutRing = new ArrayList<Object>();
        for (int rounds = 0; rounds < 2; ) {
            page.keyboard().press("Tab");
            var reached = page.evaluate("""
                    () => {
                      const reached = document.activeElement;
                      if (reached === document.body) return 'round';
                      reached.dataset.reached = '';
                      const shown = getComputedStyle(reached.id === 'file' ? reached.nextElementSibling : reached);
                      return shown.outlineStyle === 'solid' && parseFloat(shown.outlineWidth) >= 2 ? 'ring' : reached.outerHTML;
                    }
                    """);
            rounds += "round".equals(reached) ? 1 : 0;
            if (!List.of("round", "ring").contains(reached)) {
                withoutRing.add(reached);
            }
        }

        assertThat(withoutRing).isEmpty();
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
                  .filter((control) => control.tabIndex >= 0 && !control.disabled && control.checkVisibility())
                  .filter((control) => control.dataset.reached === undefined)
                  .map((control) => control.outerHTML)
                """)).isEqualTo(List.of());
        assertThat((int) page.evaluate("document.querySelectorAll('[data-reached]').length"))
                .isGreaterThan(20);
    }

    @Test
    void insertsADigitThatWasMissed() throws IOException {
        trySample("One number");
        digit(1).click();
        inCard("Insert after").click();
        assertThat(card()).containsText("Which digit is missing after it?");
        inCard("5").click();

        assertThat(values()).hasText("17504");
        assertThat(digit(2)).isFocused();
        assertThat(page.getByText("Corrected by you; was read as 1704")).isVisible();
        assertThat(page.locator(".digits .put-right")).containsText("inserted by you");
        var marks = page.locator(".stage .mark b").all().stream()
                .map(mark -> mark.boundingBox().x)
                .toList();
        assertThat(marks).hasSize(5).isSorted();
        assertThat(page.locator(".stage .mark i")).hasCount(4);
        assertThat(rows(download("Save all as CSV")).get(1)).startsWith("One number.png,1,17504,17504,1704,true,");
        var json = JsonPath.from(new String(download("Save all as JSON"), StandardCharsets.UTF_8));
        assertThat(json.getList("[0].numbers[0].digits.digit")).containsExactly(1, 7, 5, 0, 4);
        assertThat(json.getList("[0].numbers[0].digits.read")).containsExactly(1, 7, null, 0, 4);

        digit(0).click();
        inCard("Insert before").click();
        page.keyboard().press("9");
        assertThat(values()).hasText("917504");
        button("Back to 1704").click();
        assertThat(values()).hasText("1704");
        assertThat(page.getByText("Corrected by you")).isHidden();
        assertThat(complaints).isEmpty();
    }

    @Test
    void removesADigitThatIsNone() {
        trySample("One number");
        digit(3).click();
        inCard("Remove").click();
        assertThat(values()).hasText("170");
        assertThat(entries()).containsText("170 ✎ corrected");
        assertThat(digit(2)).isFocused();

        digit(0).press("Delete");
        assertThat(values()).hasText("70");
        digit(1).press("Backspace");
        assertThat(values()).hasText("7");
        digit(0).press("Delete");
        assertThat(values()).hasText("7");
        digit(0).click();
        assertThat(inCard("Remove")).isDisabled();
        assertThat(complaints).isEmpty();
    }

    @Test
    void keepsTheVisitOverAReload() {
        choose(sample(), notes());
        assertThat(page.locator(".entry[data-reading=problem]")).hasCount(1);
        digit(3).press("9");
        trySample("Squared paper");
        assertThat(values()).hasText("6289");
        waitUntil("Object.keys(sessionStorage).filter((key) => key.endsWith('picture')).length === 3");
        complaints.clear(); // the browser's own, of the answer 415

        page.reload();

        assertThat(entries()).hasCount(3);
        assertThat(values()).hasText("6289");
        assertThat(page.locator("#shown")).isVisible();
        entries().last().click();
        assertThat(values()).hasText("1709");
        assertThat(page.getByText("Corrected by you; was read as 1704")).isVisible();
        assertThat(page.locator(".stage .mark i")).hasCount(4);
        assertThat(page.locator("canvas.thumbnail")).hasCount(2);
        entries().nth(1).click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText(problemFromTheService());
        entries().last().click();
        openHow();
        assertThat(page.locator(".symbols b")).hasText(new String[] {"1", "7", "0", "4"});
        assertThat((Object) page.evaluate("[localStorage.length, document.cookie]"))
                .isEqualTo(List.of(0, ""));
        assertThat(complaints).isEmpty();
    }

    @Test
    void keepsReadingsWhereThereIsNoRoomForPictures() {
        page.evaluate("""
                () => {
                  const set = Storage.prototype.setItem;
                  Storage.prototype.setItem = function (key, value) {
                    if (value.startsWith('data:')) throw new DOMException('full', 'QuotaExceededError');
                    set.call(this, key, value);
                  };
                }
                """);
        choose(sample());
        assertThat(values()).hasText("1704");

        page.reload();

        assertThat(values()).hasText("1704");
        assertThat(page.getByText("The browser cannot display this file. The numbers read in it are in the list."))
                .isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void worksWhereTheBrowserForbidsToKeepAnything() {
        page.addInitScript("""
                Object.defineProperty(window, 'sessionStorage', {
                  get() { throw new DOMException('forbidden', 'SecurityError'); },
                });
                """);
        page.reload();
        choose(sample());
        assertThat(values()).hasText("1704");

        button("Forget all").click();

        assertThat(entries()).hasCount(0);
        assertThat(page.locator("body[data-state='empty']")).isVisible();
        assertThat(complaints).isEmpty();
    }

    private Locator inCard(String name) {
        return card().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    // ---- taken away

    @Test
    void correctsTheCellsOfATableAndCopiesIt() {
        answer(200, TABLE);
        choose(sample());
        assertThat(page.getByText("one cell needs checking")).isVisible();

        cell(1, 0).click();
        page.keyboard().type("41");
        page.keyboard().press("Enter");
        assertThat(page.getByText("one cell needs checking")).isHidden();
        assertThat(values().nth(2)).hasText("41");

        cell(1, 1).click();
        page.keyboard().type("8");
        page.keyboard().press("Enter");
        cell(0, 1).click();
        page.keyboard().press("Escape");

        button("Copy the table for a spreadsheet").click();
        assertThat(page.getByText("Copied").first()).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("17\t9.5\n41\t8");
        page.reload();
        assertThat(cell(1, 1)).hasText("8");
        assertThat(cell(1, 0)).hasText("41");
    }

    @Test
    void takesACellThatIsRightAsItIs() throws IOException {
        answer(200, TABLE);
        choose(sample());

        cell(1, 0).click();
        page.keyboard().press("Enter");

        assertThat(page.getByText("one cell needs checking")).isHidden();
        assertThat(download("Download CSV")).asString(StandardCharsets.UTF_8).isEqualTo("17,9.5\r\n4,\r\n");
    }

    @Test
    void showsACellsPictureWhereItsPageIsShown() {
        answer(200, TABLE);
        choose(sample());
        cell(1, 0).click();
        assertThat(page.locator("td canvas.crop")).hasCount(1);
        page.keyboard().press("Escape");

        page.unroute("**/predict?*");
        answer(
                200,
                TABLE.replace(
                        "\"tables\": [{", "\"pages\": [{\"page\": 1}, {\"page\": 2}], \"tables\": [{\"page\": 2, "));
        choose(named("two-pages.png"));
        cell(1, 0).click();
        assertThat(page.locator("td input")).isFocused();
        assertThat(page.locator("td canvas.crop")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void copiesANumberAndAllOfThem() {
        trySample("Several lines");

        button("Copy 0386").click();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("0386");
        button("Copy all").click();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("2025\n0386\n491\n57602");
    }

    @Test
    void savesAllAsCsvAndJson() throws IOException {
        choose(named("=1+1.png"), notes());
        assertThat(page.locator(".entry[data-reading=problem]")).hasCount(1);

        var rows = rows(download("Save all as CSV"));
        assertThat(rows.get(0))
                .startsWith("picture,page,text,value,read,corrected,confidence,certain,x,y,width,height");
        assertThat(rows.get(1)).matches("'=1\\+1\\.png,1,1704,1704,1704,false,[01][.\\d]*,(true|false),.*");
        assertThat(rows.get(2)).startsWith("notes.png,,").endsWith("\"" + problemFromTheService() + "\"");
        var json = JsonPath.from(new String(download("Save all as JSON"), StandardCharsets.UTF_8));
        assertThat(json.getString("[0].numbers[0].value")).isEqualTo("1704");
        assertThat(json.getList("[0].numbers[0].digits.digit")).containsExactly(1, 7, 0, 4);
        assertThat(json.getString("[1].problem")).isEqualTo(problemFromTheService());
    }

    @Test
    void savesThePictureWithWhatWasFoundOnIt() throws IOException {
        choose(sample());
        assertThat(values()).hasText("1704");
        var marked = ImageIO.read(new ByteArrayInputStream(download("Save with marks")));
        var plain = ImageIO.read(new ByteArrayInputStream(sample().buffer));

        assertThat(marked.getWidth()).isEqualTo(plain.getWidth());
        assertThat(marked.getHeight()).isEqualTo(plain.getHeight());
        assertThat(blues(marked)).isGreaterThan(1000);
        assertThat(blues(plain)).isZero();
    }

    @Test
    void theVisitShowsWhichPictureIsShownAndThatThereAreMore() {
        choose(IntStream.rangeClosed(1, 12).mapToObj(i -> named(i + ".png")).toArray(FilePayload[]::new));
        assertThat(page.locator(".entry[data-reading=done]")).hasCount(12);

        assertThat(page.locator("#name")).hasText("1.png");
        assertThat(page.evaluate("""
                () => {
                  const list = document.querySelector('#entries').getBoundingClientRect();
                  const shown = document.querySelector('[aria-current]').getBoundingClientRect(); // the list's last one
                  return shown.top >= list.top && shown.bottom <= list.bottom;
                }
                """)).isEqualTo(true);
        // One is cut in two, so that it is seen that the list goes on.
        page.locator("#entries").evaluate("list => list.scrollTop = 0");
        assertThat(page.evaluate("""
                () => {
                  const { bottom } = document.querySelector('#entries').getBoundingClientRect();
                  const cut = [...document.querySelectorAll('.entry')].map((entry) => entry.getBoundingClientRect())
                    .find((box) => box.bottom > bottom);
                  const shown = (bottom - cut.top) / cut.height;
                  return shown > 0.2 && shown < 0.8;
                }
                """)).isEqualTo(true);
    }

    @Test
    void keepsTheVisitAndForgetsItWhenAsked() {
        trySample("One number");
        trySample("Squared paper");
        entries().last().click();
        assertThat(values()).hasText("1704");
        assertThat(page.locator("#name")).hasText("One number.png");

        button("Forget all").click();
        assertThat(page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]"))
                .isEqualTo(List.of(0, 0, ""));
        assertThat(entries()).hasCount(0);
        assertThat(page.locator("body[data-state='empty']")).isVisible();
    }

    // ---- how it was read

    @Test
    void showsHowAPictureWasRead() {
        trySample("Touching digits");
        openHow();

        assertThat(page.locator(".step .time")).containsText(new String[] {"ms", "ms", "ms", "ms", "ms", "ms"});
        assertThat(page.locator(".step-picture img")).hasCount(2);
        assertThat(page.locator("canvas[data-drawn]")).isVisible();
        assertThat(page.locator(".legend li")).hasText(new String[] {"Rows of numbers", "Other handwriting"});
        assertThat(page.locator(".line-boxes i")).hasCount(1);
        assertThat(page.locator(".line-look img")).hasCount(1);
        assertThat(page.locator(".frames img")).hasCount(5);
        assertThat(page.locator(".symbols b")).hasText("35274".split(""));
        assertThat(page.locator(".written-lines").textContent().replace(" ", ""))
                .isEqualTo("35274");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);

        entries().first().click();
        assertThat(page.locator(".symbols b")).hasText("35274".split(""));
        assertThat(complaints).isEmpty();
    }

    @Test
    void theMapHasTheColourOfNumbersWhereThereAreAny() {
        trySample("One number");
        openHow();
        assertThat(page.locator("canvas[data-drawn]")).isVisible();

        assertThat(page.evaluate("""
                () => {
                  const canvas = document.querySelector('canvas[data-drawn]');
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let blue = 0;
                  let amber = 0;
                  for (let i = 0; i < data.length; i += 4) {
                    if (data[i + 2] > data[i] + 60) blue++;
                    if (data[i] > data[i + 2] + 60) amber++;
                  }
                  return blue > 1000 && blue > 20 * amber;
                }
                """)).isEqualTo(true);
    }

    @Test
    void symbolsStandUnderTheirPlaces() {
        trySample("One number");
        openHow();
        assertThat(page.locator(".symbols b")).hasText("1704".split(""));

        assertThat(page.evaluate("""
                () => {
                  const line = document.querySelector('.line-look img').getBoundingClientRect();
                  return [...document.querySelectorAll('.symbols li')].map((symbol) => symbol.getBoundingClientRect())
                    .every((symbol) => symbol.left >= line.left && symbol.right <= line.right && symbol.top >= line.bottom - 1);
                }
                """)).isEqualTo(true);
        var places = page.locator(".symbols b").all().stream()
                .map(symbol -> symbol.boundingBox().x)
                .toList();
        assertThat(places).isSorted();
    }

    // ---- everywhere

    @Test
    void staysOnItsOwnHostAndComplainsOfNothing() {
        trySample("Several lines");
        openHow();
        button("Draw a number").click();
        Drawing.ALL.get(3).on(page);
        assertThat(page.locator("[aria-current] .entry-said")).hasText("3");

        assertThat(requests)
                .allMatch(request -> request.startsWith(address.toString())
                        || request.startsWith("blob:")
                        || request.startsWith("data:"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void bearsTextOfTwiceTheSize() {
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        trySample("Several lines");
        openHow();

        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        digit(0).click();
        var box = card().boundingBox();
        assertThat(box.x).isGreaterThanOrEqualTo(0);
        assertThat(box.x + box.width).isLessThanOrEqualTo(width);
    }

    @Test
    void neverCutsTheWordThatSomethingIsWrong() {
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        answer(200, UNCERTAIN);
        choose(sample());
        assertThat(page.locator(".entry .warn")).hasCount(1);
        page.unroute("**/predict?*");
        choose(notes());
        assertThat(page.locator(".entry .bad")).hasCount(1);

        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('.entry :is(.warn, .bad)')]
                  .filter((word) => word.getBoundingClientRect().right > word.closest('.entry').getBoundingClientRect().right)
                  .map((word) => word.textContent)
                """)).isEqualTo(List.of());
    }

    private void tabTo(Locator wanted) {
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("the tab key does not lead to " + wanted);
    }

    /** Drops or pastes files, as a browser would tell the page of it. */
    private void transfer(String event, List<FilePayload> files) {
        var given = files.stream()
                .map(file ->
                        Map.of("name", file.name, "bytes", Base64.getEncoder().encodeToString(file.buffer)))
                .toList();
        page.evaluate("""
                ([event, files]) => {
                  const transfer = new DataTransfer();
                  for (const { name, bytes } of files) {
                    const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
                    transfer.items.add(new File([content], name, { type: 'image/png' }));
                  }
                  document.body.dispatchEvent(event === 'paste'
                    ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true })
                    : new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
                }
                """, List.of(event, given));
    }

    private byte[] download(String button) throws IOException {
        Download download = page.waitForDownload(() -> button(button).click());
        return Files.readAllBytes(download.path());
    }

    private static List<String> rows(byte[] csv) {
        return Arrays.asList(new String(csv, StandardCharsets.UTF_8).split("\r\n"));
    }

    private static FilePayload named(String name) {
        return new FilePayload(name, "image/png", sample().buffer);
    }

    private static long blues(BufferedImage picture) {
        long count = 0;
        for (int rgb : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
            count += (rgb & 0xff) - (rgb >> 16 & 0xff) > 60 ? 1 : 0;
        }
        return count;
    }

    private static byte[] blank() throws IOException {
        var paper = new BufferedImage(400, 200, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) paper.getRaster().getDataBuffer()).getData(), (byte) 255);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(paper, "png", bytes);
        return bytes.toByteArray();
    }

    private static String problemFromTheService() {
        return given().multiPart("image", "notes.png", notes().buffer, "image/png")
                .post("/predict")
                .then()
                .statusCode(415)
                .extract()
                .path("detail");
    }
}

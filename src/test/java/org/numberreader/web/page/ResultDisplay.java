package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read, in the list and on the picture. */
abstract class ResultDisplay extends PageAtWidth {
    ResultDisplay(int width) {
        super(width);
    }

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
}

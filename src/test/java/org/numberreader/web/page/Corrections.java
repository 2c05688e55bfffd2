package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A person corrects what was read: digits, and the cells of a table. */
abstract class Corrections extends PageAtWidth {
    Corrections(int width) {
        super(width);
    }

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

    private Locator inCard(String name) {
        return card().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}

package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page can be used with the keyboard alone, and with text of twice the size. */
abstract class PageAccessibility extends PageAtWidth {
    PageAccessibility(int width) {
        super(width);
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
}

package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a picture was read, step by step. */
abstract class ReadingSteps extends PageAtWidth {
    ReadingSteps(int width) {
        super(width);
    }

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
}

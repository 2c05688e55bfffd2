package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pad reads as one writes. */
@Tag("browser")
@QuarkusIntegrationTest
class PadIT extends InTheBrowser {
    private static final double SOON_MILLIS = 300;

    /** A reading may have to wait for a processor that other programs have; a drawing that is slow in itself is so always. */
    private static final int TRIES = 3;

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void readsEachDigitSoonAfterItsLastStroke(int width) {
        open(width, ColorScheme.LIGHT);
        button("Draw a number").click();
        var millis = new ArrayList<Double>();

        for (var drawing : Drawing.ALL) {
            double last = SOON_MILLIS;
            for (int tries = 0; tries < TRIES && last >= SOON_MILLIS; tries++) {
                last = millisToRead(drawing);
                millis.add(last);
            }
            assertThat(last).as("%s, of all: %s", drawing.digit(), millis).isLessThan(SOON_MILLIS);
        }

        System.out.printf("pad, %d wide: milliseconds from the last stroke to the reading: %s%n", width, millis);
        assertThat(entries()).hasCount(millis.size());
    }

    private double millisToRead(Drawing drawing) {
        button("New sheet").click();
        page.evaluate("performance.clearMeasures('pad-read')");
        drawing.on(page);
        assertThat(values()).hasText(drawing.digit());
        // A digit that stands alone may be one that needs checking.
        assertThat(page.locator("[aria-current] .entry-said")).containsText(drawing.digit());
        return millisSinceTheLastStroke();
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void takesAStrokeBackAndKeepsTheDrawing(int width) {
        open(width, ColorScheme.LIGHT);
        button("Draw a number").click();
        Drawing.ALL.get(1).on(page);
        assertThat(values()).hasText("1");
        button("Undo stroke").click();
        Drawing.ALL.get(7).on(page);
        assertThat(values()).hasText("7");

        button("Close the pad").click();

        assertThat(values()).hasText("7");
        assertThat(page.locator("#name")).hasText("Drawing 1.png");
        assertThat(complaints).isEqualTo(List.of());
    }

    @Test
    void readsNothingWhereTheOnlyStrokeWasTakenBack() {
        open(WIDE, ColorScheme.LIGHT);
        button("Draw a number").click();
        Drawing.ALL.get(1).on(page);
        assertThat(values()).hasText("1");

        button("Undo stroke").click();

        assertThat(values()).hasCount(0);
        assertThat(entries()).hasCount(1);
        assertThat(complaints).isEqualTo(List.of());
    }

    @Test
    void namesDrawingsApartAfterAReload() {
        open(WIDE, ColorScheme.LIGHT);
        button("Draw a number").click();
        Drawing.ALL.get(1).on(page);
        assertThat(values()).hasText("1");
        waitUntil("Object.keys(sessionStorage).filter((key) => key.endsWith('picture')).length === 1");

        page.reload();
        button("Draw a number").click();
        Drawing.ALL.get(7).on(page);
        assertThat(values()).hasText("7");
        button("Close the pad").click();

        assertThat(page.locator("#name")).hasText("Drawing 2.png");
        assertThat(entries()).hasCount(2);
    }

    private double millisSinceTheLastStroke() {
        waitUntil("performance.getEntriesByName('pad-read').length > 0");
        Object duration = page.evaluate("performance.getEntriesByName('pad-read').at(-1).duration");
        return ((Number) duration).doubleValue();
    }
}

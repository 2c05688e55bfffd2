package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of the page, in light and dark, wide and narrow: what it weighs, whether all can use it, pictures of it. */
@Tag("browser")
@QuarkusIntegrationTest
class LooksIT extends InTheBrowser {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int MOST_REQUESTS = 6;
    private static final int MOST_BYTES = 150_000;

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void canBeUsedByAllInEveryState(int width, ColorScheme scheme) {
        var look = new Look(width, scheme);
        open(width, scheme);
        look.at("empty");

        trySample("One number");
        look.at("one-number");
        digit(1).click();
        assertThat(card().locator("img")).isVisible();
        look.at("digit");
        page.keyboard().press("8");
        look.at("corrected");
        digit(1).click();
        card().getByText("Insert after").click();
        look.at("inserting");
        page.keyboard().press("5");
        digit(0).press("Delete");
        look.at("inserted");

        trySample("Several lines");
        look.at("many-lines");
        trySample("Touching digits");
        openHow();
        assertThat(page.locator("canvas[data-drawn]")).isVisible();
        assertThat(page.locator(".symbols b").first()).isVisible();
        look.at("how-it-was-read");
        page.getByText("How was this read?").click();

        choose(notes());
        assertThat(page.locator(".entry[data-reading=problem]")).isVisible();
        assertThat(page.locator(".problem h2")).isVisible();
        look.at("problem");

        button("Draw a number").click();
        look.at("pad");
        Drawing.ALL.get(2).on(page);
        assertThat(values()).hasText("2");
        look.at("pad-read");
        button("Close the pad").click();

        button("Use the camera").click();
        assertThat(button("Take photo")).isEnabled();
        look.at("camera");
        button("Cancel").click();

        answer(401, "{\"title\": \"Unauthorized\"}");
        choose(sample());
        assertThat(page.getByLabel("Token")).isVisible();
        look.at("token");
        page.unroute("**/predict?*");

        answer(200, WITH_SIGNS);
        choose(sample());
        assertThat(values()).hasText("-12.5%");
        look.at("signs-and-unread");
        page.unroute("**/predict?*");

        answer(200, TABLE);
        choose(sample());
        assertThat(cell(1, 0)).hasText("4");
        look.at("table");
        cell(1, 0).click();
        assertThat(page.getByLabel("Text of row 2, column 1")).isFocused();
        look.at("table-cell");
        page.keyboard().press("Escape");
        page.unroute("**/predict?*");

        answer(200, UNCERTAIN);
        choose(sample());
        assertThat(page.getByText("Please check")).isVisible();
        look.at("uncertain");

        page.evaluate("document.documentElement.style.fontSize = '200%'");
        look.at("uncertain-large-text");
        button("Draw a number").click();
        look.at("pad-large-text");
        button("Close the pad").click();
        page.evaluate("document.documentElement.style.fontSize = ''");

        page.unroute("**/predict?*");
        page.route("**/predict?*", route -> {});
        choose(sample());
        assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        look.at("reading");
    }

    @Test
    void loadsWithFewRequestsAndWeighsLittle() {
        var answers = new ArrayList<Response>();
        open(WIDE, ColorScheme.LIGHT);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(requests).hasSizeLessThanOrEqualTo(MOST_REQUESTS);

        // All that the page ever loads of itself: the empty page, and what comes with the first picture, pad and
        // camera.
        page.onResponse(answers::add);
        page.reload();
        trySample("One number");
        button("Draw a number").click();
        button("Close the pad").click();
        button("Use the camera").click();
        button("Cancel").click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        int bytes = answers.stream()
                .filter(answer ->
                        answer.request().method().equals("GET") && answer.url().startsWith(address.toString()))
                .mapToInt(answer -> answer.body().length)
                .sum();
        assertThat(bytes).isBetween(10_000, MOST_BYTES);
    }

    @Test
    void allowsNoInlineCode() {
        open(WIDE, ColorScheme.LIGHT);
        String policy =
                page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.locator("script:not([src]), style, [style], [onclick]")).hasCount(0);
    }

    /** Looks at the page as it is: a picture of it, nothing beyond its edges, no barrier. */
    private final class Look {
        private final int width;
        private final ColorScheme scheme;

        Look(int width, ColorScheme scheme) {
            this.width = width;
            this.scheme = scheme;
        }

        void at(String state) {
            var file = "%s-%d-%s.png".formatted(state, width, scheme.name().toLowerCase(Locale.ROOT));
            boolean overlaid = List.of("digit", "inserting", "camera").contains(state);
            if (!overlaid) {
                page.mouse().move(0, 0); // off any digit, or its card would cover what is to be seen
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(file))
                    .setFullPage(!overlaid));
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s: nothing beyond the edge", state)
                    .isLessThanOrEqualTo(width);
            var barriers = new AxeBuilder(page).analyze().getViolations();
            assertThat(barriers.stream()
                            .map(rule -> rule.getId() + ": "
                                    + rule.getNodes().stream()
                                            .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                            .toList()))
                    .as(state)
                    .isEmpty();
        }
    }
}

package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pictures of a visit: listed, kept by the browser and nowhere else, and forgotten when asked. */
abstract class VisitHistory extends PageAtWidth {
    VisitHistory(int width) {
        super(width);
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
}

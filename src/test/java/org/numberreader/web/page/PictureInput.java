package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pictures come in, and how the person asks for them to be read. */
abstract class PictureInput extends PageAtWidth {
    PictureInput(int width) {
        super(width);
    }

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
}

package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What the page says where a picture could not be read, and how it is read after all. */
abstract class ErrorMessages extends PageAtWidth {
    ErrorMessages(int width) {
        super(width);
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

    private static byte[] blank() throws IOException {
        var paper = new BufferedImage(400, 200, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) paper.getRaster().getDataBuffer()).getData(), (byte) 255);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(paper, "png", bytes);
        return bytes.toByteArray();
    }
}

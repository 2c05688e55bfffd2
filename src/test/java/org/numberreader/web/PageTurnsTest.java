package org.numberreader.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;
import org.numberreader.document.Files;
import org.numberreader.document.Files.Packing;
import org.numberreader.document.PageSelection;
import org.numberreader.image.Polarity;
import org.numberreader.image.TooLargeException;

class PageTurnsTest {
    private static final BufferedImage PAGE = new BufferedImage(90, 70, BufferedImage.TYPE_BYTE_GRAY);

    private final PageAllowance allowance = new PageAllowance(5, Duration.ofMinutes(1));
    private final PageTurns turns = turns();

    private PageTurns turns() {
        byte[] pdf = Files.scans(Packing.FLATE, PAGE, PAGE, PAGE);
        return new PageTurns(Defaults.documents(), pdf, PageSelection.ALL, allowance);
    }

    @Test
    void closesADocumentThatNobodyWorksOn() throws Exception {
        assertThat(turns.work(this::width)).isEqualTo(90);

        turns.close();

        assertClosed();
    }

    @Test
    void leavesADocumentToTheWorkerThatHasIt() throws Exception {
        var begun = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var width = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return turns.work(() -> {
                            begun.countDown();
                            closed.await();
                            int first = width(); // opened after it was closed
                            return first + width();
                        });
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        turns.close();
        closed.countDown();

        assertThat(width.get(30, TimeUnit.SECONDS)).isEqualTo(180);
        assertClosed();
    }

    @Test
    void aPageThatWasNotHadComesAgain() throws Exception {
        assertThat(turns.work(turns::next)).isEqualTo(1);
        assertThat(turns.work(turns::next)).isEqualTo(1);
        turns.work(this::width);
        assertThat(turns.work(turns::next)).isEqualTo(2);
        turns.work(this::width);
        turns.work(turns::next);
        assertThat(turns.hasNext()).isTrue();
        turns.work(this::width);
        assertThat(turns.hasNext()).isFalse();
        turns.close();
    }

    @Test
    void documentsOfARequestShareItsPagesAndItsTime() throws Exception {
        turns.work(this::width);
        turns.close();
        assertThat(allowance.time()).isLessThan(Duration.ofMinutes(1));

        try (var more = turns()) {
            assertThat(more.left()).isLessThan(allowance.time());
            assertThatThrownBy(() -> more.work(more::next))
                    .isInstanceOf(TooLargeException.class)
                    .hasMessageContaining("2 are left");
        }
    }

    private void assertClosed() {
        assertThatThrownBy(() -> turns.work(() -> "more")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(this::width)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("document");
    }

    private int width() {
        turns.next();
        return turns.picture(Polarity.AUTO).width();
    }
}

package org.numberreader.web.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numberreader.decoding.ReadPage;

/** What is wrong with a page's file, though it was read. */
@Schema(name = "Warning")
public record Warning(
        int page, @Schema(description = "A sentence.") String text) {

    static List<Warning> of(List<ReadPage> pages) {
        return pages.stream()
                .flatMap(page -> page.warnings().stream().map(text -> new Warning(page.page(), text)))
                .toList();
    }
}

package org.numberreader.web.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numberreader.decoding.ReadPage;

/** A page that was read; a picture is one page. */
@Schema(name = "Page", description = "A page that was read, upright; a picture is one page.")
public record PageSize(
        @Schema(description = "From 1.") int page,

        @Schema(description = "In pixels, which are the boxes' pixels; a PDF's drawn page has 300 to the inch.")
        int width,

        int height,

        @Schema(description = "How far the page was turned to be read from how others show it: clockwise, in degrees.")
        int rotation) {

    static List<PageSize> of(List<ReadPage> pages) {
        return pages.stream()
                .map(page -> new PageSize(page.page(), page.width(), page.height(), page.rotation()))
                .toList();
    }

    /** The size of the first of them. */
    static PictureSize first(List<ReadPage> pages) {
        return new PictureSize(pages.get(0).width(), pages.get(0).height());
    }
}

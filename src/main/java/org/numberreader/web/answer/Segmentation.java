package org.numberreader.web.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.ReadDigit;
import org.numberreader.decoding.ReadLine;
import org.numberreader.decoding.ReadPage;
import org.numberreader.image.Box;

/** The answer of {@code /segment}: where the digits are, without their values. */
@Schema(description = "Lines from top to bottom, digits from left to right.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Segmentation(
        PictureSize image,
        List<Line> lines,

        @Schema(description = "The pages that were looked at.")
        List<PageSize> pages,

        @Schema(description = "What is wrong with the file though it was read, as stray bytes in a JPEG.")
        List<Warning> warnings,

        @Nullable HowRead steps,
        Millis millis) {
    public Segmentation {
        lines = List.copyOf(lines);
        pages = List.copyOf(pages);
        warnings = List.copyOf(warnings);
    }

    /**
     * Places as they go out.
     *
     * @param crops whether each digit comes with its frame
     * @param steps how the first page was read; null where it is not asked for
     */
    public static Segmentation of(List<ReadPage> pages, boolean crops, @Nullable HowRead steps, Millis millis) {
        var lines = pages.stream()
                .flatMap(page -> page.reading().lines().stream().map(line -> Line.of(line, page.page(), crops)))
                .toList();
        return new Segmentation(PageSize.first(pages), lines, PageSize.of(pages), Warning.of(pages), steps, millis);
    }

    /** A line of writing. */
    @Schema(name = "Line")
    public record Line(Box box, int page, List<Place> digits) {
        public Line {
            digits = List.copyOf(digits);
        }

        static Line of(ReadLine read, int page, boolean crops) {
            var digits = read.numbers().stream().flatMap(number -> number.digits().stream());
            return new Line(
                    read.box(),
                    page,
                    digits.map(digit -> Place.of(digit, crops)).toList());
        }
    }

    /** Where one digit is. */
    @Schema(name = "Place")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            Box box,

            @Schema(description = "The outline as [x, y] points.")
            List<List<Integer>> contour,

            @Schema(description = "With `crops=true`: the 28×28 frame that the network saw, as a PNG data URL.")
            @Nullable
            String frame) {
        public Place {
            contour = List.copyOf(contour);
        }

        static Place of(ReadDigit read, boolean crops) {
            var contour = read.contour().stream().map(point -> List.of(point.x(), point.y()));
            String frame = crops ? DataUrl.of(read.frame()) : null;
            return new Place(read.box(), contour.toList(), frame);
        }
    }
}

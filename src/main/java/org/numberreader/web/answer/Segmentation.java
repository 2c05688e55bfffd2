package org.numberreader.web.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.ReadDigit;
import org.numberreader.decoding.ReadLine;
import org.numberreader.image.Box;

/** The answer of {@code /segment}: where the digits are, without their values. */
@Schema(description = "Lines from top to bottom, digits from left to right.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Segmentation(
        PictureSize image, List<Line> lines, @Nullable HowRead steps, Millis millis) {
    public Segmentation {
        lines = List.copyOf(lines);
    }

    /** A line of writing. */
    @Schema(name = "Line")
    public record Line(Box box, List<Place> digits) {
        public Line {
            digits = List.copyOf(digits);
        }

        static Line of(ReadLine read, boolean crops) {
            var digits = read.numbers().stream().flatMap(number -> number.digits().stream());
            return new Line(
                    read.box(), digits.map(digit -> Place.of(digit, crops)).toList());
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

    /** The lines as they go out. */
    public static List<Line> lines(List<ReadLine> read, boolean crops) {
        return read.stream().map(line -> Line.of(line, crops)).toList();
    }
}

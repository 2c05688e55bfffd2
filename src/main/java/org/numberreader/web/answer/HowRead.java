package org.numberreader.web.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numberreader.decoding.Explanation;
import org.numberreader.image.Box;

/** How a picture was read, so that a person can see why something was misread. Its size is bounded. */
@Schema(
        name = "Steps",
        description =
                "How the picture was read: its grey, the handwriting map, and each line as the recogniser saw it.")
public record HowRead(
        @Schema(description = "The picture that was worked on, as a PNG data URL of at most 300,000 pixels.")
        String gray,

        @Schema(description = "Where the handwriting map sees rows of numbers, white is sure; of the same shape.")
        String numbers,

        @Schema(description = "Where it sees other handwriting.")
        String other,

        @Schema(description = "All that were cut out, from top to bottom; also those without a number.")
        List<Line> lines,

        @Schema(description = "False where there were more than 200 lines: only the first are shown.")
        boolean complete,

        StepMillis millis) {
    /** With their pictures these make an answer of a megabyte. */
    static final int MOST_LINES = 200;

    public HowRead {
        lines = List.copyOf(lines);
    }

    /** The explanation as it goes out. */
    public static HowRead of(Explanation how, Millis millis) {
        return new HowRead(
                DataUrl.small(how.gray()),
                DataUrl.small(how.numbers()),
                DataUrl.small(how.other()),
                how.lines().stream().limit(MOST_LINES).map(Line::of).toList(),
                how.lines().size() <= MOST_LINES,
                StepMillis.of(millis.decode(), how.steps()));
    }

    /** A line as the recogniser saw it. */
    @Schema(name = "StepsLine")
    public record Line(
            Box box,

            @Schema(description = "The line's grey pixels, upright and 40 pixels high, as a PNG data URL.")
            String image,

            @Schema(description = "The columns in which a symbol may have its centre, from left to right.")
            List<Column> columns) {
        public Line {
            columns = List.copyOf(columns);
        }

        static Line of(Explanation.Line line) {
            return new Line(
                    line.box(),
                    DataUrl.small(line.image()),
                    line.columns().stream().map(Column::of).toList());
        }
    }

    /** A column of a line, four pixels wide. */
    @Schema(name = "StepsColumn")
    public record Column(
            @Schema(description = "Its middle in the line's pixels.")
            double x,

            @Schema(description = "At most three, the likeliest first.")
            List<Candidate> symbols) {
        public Column {
            symbols = List.copyOf(symbols);
        }

        static Column of(Explanation.Column column) {
            return new Column(
                    column.x(),
                    column.candidates().stream()
                            .map(candidate -> new Candidate(candidate.symbol(), candidate.probability()))
                            .toList());
        }
    }

    /** A symbol that may have its centre in a column. */
    @Schema(name = "StepsSymbol")
    public record Candidate(
            @Schema(description = "As it is written; `?` is other handwriting, `│` a printed border.")
            String symbol,

            double probability) {
        public Candidate {
            probability = Rounded.confidence(probability);
        }
    }

    /** Milliseconds of each step. */
    @Schema(name = "StepMillis")
    public record StepMillis(double decode, double map, double lines, double recognise, double classify, double text) {
        static StepMillis of(double decode, Explanation.Steps steps) {
            return new StepMillis(
                    decode,
                    Rounded.to(2, steps.map()),
                    Rounded.to(2, steps.lines()),
                    Rounded.to(2, steps.recognise()),
                    Rounded.to(2, steps.classify()),
                    Rounded.to(2, steps.decode()));
        }
    }
}

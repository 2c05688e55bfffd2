package org.numberreader.web.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.Explanation;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;

/** How a picture was read, so that a person can see why something was misread. Its size is bounded. */
@Schema(
        name = "Lattice",
        description =
                "How the picture was read: its grey and its ink, the candidates of each line, and the chosen path.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HowRead(
        @Schema(description = "The picture that was worked on, as a PNG data URL of at most 300,000 pixels.")
        String gray,

        @Schema(description = "The ink in the same shape, dark on white; absent where nothing stands out.") @Nullable
        String ink,

        @Schema(description = "All that were looked at, from top to bottom; also those without a number.")
        List<Line> lines,

        @Schema(description = "False where there were more than 1,000 candidates: only the first are shown.")
        boolean complete,

        StepMillis millis) {
    /** With their frames these make an answer of a megabyte. */
    static final int MOST_CANDIDATES = 1_000;

    public HowRead {
        lines = List.copyOf(lines);
    }

    /** The explanation as it goes out. */
    public static HowRead of(Explanation how, Millis millis, boolean crops) {
        var lines = new ArrayList<Line>();
        int room = MOST_CANDIDATES;
        for (var line : how.lines()) {
            if (room > 0) {
                lines.add(Line.of(line, Math.min(room, line.candidates().size()), crops));
            }
            room -= line.candidates().size();
        }
        String ink = how.ink() == null ? null : DataUrl.small(inverted(how.ink()));
        return new HowRead(
                DataUrl.small(how.gray()), ink, lines, room >= 0, StepMillis.of(millis.decode(), how.steps()));
    }

    private static GrayImage inverted(GrayImage picture) {
        var pixels = picture.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~pixels[i];
        }
        return new GrayImage(picture.width(), picture.height(), pixels);
    }

    /** A line's pieces, the candidates over them, and the path that was chosen. */
    @Schema(name = "LatticeLine")
    public record Line(
            Box box,

            @Schema(description = "The smallest parts, from left to right.")
            List<Box> pieces,

            List<Candidate> candidates,
            List<Step> path) {
        public Line {
            pieces = List.copyOf(pieces);
            candidates = List.copyOf(candidates);
            path = List.copyOf(path);
        }

        static Line of(Explanation.Line line, int shown, boolean crops) {
            var candidates = line.candidates().subList(0, shown);
            int pieces = candidates.stream()
                    .mapToInt(Explanation.Candidate::to)
                    .max()
                    .orElse(0);
            var path = new ArrayList<Step>();
            for (int i = 0; i < shown; i++) {
                Integer digit = candidates.get(i).chosen();
                if (digit != null) {
                    path.add(new Step(i, digit));
                }
            }
            return new Line(
                    line.box(),
                    line.pieces().subList(0, pieces),
                    candidates.stream()
                            .map(candidate -> Candidate.of(candidate, crops))
                            .toList(),
                    path);
        }
    }

    /** A step of the chosen path. */
    @Schema(name = "LatticeStep")
    public record Step(
            @Schema(description = "Its place among the line's candidates, from 0.")
            int candidate,

            int digit) {}

    /** Some neighbouring pieces, taken for one digit. */
    @Schema(name = "Candidate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            @Schema(description = "The first of its pieces, from 0.")
            int from,

            @Schema(description = "The first piece that is no longer its own.")
            int to,

            @Schema(
                    description = "One connected mark, a part cut off one, or several marks joined.",
                    enumeration = {"whole", "cut", "joined"})
            String kind,

            Box box,

            @Schema(description = "The three likeliest digits.")
            List<Prediction.OtherDigit> digits,

            @Schema(description = "How likely it is no digit, 0 to 1.")
            double notADigit,

            @Schema(description = "With `crops=true`: the 28×28 frame that the network saw, as a PNG data URL.")
            @Nullable
            String frame) {
        private static final int BEST = 3;

        public Candidate {
            digits = List.copyOf(digits);
            notADigit = Rounded.confidence(notADigit);
        }

        static Candidate of(Explanation.Candidate seen, boolean crops) {
            return new Candidate(
                    seen.from(),
                    seen.to(),
                    seen.kind().name().toLowerCase(Locale.ROOT),
                    seen.box(),
                    best(seen.scores().digits()),
                    seen.scores().notADigit(),
                    crops ? DataUrl.of(seen.frame()) : null);
        }

        private static List<Prediction.OtherDigit> best(float[] scores) {
            return IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(digit -> -scores[digit]))
                    .limit(BEST)
                    .map(digit -> new Prediction.OtherDigit(digit, scores[digit]))
                    .toList();
        }
    }

    /** Milliseconds of each step. */
    @Schema(name = "StepMillis")
    public record StepMillis(double decode, double ink, double lines, double cut, double classify, double path) {
        static StepMillis of(double decode, Explanation.Steps steps) {
            return new StepMillis(
                    decode,
                    Rounded.to(2, steps.ink()),
                    Rounded.to(2, steps.lines()),
                    Rounded.to(2, steps.cut()),
                    Rounded.to(2, steps.classify()),
                    Rounded.to(2, steps.path()));
        }
    }
}

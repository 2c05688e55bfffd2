package org.numberreader.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;
import org.numberreader.image.Polarity;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.segmentation.Line;

/** What is in doubt is looked at again, and nothing else. */
class LooksTest {
    private final List<List<DigitFrame>> shown = new ArrayList<>();

    @Test
    void whatIsSureIsLookedAtOnce() {
        var lines = lines();
        var looks = new Looks(frames -> answer(frames, 0.96f, 0.96f));

        looks.add(lines);

        assertThat(shown).hasSize(1);
        assertThat(looks.of(lines.get(0).glyphs().get(0)).scores().digits()[3]).isEqualTo(0.96f);
    }

    @Test
    void whatIsInDoubtIsLookedAtLeaningToEitherSide() {
        var lines = lines();
        int glyphs = lines.get(0).glyphs().size();
        var looks = new Looks(frames -> answer(frames, 0.4f, 0.7f));

        looks.add(lines);
        looks.add(lines);

        assertThat(shown).hasSize(2);
        assertThat(shown.get(1)).hasSize(2 * glyphs);
        var look = looks.of(lines.get(0).glyphs().get(0));
        assertThat(look.frame()).as("as it is").isSameAs(shown.get(0).get(0));
        assertThat(shown.get(1).get(0).pixels())
                .isEqualTo(look.frame().leaning(Looks.LEAN).pixels());
        assertThat(shown.get(1).get(1).pixels())
                .isEqualTo(look.frame().leaning(-Looks.LEAN).pixels());
        assertThat(look.scores().digits()[3]).isCloseTo((0.4f + 0.7f + 0.7f) / 3, within(1e-6f));
        assertThat(look.scores().notADigit()).isCloseTo((0.6f + 0.3f + 0.3f) / 3, within(1e-6f));
    }

    /** A 3 as likely as said, at the first time and later, or none. */
    private List<DigitScores> answer(List<DigitFrame> frames, float first, float later) {
        float three = shown.isEmpty() ? first : later;
        shown.add(frames);
        var digits = new float[10];
        Arrays.fill(digits, 0);
        digits[3] = three;
        return frames.stream().map(frame -> new DigitScores(digits, 1 - three)).toList();
    }

    private static List<Line> lines() {
        var picture = new DrawnNumbers(3).touching("38", 60);
        var decoded = Defaults.decoder().decode(Encoded.png(picture), Polarity.AUTO);
        return Defaults.segmenter().lines(decoded.gray()).lines();
    }
}

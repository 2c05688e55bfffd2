package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** Surely a digit, and surely none. */
    @ParameterizedTest
    @ValueSource(floats = {0.96f, 0.03f})
    void whatIsSureIsLookedAtOnce(float digit) {
        var lines = lines();
        var looks = new Looks(frames -> answer(frames, digit, 0.7f));

        looks.add(lines);

        assertThat(shown).hasSize(1);
        assertThat(looks.of(lines.get(0).glyphs().get(0)).scores().digits()[3]).isEqualTo(digit);
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

    /** Every other frame is in doubt, and no two answers are alike: a mean of another frame's would show. */
    @Test
    void eachDoubtfulFrameGetsItsOwnLooks() {
        var lines = lines("582");
        var glyphs = lines.get(0).glyphs();
        assertThat(glyphs).hasSizeBetween(5, 30);
        IntFunction<Float> first = i -> i % 2 == 0 ? 0.96f + 0.001f * i : 0.5f + 0.01f * i;
        IntFunction<Float> later = i -> 0.1f + 0.01f * i;
        var looks = new Looks(frames -> answer(frames, shown.isEmpty() ? first : later));

        looks.add(lines);

        assertThat(shown).hasSize(2);
        assertThat(shown.get(1)).as("two for each that is in doubt").hasSize(glyphs.size() / 2 * 2);
        for (int i = 0; i < glyphs.size(); i++) {
            var look = looks.of(glyphs.get(i));
            boolean sure = i % 2 == 0;
            float three = sure ? first.apply(i) : (first.apply(i) + later.apply(i - 1) + later.apply(i)) / 3;
            assertThat(look.frame()).as("frame %d", i).isSameAs(shown.get(0).get(i));
            assertThat(look.scores().digits()[3]).as("frame %d", i).isCloseTo(three, within(1e-6f));
            assertThat(look.scores().notADigit()).as("frame %d", i).isCloseTo(1 - three, within(1e-6f));
            if (!sure) {
                assertThat(shown.get(1).get(i - 1).pixels())
                        .as("frame %d, leaning", i)
                        .isEqualTo(look.frame().leaning(Looks.LEAN).pixels());
            }
        }
    }

    /** To cut what is surely one digit would double the time of a reading, and change no answer. */
    @ParameterizedTest
    @ValueSource(floats = {0.99f, 0.975f})
    void whatIsSurelyOneDigitIsNotDoubted(float digit) {
        var line = lines().get(0);
        var looks = new Looks(frames -> answer(frames, i -> digit));
        looks.add(List.of(line));

        assertThat(looks.doubted(line).isEmpty()).isEqualTo(digit > 0.98f);
    }

    private List<DigitScores> answer(List<DigitFrame> frames, float first, float later) {
        float three = shown.isEmpty() ? first : later;
        return answer(frames, i -> three);
    }

    /** Each frame is a 3 as likely as said, or none. */
    private List<DigitScores> answer(List<DigitFrame> frames, IntFunction<Float> three) {
        shown.add(frames);
        return IntStream.range(0, frames.size())
                .mapToObj(i -> {
                    var digits = new float[10];
                    digits[3] = three.apply(i);
                    return new DigitScores(digits, 1 - digits[3]);
                })
                .toList();
    }

    private static List<Line> lines() {
        return lines("38");
    }

    private static List<Line> lines(String touching) {
        var picture = new DrawnNumbers(3).touching(touching, 60);
        var decoded = Defaults.decoder().decode(Encoded.png(picture), Polarity.AUTO);
        return Defaults.segmenter().lines(decoded.gray()).lines();
    }
}

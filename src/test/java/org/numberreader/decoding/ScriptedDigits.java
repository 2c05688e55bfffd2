package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;

/** What a digit network may say. */
final class ScriptedDigits {
    private ScriptedDigits() {}

    /** Each digit is as likely: the line recogniser's word alone counts. */
    static DigitScores undecided() {
        var digits = new float[10];
        Arrays.fill(digits, 0.1f);
        return new DigitScores(digits, 0);
    }

    static DigitScores sureOf(int digit) {
        var digits = new float[10];
        digits[digit] = 1;
        return new DigitScores(digits, 0);
    }

    /** The opinions of all numbers of some lines, in their order. */
    static List<DigitOpinions> undecided(List<LineText> texts) {
        var frame = DigitFrame.ofPixels(new byte[DigitFrame.SIDE * DigitFrame.SIDE]);
        var opinions = new ArrayList<DigitOpinions>();
        for (var text : texts) {
            for (var number : text.numbers()) {
                int size = number.digits().size();
                opinions.add(new DigitOpinions(
                        text.look().scores(),
                        number.digits(),
                        Collections.nCopies(size, frame),
                        Collections.nCopies(size, undecided())));
            }
        }
        return opinions;
    }
}

package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.segmentation.Glyph;
import org.numberreader.segmentation.Line;

/**
 * Words in printed capitals beside digits, as a currency's three letters: of one height to the pixel, which handwriting is
 * not, lower than the digits, and some of them no digits to the network. Those that look like digits are letters too.
 */
final class Capitals {
    /** Heights and feet of neighbouring letters differ by no more than this share of the height, and a pixel. */
    private static final double UNEVEN = 0.06;

    /** Letters are no further apart, in heights of theirs. */
    private static final double GAP = 0.45;

    /** A word is further from the digits than this, in heights of its letters, */
    private static final double SPACE = 0.5;

    /** and so many times further than its letters are from each other. */
    private static final double APART = 1.5;

    /** Capitals are lower than the digits: in heights of theirs. */
    private static final double LOWER = 0.9;

    /** Of the letters so many, one in this many, are no digits. */
    private static final int NO_DIGIT = 4;

    private Capitals() {}

    /** The line without such words; the same where there are none, or nothing else. */
    static Line without(Line line, Looks looks) {
        var marks = line.glyphs().stream().filter(Glyph::whole).toList();
        var gone = new BitSet();
        for (var word : words(marks)) {
            if (isAtAnEnd(word, marks)
                    && isLettered(word, looks)
                    && isLower(word, marks, looks)
                    && isApart(word, marks)) {
                gone.set(first(word).from(), last(word).to());
            }
        }
        return gone.isEmpty() || gone.cardinality() == line.pieces().size() ? line : line.without(gone);
    }

    /** Neighbouring marks as even as print, at least two each. */
    private static List<List<Glyph>> words(List<Glyph> marks) {
        var words = new ArrayList<List<Glyph>>();
        int from = 0;
        for (int to = 1; to <= marks.size(); to++) {
            if (to == marks.size()
                    || !areEven(marks.get(to - 1).box(), marks.get(to).box())) {
                if (to - from > 1) {
                    words.add(marks.subList(from, to));
                }
                from = to;
            }
        }
        return words;
    }

    private static boolean areEven(Box one, Box other) {
        double most = UNEVEN * Math.max(one.height(), other.height()) + 1;
        return Math.abs(one.height() - other.height()) <= most
                && Math.abs(one.bottom() - other.bottom()) <= most
                && other.x() - one.right() <= GAP * one.height();
    }

    private static boolean isLettered(List<Glyph> word, Looks looks) {
        // What is wider than it is high may be two digits that touch.
        long letters = word.stream()
                .filter(letter -> letter.box().width() <= letter.box().height() && !isDigit(letter, looks))
                .count();
        return letters * NO_DIGIT >= word.size();
    }

    private static boolean isDigit(Glyph mark, Looks looks) {
        var scores = looks.of(mark).scores();
        return scores.digits()[scores.best()] >= scores.notADigit();
    }

    /** Numbers on both sides of a word would be one without it. */
    private static boolean isAtAnEnd(List<Glyph> word, List<Glyph> marks) {
        return first(word) == marks.get(0) || last(word) == marks.get(marks.size() - 1);
    }

    private static boolean isLower(List<Glyph> word, List<Glyph> marks, Looks looks) {
        var digits = marks.stream()
                .filter(mark -> !word.contains(mark) && isDigit(mark, looks))
                .toList();
        return !digits.isEmpty() && height(word) <= LOWER * height(digits);
    }

    private static int height(List<Glyph> marks) {
        return marks.stream()
                .map(mark -> mark.box().height())
                .sorted(Comparator.naturalOrder())
                .skip(marks.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isApart(List<Glyph> word, List<Glyph> marks) {
        int widest = 1;
        for (int i = 1; i < word.size(); i++) {
            widest = Math.max(
                    widest, word.get(i).box().x() - word.get(i - 1).box().right());
        }
        int before = marks.indexOf(first(word)) - 1;
        int after = marks.indexOf(last(word)) + 1;
        int left = before < 0
                ? Integer.MAX_VALUE
                : first(word).box().x() - marks.get(before).box().right();
        int right = after >= marks.size()
                ? Integer.MAX_VALUE
                : marks.get(after).box().x() - last(word).box().right();
        return Math.min(left, right) >= Math.max(SPACE * height(word), APART * widest);
    }

    private static Glyph first(List<Glyph> word) {
        return word.get(0);
    }

    private static Glyph last(List<Glyph> word) {
        return word.get(word.size() - 1);
    }
}

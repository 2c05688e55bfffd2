package org.numberreader.segmentation.mark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.numberreader.image.Box;

/**
 * Small words beside digits, as printed on forms. Their tall letters could be digits; but low ones stand on one line with
 * them, and the digits of a number are of one height.
 */
final class Letters {
    /** Letters beside digits are lower than this, in heights of the digits, */
    private static final double LETTER = 0.65;

    /** and at most so far apart, in heights of the taller one, */
    private static final double GAP = 0.35;

    /** on one line within this share of it. */
    private static final double UNEVEN = 0.2;

    /** So many of a word are lower than its tallest by this share of it, */
    private static final int LOW_LETTERS = 2;

    private static final double LOW = 0.8;

    /** but higher than a point or a dash. */
    private static final double LEAST = 0.45;

    private Letters() {}

    /**
     * Those of the marks that are letters.
     *
     * @param marks that may be digits
     * @param small what is too low for one
     * @param height of the digits
     */
    static Set<Cluster> of(List<Cluster> marks, List<Component> small, double height) {
        var digits = marks.stream()
                .filter(mark -> mark.box().height() >= LETTER * height)
                .toList();
        var low = new ArrayList<>(marks);
        low.removeAll(digits);
        small.forEach(part -> low.add(new Cluster(part)));
        return words(low).stream()
                .filter(word -> isWord(word) && digits.stream().anyMatch(digit -> isBeside(word, digit.box())))
                .flatMap(List::stream)
                .filter(marks::contains)
                .collect(Collectors.toSet());
    }

    /** Whether a word stands in the rows of a digit: elsewhere it may be another number, in small writing. */
    private static boolean isBeside(List<Cluster> word, Box digit) {
        return word.stream()
                .anyMatch(letter ->
                        letter.box().y() < digit.bottom() && letter.box().bottom() > digit.y());
    }

    /** What stands close to each other on a line. */
    private static List<List<Cluster>> words(List<Cluster> marks) {
        marks.sort(Comparator.comparingInt(mark -> mark.box().x()));
        int tallest = marks.stream().mapToInt(mark -> mark.box().height()).max().orElse(0);
        var words = new ArrayList<List<Cluster>>();
        var open = new ArrayList<List<Cluster>>();
        for (var mark : marks) {
            // A page may have thousands of specks.
            open.removeIf(word -> mark.box().x() - last(word).right() > GAP * tallest);
            var begun =
                    open.stream().filter(word -> isNext(last(word), mark.box())).findFirst();
            var word = begun.orElseGet(ArrayList::new);
            word.add(mark);
            if (begun.isEmpty()) {
                words.add(word);
                open.add(word);
            }
        }
        return words;
    }

    private static Box last(List<Cluster> word) {
        return word.get(word.size() - 1).box();
    }

    private static boolean isNext(Box before, Box letter) {
        int taller = Math.max(before.height(), letter.height());
        return Math.abs(letter.x() - before.right()) < GAP * taller
                && Math.abs(letter.bottom() - before.bottom()) < UNEVEN * taller;
    }

    private static boolean isWord(List<Cluster> marks) {
        double tallest =
                marks.stream().mapToInt(mark -> mark.box().height()).max().orElse(0);
        return marks.stream()
                        .mapToInt(mark -> mark.box().height())
                        .filter(height -> height > LEAST * tallest && height < LOW * tallest)
                        .count()
                >= LOW_LETTERS;
    }
}

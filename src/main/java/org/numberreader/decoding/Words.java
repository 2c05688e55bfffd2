package org.numberreader.decoding;

import java.util.BitSet;
import java.util.List;
import org.numberreader.image.Box;

/**
 * Tells words from numbers: of the letters of a word some look like digits, an o like a 0 and an l like a 1, but the
 * marks between and beside them do not.
 */
final class Words {
    /** Lower marks are punctuation, in heights of the line. */
    private static final double TALL = 0.6;

    /** The marks of a word are no further apart, in heights of the line. */
    private static final double CLOSE = 0.35;

    /** One mark may be a currency's sign. */
    private static final int FEWEST_LETTERS = 2;

    private final Lattice lattice;
    private final BitSet digits = new BitSet();

    /** @param numbers on the line's best path */
    Words(Lattice lattice, List<List<Path.Choice>> numbers) {
        this.lattice = lattice;
        numbers.forEach(number -> number.forEach(choice -> {
            var glyph = choice.candidate().glyph();
            digits.set(glyph.from(), glyph.to());
        }));
    }

    /** Whether at least as many tall marks as digits were left out within the number and close beside it. */
    boolean isWord(List<Path.Choice> number) {
        int from = number.get(0).candidate().glyph().from();
        int to = number.get(number.size() - 1).candidate().glyph().to();
        int letters = 0;
        for (int node = from; node < to; node = lattice.markAfter(node)) {
            letters += isLetter(node) ? 1 : 0;
        }
        for (int node = to; isClose(node) && isLeftOut(node); node = lattice.markAfter(node)) {
            letters += isLetter(node) ? 1 : 0;
        }
        for (int node = from; isClose(node) && isLeftOut(lattice.markBefore(node)); node = lattice.markBefore(node)) {
            letters += isLetter(lattice.markBefore(node)) ? 1 : 0;
        }
        return letters >= Math.max(FEWEST_LETTERS, number.size());
    }

    /** Whether a tall mark between two nodes, where marks begin or the line ends, is no part of a number. */
    boolean isLeftOut(int from, int to) {
        for (int node = from; node < to; node = lattice.markAfter(node)) {
            if (isLetter(node)) {
                return true;
            }
        }
        return false;
    }

    private boolean isClose(int node) {
        return lattice.isMarkAt(node) && lattice.gapBefore(node) < CLOSE;
    }

    /** Whether no digit is in the mark that begins at a node. */
    private boolean isLeftOut(int node) {
        int digit = digits.nextSetBit(node);
        return digit < 0 || digit >= lattice.markAfter(node);
    }

    private boolean isLetter(int node) {
        Box box = lattice.pieceBoxes().subList(node, lattice.markAfter(node)).stream()
                .reduce(Box::union)
                .orElseThrow();
        return isLeftOut(node) && box.height() >= TALL * lattice.height();
    }
}

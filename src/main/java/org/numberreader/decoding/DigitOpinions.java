package org.numberreader.decoding;

import java.util.List;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.Symbol;

/** What both networks say of a number's digits: the line recogniser's columns, and the digit network's frames. */
final class DigitOpinions {
    /** How much the digit network's word counts beside the line recogniser's, which sees the neighbours. */
    static final double WEIGHT = 0.5;

    private static final double LEAST_LINE = 1e-6;
    private static final double LEAST_DIGIT = 1e-4;

    private final List<FoundSymbol> digits;
    private final List<DigitFrame> frames;
    private final List<DigitScores> scores;
    private final double[][] line;
    private final double[][] fused;

    /**
     * @param columns in which the digits were found
     * @param frames of the digits
     * @param scores of the frames
     */
    DigitOpinions(ColumnScores columns, List<FoundSymbol> digits, List<DigitFrame> frames, List<DigitScores> scores) {
        this(digits.stream().map(digit -> digits(columns, digit.column())).toList(), digits, frames, scores);
    }

    /** @param line for each digit what the line recogniser says of the ten */
    DigitOpinions(List<double[]> line, List<FoundSymbol> digits, List<DigitFrame> frames, List<DigitScores> scores) {
        this.digits = List.copyOf(digits);
        this.frames = List.copyOf(frames);
        this.scores = List.copyOf(scores);
        this.line = line.toArray(double[][]::new);
        this.fused = new double[digits.size()][10];
        for (int i = 0; i < digits.size(); i++) {
            double sum = 0;
            for (int digit = 0; digit < 10; digit++) {
                double second = Math.max(LEAST_DIGIT, scores.get(i).digits()[digit]);
                fused[i][digit] = this.line[i][digit] * Math.pow(second, WEIGHT);
                sum += fused[i][digit];
            }
            for (int digit = 0; digit < 10; digit++) {
                fused[i][digit] /= sum;
            }
        }
    }

    /** What a column says of the ten digits. */
    static double[] digits(ColumnScores columns, int column) {
        var digits = new double[10];
        for (int digit = 0; digit < 10; digit++) {
            digits[digit] = Math.max(
                    LEAST_LINE, columns.probability(column, Symbol.all().get(digit)));
        }
        return digits;
    }

    int size() {
        return digits.size();
    }

    FoundSymbol place(int index) {
        return digits.get(index);
    }

    DigitFrame frame(int index) {
        return frames.get(index);
    }

    /** The likeliest digit by both. */
    int best(int index) {
        int best = 0;
        for (int digit = 1; digit < 10; digit++) {
            if (fused[index][digit] > fused[index][best]) {
                best = digit;
            }
        }
        return best;
    }

    /** How likely a digit is by both, of the ten. */
    double fused(int index, int digit) {
        return fused[index][digit];
    }

    /** The logarithm of its probability by the line recogniser. */
    double logLine(int index, int digit) {
        return Math.log(line[index][digit]);
    }

    /** The logarithm of its probability by the digit network. */
    double logDigit(int index, int digit) {
        return Math.log(Math.max(LEAST_DIGIT, scores.get(index).digits()[digit]));
    }

    /** The digit network's probability that it is none. */
    double notADigit(int index) {
        return scores.get(index).notADigit();
    }
}

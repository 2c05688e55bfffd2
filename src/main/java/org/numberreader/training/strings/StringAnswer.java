package org.numberreader.training.strings;

import java.nio.file.Path;
import java.util.List;
import org.numberreader.training.evaluation.Judged;

/**
 * One labelled picture's truth and what was read.
 *
 * @param read the numbers, or why the picture was refused
 * @param refused whether the picture could not be read at all
 * @param confidence of the least sure number, 0 where there is none
 * @param certain whether there are numbers and all of them are certain
 * @param numbers whether each of them is right, and how sure it was
 */
public record StringAnswer(
        Path picture,
        String truth,
        String read,
        boolean refused,
        double confidence,
        boolean certain,
        List<Judged> numbers) {
    public StringAnswer {
        numbers = List.copyOf(numbers);
    }

    /** A picture that could not be read at all. */
    static StringAnswer refused(Path picture, String truth, String reason) {
        return new StringAnswer(picture, truth, reason, true, 0, false, List.of());
    }

    /** The whole answer equals the truth. */
    public boolean isRight() {
        return !refused && truth.equals(read);
    }

    /** Nothing was read where there is a number, or the picture was refused. */
    public boolean isUnread() {
        return !isRight() && (refused || read.isEmpty());
    }

    /** Something else was read. */
    public boolean isWrong() {
        return !isRight() && !isUnread();
    }

    /** How much the answer can be off by: the truth's length, and 1 where there is nothing to read. */
    int length() {
        return Math.max(1, truth.length());
    }

    /** The edit distance (Levenshtein, 1966) between truth and answer, at most {@link #length}. */
    int edits() {
        if (refused) {
            return length();
        }
        var row = new int[read.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= truth.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (truth.charAt(i - 1) == read.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return Math.min(row[read.length()], length());
    }
}

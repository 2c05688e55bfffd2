package org.numberreader.training.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.decoding.Feature;
import org.numberreader.decoding.Feature.Effect;
import org.numberreader.training.evaluation.Example;
import org.numberreader.training.evaluation.LeaveOneKindOut.Row;
import org.numberreader.training.strings.ConfidenceExam.Answer;

class FittedConfidenceTest {
    private static final List<Feature> ONE = List.of(new Feature("only", Effect.RAISES));

    @Test
    void aPictureIsAsCertainAsItsLeastCertainNumber() {
        var fitted = FittedConfidence.of(ONE, answers(), 1);

        var pictures = fitted.pictures(0.8);
        assertThat(pictures).contains(new Row("a", 22, 20, 20, 20), new Row("each left out", 44, 40, 40, 40));
        assertThat(fitted.numbers(0.8))
                .contains(new Row("a", 42, 40, 41, 40), new Row("each left out", 84, 80, 82, 80));
    }

    @Test
    void theOrderOfTheKindsIsNoMatter() {
        var sorted = answers();
        var mixed = new ArrayList<Answer>();
        for (int i = 0; i < sorted.size() / 2; i++) {
            mixed.add(sorted.get(i));
            mixed.add(sorted.get(sorted.size() / 2 + i));
        }

        assertThat(FittedConfidence.of(ONE, mixed, 1).pictures(0.8))
                .isEqualTo(FittedConfidence.of(ONE, sorted, 1).pictures(0.8));
    }

    @Test
    void thereIsARowForAKindInWhichNothingWasRead() {
        var answers = answers();
        answers.add(new Answer("blank", true, List.of()));

        assertThat(FittedConfidence.of(ONE, answers, 1).pictures(0.8)).contains(new Row("blank", 1, 1, 0, 0));
    }

    /** Of each kind 20 right pictures of two numbers, one that has a wrong number, and one in which nothing was read. */
    private static List<Answer> answers() {
        var answers = new ArrayList<Answer>();
        for (var kind : List.of("a", "b")) {
            for (int i = 0; i < 20; i++) {
                answers.add(answer(kind, true, 3, 3));
            }
            answers.add(new Answer(
                    kind,
                    false,
                    List.of(new Example(kind, new double[] {3}, false), new Example(kind, new double[] {-3}, false))));
            answers.add(new Answer(kind, false, List.of()));
        }
        return answers;
    }

    private static Answer answer(String kind, boolean right, double... numbers) {
        var examples = Arrays.stream(numbers)
                .mapToObj(feature -> new Example(kind, new double[] {feature}, right))
                .toList();
        return new Answer(kind, right, examples);
    }
}

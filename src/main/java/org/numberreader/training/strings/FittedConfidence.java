package org.numberreader.training.strings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numberreader.decoding.Feature;
import org.numberreader.training.evaluation.Example;
import org.numberreader.training.evaluation.Judged;
import org.numberreader.training.evaluation.LeaveOneKindOut;
import org.numberreader.training.evaluation.LeaveOneKindOut.Row;

/** A confidence fitted on the numbers of labelled pictures, and what it is worth: number by number, and for whole pictures. */
public final class FittedConfidence {
    private final LeaveOneKindOut numbers;
    private final Map<String, List<Judged>> heldOut = new LinkedHashMap<>();
    private final List<Judged> inSample;

    private FittedConfidence(LeaveOneKindOut numbers, List<ConfidenceExam.Answer> answers) {
        this.numbers = numbers;
        var kinds = answers.stream()
                .collect(Collectors.groupingBy(ConfidenceExam.Answer::kind, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, own) ->
                heldOut.put(kind, pictures(own, numbers.heldOut(kind).iterator())));
        this.inSample = pictures(
                answers,
                examples(answers)
                        .map(example -> new Judged(numbers.model().probability(example.features()), example.right()))
                        .iterator());
    }

    /**
     * Fits the confidence.
     *
     * @param answers in any order of the kinds
     * @param ridge as {@link org.numberreader.training.evaluation.LogisticFit#fit} takes it
     * @throws IllegalArgumentException if numbers of fewer than two kinds were read
     */
    public static FittedConfidence of(List<Feature> features, List<ConfidenceExam.Answer> answers, double ridge) {
        var numbers = LeaveOneKindOut.of(features, examples(answers).toList(), ridge);
        return new FittedConfidence(numbers, answers);
    }

    private static Stream<Example> examples(List<ConfidenceExam.Answer> answers) {
        return answers.stream().flatMap(answer -> answer.numbers().stream());
    }

    /** Each picture with the confidence of its least certain number, 0 where there is none. */
    private static List<Judged> pictures(List<ConfidenceExam.Answer> answers, Iterator<Judged> numbers) {
        var pictures = new ArrayList<Judged>();
        for (var answer : answers) {
            double least = answer.numbers().isEmpty() ? 0 : 1;
            for (int i = 0; i < answer.numbers().size(); i++) {
                least = Math.min(least, numbers.next().confidence());
            }
            pictures.add(new Judged(least, answer.right()));
        }
        return pictures;
    }

    /** Number by number; its model is the one fitted on all kinds. */
    public LeaveOneKindOut numbers() {
        return numbers;
    }

    /** The rows of {@link LeaveOneKindOut}, of numbers. */
    public List<Row> numbers(double bound) {
        return Stream.concat(numbers.rows(bound).stream(), Stream.of(numbers.total(bound), numbers.inSample(bound)))
                .toList();
    }

    /** The same of whole pictures: one is certain if it has numbers and all of them are. */
    public List<Row> pictures(double bound) {
        var rows = new ArrayList<Row>();
        heldOut.forEach((kind, judged) -> rows.add(Row.of(kind, judged, bound)));
        var all = heldOut.values().stream().flatMap(Collection::stream).toList();
        rows.add(Row.of(LeaveOneKindOut.TOTAL, all, bound));
        rows.add(Row.of(LeaveOneKindOut.IN_SAMPLE, inSample, bound));
        return rows;
    }
}

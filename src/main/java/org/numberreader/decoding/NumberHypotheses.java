package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a number could be, by both networks: the likeliest text first, with the share of each among all. */
final class NumberHypotheses {
    /** Another number of digits costs what the digit network would say of a digit that it doubts. */
    private static final double OTHER_LENGTH = 0.7;

    private NumberHypotheses() {}

    /**
     * A text and its share.
     *
     * @param value its digits
     * @param text with signs
     * @param share of all texts that were weighed, 0 to 1
     */
    record Ranked(String value, String text, double share) {}

    /**
     * Ranks texts.
     *
     * @param part the number as the line recogniser found it
     * @param others texts of the same columns by the line recogniser alone, the likeliest first
     */
    static List<Ranked> ranked(WrittenPart part, DigitOpinions opinions, List<BeamSearch.Hypothesis> others) {
        var scores = new LinkedHashMap<String, Double>();
        addChanges(scores, part, opinions);
        for (var other : others) {
            var text = new StringBuilder();
            other.symbols().forEach(symbol -> text.append(symbol.text()));
            double behind = other.logProbability() - others.get(0).logProbability();
            scores.putIfAbsent(text.toString(), behind - OTHER_LENGTH);
        }
        double sum = scores.values().stream().mapToDouble(Math::exp).sum();
        var ranked = new ArrayList<Ranked>();
        for (Map.Entry<String, Double> entry : scores.entrySet()) {
            String value = entry.getKey().replaceAll("\\D", "");
            if (!value.isEmpty()) {
                ranked.add(new Ranked(value, entry.getKey(), Math.exp(entry.getValue()) / sum));
            }
        }
        // The first is what both networks say digit for digit; ties keep it first.
        ranked.sort(Comparator.comparingDouble(Ranked::share).reversed());
        // Digits have boxes where they were found: a text of another length is an alternative, however likely.
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).value().length() == opinions.size()) {
                ranked.add(0, ranked.remove(i));
                break;
            }
        }
        return ranked;
    }

    /** The likeliest digits, and each text that differs from them in one. */
    private static void addChanges(Map<String, Double> scores, WrittenPart part, DigitOpinions opinions) {
        int[] best = IntStream.range(0, opinions.size()).map(opinions::best).toArray();
        scores.put(text(part, best), 0.0);
        for (int i = 0; i < best.length; i++) {
            for (int digit = 0; digit < 10; digit++) {
                if (digit != best[i]) {
                    int[] changed = best.clone();
                    changed[i] = digit;
                    double score = Math.log(opinions.fused(i, digit) / opinions.fused(i, best[i]));
                    scores.merge(text(part, changed), score, Math::max);
                }
            }
        }
    }

    private static String text(WrittenPart part, int[] digits) {
        var text = new StringBuilder();
        int next = 0;
        for (var found : part.symbols()) {
            text.append(
                    found.symbol().isDigit()
                            ? String.valueOf(digits[next++])
                            : found.symbol().text());
        }
        return text.toString();
    }
}

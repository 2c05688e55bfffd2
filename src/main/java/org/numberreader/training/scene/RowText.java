package org.numberreader.training.scene;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * What is written in a row: digits and signs as they are, {@code a} for a letter, {@code b} for one that looks like a digit
 * and stands in a word, {@code c} for one that stands alone beside digits and is told by a second look, {@code |} for a printed border and a blank
 * for a wide gap. Digits are uniformly random, or the network would learn a language.
 */
final class RowText {
    private static final String[] TRAILS = {"/-", "-", "=", ".-", "--", ",--", "a", "/=", ".", "/", "=="};
    private static final String[] OPERATORS = {"+", "-", "×", "÷", "/", ":", "="};
    private static final String[] CURRENCIES = {"$", "€", "£"};

    /** The share of a word's letters that look like digits. */
    private static final double LOOKALIKES = 0.3;

    private final Random random;

    RowText(Random random) {
        this.random = random;
    }

    /** A text with digits in it. */
    String any() {
        int kind = random.nextInt(100);
        if (kind < 36) {
            return number();
        }
        if (kind < 39) {
            return digits(1, 3) + "/" + digits(1, 3);
        }
        if (kind < 47) {
            return minus(0.3) + digits(1, 4) + pick(".", ".", ",") + digits(1, 3);
        }
        if (kind < 52) {
            return thousands();
        }
        if (kind < 55) {
            return "-" + digits(1, 5);
        }
        if (kind < 60) {
            String parting = pick("/", ".", "-", "/");
            return digits(1, 2) + parting + digits(1, 2) + parting + digits(pick(2, 4), pick(2, 4));
        }
        if (kind < 63) {
            return digits(1, 2) + ":" + digits(2, 2) + (random.nextDouble() < 0.2 ? ":" + digits(2, 2) : "");
        }
        if (kind < 73) {
            return sum();
        }
        if (kind < 75) {
            return decimal() + "%";
        }
        if (kind < 79) {
            return random.nextBoolean() ? pick(CURRENCIES) + decimal() : decimal() + pick(CURRENCIES);
        }
        if (kind < 84) {
            return number() + pick(TRAILS);
        }
        if (kind < 91) {
            return lettersBeside();
        }
        if (kind < 98) {
            return cells();
        }
        return number() + " " + number() + (random.nextBoolean() ? " " + number() : "");
    }

    /** A text without digits. */
    String none() {
        return random.nextDouble() < 0.75 ? letters(1, 7) : pick("-", "--", "/", "=", "a-a", "+");
    }

    private String number() {
        int[] shares = {12, 14, 14, 15, 14, 11, 8, 6, 4, 2};
        int at = random.nextInt(100);
        int length = 1;
        while (at >= shares[length - 1]) {
            at -= shares[length - 1];
            length++;
        }
        return digits(length, length);
    }

    private String digits(int least, int most) {
        int length = Math.min(least, most) + random.nextInt(Math.abs(most - least) + 1);
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        double run = random.nextDouble();
        if (length > 2 && run < 0.14) {
            for (int i = 1 + random.nextInt(length - 1); i < length; i++) {
                text.setCharAt(i, '0');
            }
        } else if (run < 0.24) {
            char same = random.nextDouble() < 0.6 ? '1' : (char) ('0' + random.nextInt(10));
            for (int i = 0; i < length; i++) {
                if (random.nextBoolean()) {
                    text.setCharAt(i, same);
                }
            }
        }
        return text.toString();
    }

    private String decimal() {
        return random.nextBoolean() ? digits(1, 4) : digits(1, 3) + pick(".", ",") + digits(1, 2);
    }

    private String thousands() {
        String parting = pick(".", ",", ",", ".");
        var text = new StringBuilder(digits(1, 3));
        for (int i = random.nextInt(2); i >= 0; i--) {
            text.append(parting).append(digits(3, 3));
        }
        if (random.nextDouble() < 0.4) {
            text.append(parting.equals(",") ? "." : ",").append(digits(2, 2));
        }
        return text.toString();
    }

    private String sum() {
        var text = new StringBuilder(minus(0.1) + decimal());
        for (int i = random.nextInt(2); i >= 0; i--) {
            text.append(pick(OPERATORS)).append(decimal());
        }
        if (random.nextDouble() < 0.4) {
            text.append('=').append(minus(0.1)).append(decimal());
        }
        return text.toString();
    }

    private String lettersBeside() {
        int kind = random.nextInt(4);
        String gap = random.nextDouble() < 0.3 ? " " : "";
        if (kind == 0) {
            return letters(1, 4) + gap + number();
        }
        if (kind == 1) {
            return letters(1, 3) + gap + number() + letters(1, 2);
        }
        return number() + gap + letters(1, 3);
    }

    private String cells() {
        boolean single = random.nextDouble() < 0.6;
        int count = 2 + random.nextInt(single ? 6 : 3);
        var text = new StringBuilder(random.nextBoolean() ? "|" : "");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : "|")
                    .append(
                            random.nextDouble() < 0.06
                                    ? ""
                                    : single && random.nextDouble() < 0.85 ? digits(1, 1) : digits(1, 3));
        }
        return text + (random.nextBoolean() ? "|" : "");
    }

    private String letters(int least, int most) {
        int length = least + random.nextInt(most - least + 1);
        if (length == 1 && random.nextDouble() < LOOKALIKES) {
            return "c";
        }
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(length > 1 && random.nextDouble() < LOOKALIKES ? 'b' : 'a');
        }
        return word.indexOf("a") < 0 ? "a" + word.substring(1) : word.toString();
    }

    private String minus(double share) {
        return random.nextDouble() < share ? "-" : "";
    }

    private String pick(String... choices) {
        return choices[((RandomGenerator) random).nextInt(choices.length)];
    }

    private int pick(int one, int other) {
        return random.nextBoolean() ? one : other;
    }
}

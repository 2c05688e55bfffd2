package org.numberreader.decoding;

import java.util.regex.Pattern;

/**
 * What the caller knows of the numbers, and how many runners-up are wanted.
 *
 * @param fewest digits a number has, at least 1
 * @param most digits a number has
 * @param alternatives runners-up of each number and digit, 0 or more
 * @param signs that are read
 */
public record Expectation(int fewest, int most, int alternatives, Signs signs) {
    /** The longest number that can be asked for. */
    public static final int LONGEST = 64;

    /** The most runners-up that can be asked for. */
    public static final int MOST_ALTERNATIVES = 10;

    /** Numbers of any length, three runners-up. */
    public static final Expectation ANY = new Expectation(1, LONGEST, 3);

    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");

    public Expectation {
        if (fewest < 1 || most < fewest || most > LONGEST) {
            throw new IllegalArgumentException(
                    "must be from 1 to " + LONGEST + ", and a range must begin with its lower number");
        }
        if (alternatives < 0 || alternatives > MOST_ALTERNATIVES) {
            throw new IllegalArgumentException("alternatives must be from 0 to " + MOST_ALTERNATIVES);
        }
    }

    /** Numbers with any signs. */
    public Expectation(int fewest, int most, int alternatives) {
        this(fewest, most, alternatives, Signs.ALL);
    }

    /** The same of numbers with these signs. */
    public Expectation with(Signs read) {
        return new Expectation(fewest, most, alternatives, read);
    }

    /**
     * Reads {@code "6"} or {@code "2-8"}.
     *
     * @throws IllegalArgumentException if it is neither, or out of range
     */
    public static Expectation digits(String text, int alternatives) {
        var matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a number or a range, for example 6 or 2-8");
        }
        int fewest = Integer.parseInt(matcher.group(1));
        int most = matcher.group(2) == null ? fewest : Integer.parseInt(matcher.group(2));
        return new Expectation(fewest, most, alternatives);
    }

    /** Whether the caller knows that there is a number of so many digits; otherwise it is asked whether there is one. */
    public boolean isLengthKnown() {
        return fewest == most;
    }

    /** Whether the whole picture is one digit. */
    public boolean isOneDigit() {
        return most == 1;
    }
}

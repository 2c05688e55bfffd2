package org.numberreader.decoding;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.Picture;
import org.numberreader.image.Turn;

/** Reads pictures that may lie on their side or upside down: turned by what reads best. Safe to use from several threads. */
public final class UprightReader implements Reader {
    /** Upside down is what happens most often: a sheet has two ways into a scanner. */
    private static final List<Turn> TURNS = List.of(Turn.HALF, Turn.QUARTER, Turn.THREE_QUARTERS);

    /** A page with more digits takes too long to be read in each direction: a reading's time grows with them. */
    private static final int MOST_DIGITS = 500;

    private final Reader reader;

    /** @param reader of the turned pictures */
    public UprightReader(Reader reader) {
        this.reader = reader;
    }

    /**
     * A picture, turned, and what was read in it.
     *
     * @param turn from the picture as it came
     */
    public record Upright(Turn turn, Picture picture, Reading reading) {}

    /** As {@link #read(Picture, Expectation, Turn)} without a turn that is known; boxes in the pixels of the turned picture. */
    @Override
    public Reading read(Picture picture, Expectation expected) {
        return read(picture, expected, null).reading();
    }

    /**
     * Reads a picture.
     *
     * @param turn of the picture; null: as it came, or turned where that reads better
     */
    public Upright read(Picture picture, Expectation expected, @Nullable Turn turn) {
        if (turn != null) {
            return turned(picture, expected, turn);
        }
        var best = turned(picture, expected, Turn.NONE);
        if (expected.isOneDigit() || !mayBeTurned(best)) {
            return best;
        }
        // By more than one digit: a lone one does not tell which way is up.
        for (var other : TURNS) {
            var read = turned(picture, expected, other);
            if (isSure(read.reading) && certain(read.reading) > certain(best.reading) + 1) {
                best = read;
            }
        }
        return best;
    }

    private Upright turned(Picture picture, Expectation expected, Turn turn) {
        var turned = turn == Turn.NONE ? picture : turn.of(picture);
        return new Upright(turn, turned, reader.read(turned, expected));
    }

    /**
     * Whether most of what was read is in doubt, it is more than one line, which a wide picture shows as it was written, and there is
     * time to read it again.
     */
    private static boolean mayBeTurned(Upright read) {
        boolean strip = read.reading.lines().size() < 2 && read.picture.width() > read.picture.height();
        int digits = read.reading.numbers().stream()
                .mapToInt(number -> number.value().length())
                .sum();
        return !strip && digits <= MOST_DIGITS && !isSure(read.reading);
    }

    /** Whether at least half of the digits that tell which way is up are in numbers that are certain. */
    private static boolean isSure(Reading reading) {
        int all = digits(reading.numbers().stream());
        return all > 0 && 2 * certain(reading) >= all;
    }

    /** How many of these digits are in numbers that are certain. */
    private static int certain(Reading reading) {
        return digits(reading.numbers().stream().filter(ReadNumber::certain));
    }

    /** Those that tell which way is up: 0, 1 and 8 look the same upside down. */
    private static int digits(Stream<ReadNumber> numbers) {
        return numbers.mapToInt(number -> number.value().replaceAll("[018]", "").length())
                .sum();
    }
}

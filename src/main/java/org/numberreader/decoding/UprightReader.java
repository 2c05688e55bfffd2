package org.numberreader.decoding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.Picture;
import org.numberreader.image.Turn;

/** Reads pictures that may lie on their side or upside down: turned by what reads best. Safe to use from several threads. */
public final class UprightReader {
    /** A reading of which less than this is probably right is not the picture's in all likelihood: the even odds. */
    private static final double EVEN = 0.5;

    /** Upside down is what happens most often: a sheet has two ways into a scanner. */
    private static final List<Turn> TURNS = List.of(Turn.HALF, Turn.QUARTER, Turn.THREE_QUARTERS);

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
            if (share(read.reading) >= EVEN && digits(read.reading) > digits(best.reading) + 1) {
                best = read;
            }
        }
        return best;
    }

    private Upright turned(Picture picture, Expectation expected, Turn turn) {
        var turned = turn == Turn.NONE ? picture : turn.of(picture);
        return new Upright(turn, turned, reader.read(turned, expected));
    }

    /** Whether most of what was read is probably wrong, and it is more than one line, which a wide picture shows as it was written. */
    private static boolean mayBeTurned(Upright read) {
        boolean strip = read.reading.lines().size() < 2 && read.picture.width() > read.picture.height();
        return !strip && share(read.reading) < EVEN;
    }

    /** How many digits are probably right. */
    private static double digits(Reading reading) {
        return reading.numbers().stream()
                .mapToDouble(number -> number.confidence() * number.value().length())
                .sum();
    }

    /** Which share of the digits is probably right. */
    private static double share(Reading reading) {
        int all = reading.numbers().stream()
                .mapToInt(number -> number.value().length())
                .sum();
        return all == 0 ? 0 : digits(reading) / all;
    }
}

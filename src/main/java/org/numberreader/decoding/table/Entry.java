package org.numberreader.decoding.table;

import java.util.List;
import java.util.stream.Stream;
import org.numberreader.image.Box;

/**
 * What is written together and belongs in one cell: a number, or several with signs between them, as a date.
 *
 * @param numbers their places among the reading's numbers, from left to right
 * @param text of the numbers, joined by a blank
 * @param box around them, in the picture's pixels
 */
public record Entry(List<Integer> numbers, String text, Box box) {
    public Entry {
        numbers = List.copyOf(numbers);
    }

    /** Both as one. */
    public Entry with(Entry next) {
        return new Entry(
                Stream.concat(numbers.stream(), next.numbers.stream()).toList(),
                text + " " + next.text,
                box.union(next.box));
    }

    double middleX() {
        return box.x() + box.width() / 2.0;
    }

    double middleY() {
        return box.y() + box.height() / 2.0;
    }
}

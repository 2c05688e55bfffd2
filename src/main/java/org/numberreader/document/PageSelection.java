package org.numberreader.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.numberreader.image.NoSuchPageException;
import org.numberreader.image.TooLargeException;

/** Which pages are wanted. */
public final class PageSelection {
    /** All that there are. */
    public static final PageSelection ALL = new PageSelection("", List.of());

    private static final String ITEM = "[1-9]\\d{0,6}(-[1-9]\\d{0,6})?";
    private static final String LIST = ITEM + "(," + ITEM + "){0,99}";

    private final String text;
    private final List<Range> ranges;

    private PageSelection(String text, List<Range> ranges) {
        this.text = text;
        this.ranges = ranges;
    }

    private record Range(int first, int last) {}

    /**
     * Reads a list of pages and ranges.
     *
     * @param text as in {@code 1-3,7}
     * @throws IllegalArgumentException if it is none
     */
    public static PageSelection parse(String text) {
        if (!text.matches(LIST)) {
            throw new IllegalArgumentException("must be page numbers or ranges, for example 1-3,7");
        }
        var ranges = new ArrayList<Range>();
        for (String item : text.split(",")) {
            int dash = item.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? item : item.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(item.substring(dash + 1));
            if (last < first) {
                throw new IllegalArgumentException("a range must begin with its lower page, unlike " + item);
            }
            ranges.add(new Range(first, last));
        }
        return new PageSelection(text, ranges);
    }

    /**
     * The pages that are wanted of a document, from the first to the last, each once.
     *
     * @param pages how many it has
     * @param most how many may be wanted
     * @throws NoSuchPageException if one is wanted that it does not have
     * @throws TooLargeException if there are more than may be
     */
    public List<Integer> of(int pages, int most) {
        for (var range : ranges) {
            if (range.last > pages) {
                throw new NoSuchPageException("Pages " + text + " were requested, but the document has " + pages
                        + (pages == 1 ? " page." : " pages."));
            }
        }
        var wanted = (ranges.isEmpty() ? IntStream.rangeClosed(1, pages) : numbers())
                .limit(most + 1L)
                .boxed()
                .toList();
        if (wanted.size() > most) {
            throw new TooLargeException("The document has " + pages + " pages; at most " + most
                    + " are read at once. Request some of them, for example pages 1-" + most + ".");
        }
        return wanted;
    }

    private IntStream numbers() {
        return ranges.stream()
                .flatMapToInt(range -> IntStream.rangeClosed(range.first, range.last))
                .sorted()
                .distinct();
    }
}

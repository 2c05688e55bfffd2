package org.numberreader.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several equal parts of a list of pictures: each picture is in just one of them.
 *
 * @param index 1 to {@code count}
 * @param count how many parts there are
 */
record Shard(int index, int count) {
    static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException("a shard is given as 2/3, the second of three");
        }
    }

    /** @throws IllegalArgumentException if the text is not as "2/3" */
    static Shard parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a shard is given as 2/3, the second of three");
        }
        return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    List<Path> of(List<Path> files) {
        return IntStream.range(0, files.size())
                .filter(i -> i % count == index - 1)
                .mapToObj(files::get)
                .toList();
    }
}

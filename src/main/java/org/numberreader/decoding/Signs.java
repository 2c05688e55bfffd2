package org.numberreader.decoding;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which signs are read beside the digits. */
public enum Signs {
    /** All that the line recogniser knows. */
    ALL,

    /** None: the caller knows that there are digits only. No sign is read, and none parts or joins numbers. */
    DIGITS;

    /** What is written so, as {@code digits}; empty if there is none. */
    public static Optional<Signs> parse(String text) {
        return Stream.of(values())
                .filter(signs -> signs.toString().equals(text))
                .findFirst();
    }

    /** As callers write it, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.numberreader.decoding;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to read a picture, between which a caller can choose. */
public enum Method {
    /** What this project learned to do: {@link NumberReader}. */
    LEARNED,

    /** What the textbook says: {@link ClassicalNumberReader}. */
    CLASSICAL;

    /** The method that is written so, as {@code learned}; empty if there is none. */
    public static Optional<Method> parse(String text) {
        return Stream.of(values())
                .filter(method -> method.toString().equals(text))
                .findFirst();
    }

    /** As callers write it, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

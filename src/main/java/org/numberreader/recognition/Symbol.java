package org.numberreader.recognition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can have its centre in a column of a text line: the classes of the line recogniser, in their order. */
public enum Symbol {
    ZERO("0"),
    ONE("1"),
    TWO("2"),
    THREE("3"),
    FOUR("4"),
    FIVE("5"),
    SIX("6"),
    SEVEN("7"),
    EIGHT("8"),
    NINE("9"),
    POINT("."),
    COMMA(","),
    MINUS("-"),
    SLASH("/"),
    COLON(":"),
    PLUS("+"),
    EQUALS("="),
    PERCENT("%"),
    TIMES("×"),
    DIVIDE("÷"),
    DOLLAR("$"),
    EURO("€"),
    POUND("£"),

    /** A printed line that parts two cells. */
    BORDER("│"),

    /** Handwriting that is neither a digit nor one of the signs. */
    OTHER("?"),

    /** Nothing has its centre here. */
    NONE("");

    private static final List<Symbol> ALL = List.of(values());

    private final String text;

    Symbol(String text) {
        this.text = text;
    }

    /** As it is written in an answer. */
    public String text() {
        return text;
    }

    /** Whether it is one of the ten digits, whose ordinal is their value. */
    public boolean isDigit() {
        return ordinal() < 10;
    }

    /** Whether it is a sign that is written beside digits. */
    public boolean isSign() {
        return ordinal() >= POINT.ordinal() && ordinal() <= POUND.ordinal();
    }

    /** All of them, in the order of the network's classes. */
    public static List<Symbol> all() {
        return ALL;
    }

    /** The digit or sign that is written so; null if there is none. */
    public static @Nullable Symbol of(String text) {
        for (var symbol : ALL) {
            if ((symbol.isDigit() || symbol.isSign()) && symbol.text.equals(text)) {
                return symbol;
            }
        }
        return null;
    }
}

package org.numberreader.cli.output;

import java.util.Locale;

/** How readings are printed: what stands before, between, after each and after all of them. Each ends its line: a bar may be next. */
public enum Format {
    TEXT("", "", "\n", ""),
    CSV("file,text,value,confidence,certain,x,y,width,height,page,problem\n", "", "\n", ""),
    JSON("[", ",", "\n", "]\n"),
    JSONL("", "", "\n", "");

    /** What stands between file and problem in CSV where there is neither a number nor other handwriting. */
    static final String NOTHING = ",".repeat(10);

    private final String opening;
    private final String between;
    private final String ending;
    private final String closing;

    Format(String opening, String between, String ending, String closing) {
        this.opening = opening;
        this.between = between;
        this.ending = ending;
        this.closing = closing;
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    String opening() {
        return opening;
    }

    String between() {
        return between;
    }

    String ending() {
        return ending;
    }

    String closing() {
        return closing;
    }
}

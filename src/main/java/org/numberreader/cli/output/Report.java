package org.numberreader.cli.output;

/** What an evaluation has found: a record that is JSON as it is, and a text for people. */
public interface Report {

    /** The text, each line ended. */
    String text();

    /** The same as one JSON object on one line, ended. */
    default String json() {
        return Json.of(this) + "\n";
    }
}

package org.numberreader.cli;

/** What an evaluation has found: a record that is JSON as it is, and a text for people. */
interface Report {

    /** The text, each line ended. */
    String text();
}

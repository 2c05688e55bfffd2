package org.numberreader.decoding;

import org.numberreader.image.Box;

/**
 * Handwriting that is in no number.
 *
 * @param box in the pixels of the picture as uploaded, upright
 */
public record Unread(Box box, Reason reason) {

    /** Why it is in no number. */
    public enum Reason {
        /** It is neither digits nor signs. */
        NO_NUMBER("no number"),

        /** A stroke runs through all of it. */
        CROSSED_OUT("crossed out"),

        /** It might be a number, but more likely is none; or digits of a text that a likelier one of the same place leaves out. */
        UNSURE("unsure");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** As it is written in an answer. */
        public String text() {
            return text;
        }
    }
}

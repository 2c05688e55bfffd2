package org.numberreader.decoding;

/**
 * One of the features that a confidence is computed from.
 *
 * @param effect what it may do to the confidence as it grows
 */
public record Feature(String name, Effect effect) {

    /** Known before any fit, and so on kinds of pictures that no fit has seen. */
    public enum Effect {
        RAISES,
        LOWERS,
        EITHER;

        /** Whether a weight has the expected sign; 0 always has. */
        public boolean allows(double weight) {
            return switch (this) {
                case RAISES -> weight >= 0;
                case LOWERS -> weight <= 0;
                case EITHER -> true;
            };
        }
    }
}

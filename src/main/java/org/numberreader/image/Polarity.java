package org.numberreader.image;

/** Which is darker, ink or paper. */
public enum Polarity {
    /** To be found out from the picture. */
    AUTO,
    DARK_ON_LIGHT,
    LIGHT_ON_DARK
}

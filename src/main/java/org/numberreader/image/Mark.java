package org.numberreader.image;

/**
 * A box to draw on a picture.
 *
 * @param box in the pixels of the picture as uploaded, upright
 * @param text above the box; may be empty
 * @param certain drawn in another colour where not
 */
public record Mark(Box box, String text, boolean certain) {}

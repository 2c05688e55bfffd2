package org.numberreader.classical;

/**
 * A piece of ink where it stands among the others.
 *
 * @param line its line, counted from 0 at the top
 * @param number its number within the line, counted from 0 at the left
 */
public record Glyph(Contour contour, int line, int number) {}

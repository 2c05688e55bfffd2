package org.numberreader.classical;

import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;

/**
 * One connected piece of ink.
 *
 * @param box around it, in pixels of the picture that was searched
 * @param mask of the box's size, 255 where the ink is its own and 0 elsewhere
 */
public record Contour(Box box, GrayImage mask) {}

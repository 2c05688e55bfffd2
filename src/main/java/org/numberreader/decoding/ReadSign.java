package org.numberreader.decoding;

import org.numberreader.image.Box;

/**
 * A sign that belongs to a number.
 *
 * @param sign as it is written in the number's text
 * @param confidence that it is this sign, 0 to 1
 * @param box in the pixels of the picture as uploaded, upright
 * @param before how many of the number's digits stand before it
 */
public record ReadSign(String sign, double confidence, Box box, int before) {}
